/** A page that was opened before a deploy: its scripts and search files have other names since. */
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { expect } from 'vitest';
import { isHashed } from '../../src/base/headers.ts';
import { keepFormerFiles } from '../../src/publish/kept-files.ts';
import { serve } from '../../src/preview/serve.ts';
import { at, pageTests } from './pages.ts';
import { askDialog } from './search-results.ts';

const test = pageTests();

test('a page opened before a deploy still searches and links after it', async ({ open }) => {
	const next = mkdtempSync(join(tmpdir(), 'deploy-'));
	// A build in which every name that changes with the content has changed.
	const pathOf = (file: string) => `/${relative('dist', file).split(sep).join('/')}`;
	cpSync('dist', next, { recursive: true, filter: (file) => !isHashed(pathOf(file)) });
	const kept = await keepFormerFiles(next, 'dist', Date.now());
	expect(kept.length).toBeGreaterThan(10);

	const base = new URL(at('/')).pathname;
	const before = await serve({ root: 'dist', base });
	const page = await open('/');
	await page.goto(`${before.url}risks/`);
	await page.waitForLoadState('networkidle');
	const port = Number(new URL(before.url).port);
	await before.close();
	const after = await serve({ root: next, base, port });

	await page.locator('main .permalink > a').first().click();
	await page.locator('link-menu button').first().waitFor();
	await page.keyboard.press('Escape');

	const { state, hits } = await askDialog(page, 'GPT');
	expect(state).toBe('done');
	expect(hits.length).toBeGreaterThan(0);
	await after.close();
});
