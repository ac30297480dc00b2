/** Every kind of page and everything a reader can press, under the Content-Security-Policy. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect } from 'vitest';
import { htmlPaths } from '../dist/dist.ts';
import { at, openPage, pageTests } from './pages.ts';

const test = pageTests();

const queries = ['/search/?q=GPT-3', '/en/search/?q=GPT-3'];
const paths = [...(await htmlPaths()), '/no-such-page/', '/origin/?with=en', ...queries];

let page: Page;
/** What the browser reported in a test: directive, what was blocked, page. */
const reports: string[] = [];

/** One window notes each report of the browser, those of workers included. */
beforeAll(async () => {
	page = await openPage('/404.html');
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
});
beforeEach(() => {
	reports.length = 0;
});

/** Opens a page and waits for its scripts: without them the search's button leaves the page. */
const visit = (path: string) => page.goto(at(path), { waitUntil: 'networkidle' });

/** What can be pressed on a page, one of each kind: a kind is a tag with its class and parent. */
const pressable = 'button, summary, [popovertarget], a[data-card], a[role="button"], label';

async function pressEachKind(path: string): Promise<number> {
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

test('pages are listed', () => {
	expect(paths.length).toBeGreaterThan(12);
});

test.each(paths)('nothing a reader presses on %s breaks the policy', async (path) => {
	await visit(path);
	// Both editions have the same parts.
	if (!path.startsWith('/en/')) expect(await pressEachKind(path)).toBeGreaterThan(1);
	if ((await page.locator('.prose a.verdicts').count()) > 0) {
		await page.locator('.prose a.verdicts').first().click();
		await page.locator('target-card:popover-open').waitFor();
	}
	if (queries.includes(path)) {
		await page.locator('main .hit').first().click();
		await page.waitForLoadState();
	}
	expect([...new Set(reports)]).toEqual([]);
});
