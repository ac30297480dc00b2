/** A site that is published below a path: a build of its own, as GitHub Pages serves a project. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { serve, type Served } from '../../src/preview/serve.ts';
import { pageTests } from './pages.ts';

const base = '/some/repo/';
const test = pageTests();
let root = '';
let site: Served | undefined;

beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), 'base-path-'));
	// What Vitest says of its own mode and base path would reach the build.
	const { BASE_URL, MODE, DEV, PROD, NODE_ENV, VITEST, ...env } = process.env;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['src/run.mjs', 'astro', 'build', '--outDir', root],
		{ encoding: 'utf8', env: { ...env, SITE_URL: 'https://example.org', BASE_PATH: base } },
	);
	if (status !== 0) throw new Error(stdout + stderr);
	site = await serve({ root, base });
});
afterAll(() => site?.close());

/** Address of a path of the other site. */
const at = (path: string) => new URL(path.replace(/^\//, ''), site!.url).href;

test('every address in the pages begins with the path', async () => {
	const pages = await filesBelow(root, '.html');
	expect(pages.length).toBeGreaterThan(20);
	const addresses = pages.flatMap((file) => [
		...readFileSync(file, 'utf8').matchAll(/\s(?:href|src|action|poster)="(\/[^"]*)"/g),
	]);
	expect(addresses.length).toBeGreaterThan(1000);
	const outside = addresses.map(([, path]) => path!).filter((path) => !path.startsWith(base));
	expect([...new Set(outside)]).toEqual([]);
});

test('a hit of the dialog leads to its block, which is marked', async ({ page }) => {
	await page.goto(at('/'));
	await page.keyboard.press('/');
	await page.locator('.search-dialog input').fill('强化学习');
	await page.locator('.search-dialog [data-search-state="done"] .hit').first().click();
	await page.locator('.search-unmark').waitFor();
	expect(page.url()).toMatch(/\/some\/repo\/[a-z-]+\/#[a-z0-9-]+$/);
	await page.locator(':target').waitFor();
});

test('the search page answers, in its edition', async ({ page }) => {
	await page.goto(at('/en/search/?q=reinforcement+learning'));
	await page.locator('[data-search-state="done"] .hit').first().click();
	await page.waitForURL(/\/some\/repo\/en\/[a-z-]+\/#/);
});

test('an address that cannot be found is repaired below the path', async ({ page }) => {
	await page.goto(at('/EN/Origin'));
	await page.waitForURL((url) => url.pathname === `${base}en/origin/`);
	await page.goto(at('/claims/#17'));
	await page.waitForURL((url) => url.hash === '#claim-17');
	expect(new URL(page.url()).pathname).toBe(`${base}claims/`);
});
