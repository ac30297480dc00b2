/** Every kind of page and everything a reader can press, under the Content-Security-Policy. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browserSession } from './open.ts';

const { open, at } = browserSession();

/** Root-relative paths of the pages in the sitemap. */
function listedPaths(): string[] {
	const locations = readFileSync('dist/sitemap.xml', 'utf8').matchAll(/<loc>([^<]+)<\/loc>/g);
	const base = new URL(at('/')).pathname;
	return Array.from(locations, ([, url]) => `/${new URL(url!).pathname.slice(base.length)}`);
}

interface Watched {
	page: Page;
	/** What the browser reported so far: directive, what was blocked, page. */
	reports: string[];
}

/** Opens a page that notes each report of the browser, those of workers included. */
async function openWatched(path: string): Promise<Watched> {
	const page = await open('/404.html');
	const reports: string[] = [];
	await page.exposeFunction('noteReport', (report: string) => reports.push(report));
	await page.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const { violatedDirective, blockedURI, sample, sourceFile, lineNumber } = event;
			const report = [violatedDirective, blockedURI, sample, sourceFile, lineNumber].join(' ');
			(window as unknown as { noteReport(report: string): void }).noteReport(report);
		});
	});
	page.on('console', (message) => {
		if (/content security policy|trusted ?(types|html|script)/i.test(message.text())) {
			reports.push(message.text());
		}
	});
	await page.goto(at(path), { waitUntil: 'load' });
	return { page, reports };
}

/** What can be pressed on a page, one of each kind: a kind is a tag with its class and parent. */
const pressable = 'button, summary, [popovertarget], a[data-card], a[role="button"], label';

async function pressEachKind(page: Page, path: string): Promise<number> {
	const kinds = await page.evaluate((selector) => {
		const seen = new Set<string>();
		return Array.from(document.querySelectorAll(selector)).flatMap((element, index) => {
			const kind = [element.localName, element.className, element.parentElement?.className].join();
			if (seen.has(kind)) return [];
			seen.add(kind);
			return [index];
		});
	}, pressable);
	for (const index of kinds) {
		await page.evaluate(
			([selector, at]) => document.querySelectorAll<HTMLElement>(selector)[at]?.click(),
			[pressable, index] as const,
		);
		await page.waitForTimeout(30);
		await page.keyboard.press('Escape');
		if (new URL(page.url()).pathname !== new URL(at(path)).pathname) await page.goto(at(path));
	}
	return kinds.length;
}

test('no page and nothing a reader presses breaks the policy', { timeout: 150_000 }, async () => {
	const paths = [...listedPaths(), '/search/', '/404.html', '/no-such-page/'];
	expect(paths.length).toBeGreaterThan(12);
	const faults: string[] = [];
	let pressed = 0;
	for (const path of paths) {
		const { page, reports } = await openWatched(path);
		// Both editions have the same parts.
		if (!path.startsWith('/en/')) pressed += await pressEachKind(page, path);
		if ((await page.locator('.prose a.verdicts').count()) > 0) {
			await page.locator('.prose a.verdicts').first().click();
			await page.locator('target-card:popover-open').waitFor();
		}
		faults.push(...reports.map((report) => `${path}: ${report}`));
		await page.context().close();
	}
	expect(pressed).toBeGreaterThan(paths.length);
	expect([...new Set(faults)]).toEqual([]);
});

test.each(['/search/?q=', '/en/search/?q='])('search at %s keeps the policy', async (path) => {
	const { page, reports } = await openWatched(`${path}GPT-3`);
	await page.locator('main a[href*="#"]').first().waitFor();
	await page.locator('main a[href*="#"]').first().click();
	await page.waitForLoadState();
	expect(reports).toEqual([]);
	await page.context().close();
});

test('each page carries the policy for hosts that send no headers', async () => {
	const html = readFileSync('dist/index.html', 'utf8');
	expect(html).toMatch(/<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/);
	expect(html).not.toContain('unsafe-inline');
	expect(html).not.toContain("'unsafe-eval'");
});
