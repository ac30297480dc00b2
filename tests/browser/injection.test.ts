/** Texts that would run if any place took them for markup or code: nothing runs, all stay text. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { at, openPage, pageTests } from './pages.ts';
import { retype } from './search-results.ts';

const test = pageTests();
const payloads = JSON.parse(readFileSync('tests/payloads.json', 'utf8')) as string[];

/** What no payload may make on a page that has none of its own. */
const made =
	'img[src="x"], iframe, main script:not([src]), base, meta[http-equiv="refresh"], svg[onload], details[ontoggle]';

const stored = ['theme', 'search-recent', 'search-arrival', 'recent', 'details'];

/** Ways in: each leads a page to meet a payload. */
const ways: Record<string, (page: Page, payload: string) => Promise<unknown>> = {
	'the query': (page, payload) => page.goto(at(`/search/?q=${encodeURIComponent(payload)}`)),
	'the filters of the search': (page, payload) =>
		page.goto(
			at(
				`/search/?q=GPT&part=${encodeURIComponent(payload)}&chapter=${encodeURIComponent(payload)}`,
			),
		),
	'the edition beside': (page, payload) =>
		page.goto(at(`/risks/?with=${encodeURIComponent(payload)}`)),
	'the fragment': (page, payload) => page.goto(at(`/risks/#${encodeURI(payload)}`)),
	'the path': (page, payload) => page.goto(at(`/${encodeURIComponent(payload)}/`)),
	'a share address': (page, payload) =>
		page.goto(at(`/s/${encodeURIComponent(payload)}/#${encodeURI(payload)}`)),
	'the storage': async (page, payload) => {
		await page.goto(at('/404.html'));
		await page.evaluate(
			([keys, value]) => {
				for (const key of [...keys, ...Object.keys(localStorage)]) {
					localStorage.setItem(key, value);
					sessionStorage.setItem(key, value);
				}
			},
			[stored, payload] as const,
		);
		await page.goto(at('/search/'));
	},
};

/** Whether a payload ran, and how many elements it made; runs in the page. */
const stateNow = (selector: string) =>
	['attacked' in window || 'attacked' in {}, document.querySelectorAll(selector).length] as const;

const count = payloads.length * Object.keys(ways).length;

test(`${count} texts from outside are never run`, async () => {
	// Pages follow on each other too fast for transitions between them, which would report that.
	const first = await openPage('/404.html', { reducedMotion: 'reduce' });
	const context = first.context();
	const problems: string[] = [];
	const opened = async (): Promise<Page> => {
		const page = await context.newPage();
		page.on('pageerror', ({ message }) => problems.push(message));
		page.on(
			'dialog',
			(dialog) => void dialog.dismiss().then(() => problems.push('a dialog opened')),
		);
		page.on('console', (message) => {
			if (/content security policy|trusted ?type/i.test(message.text()))
				problems.push(message.text());
		});
		return page;
	};
	for (const [way, enter] of Object.entries(ways)) {
		const page = await opened();
		for (const payload of payloads) {
			// The address before may be repaired only now, which opens another page in between.
			const again = () => enter(page, payload);
			await again().catch(again).catch(again);
			await page.waitForTimeout(20);
			const state = () => page.evaluate(stateNow, made);
			const [attacked, foreign] = await state().catch(() => page.waitForLoadState().then(state));
			const isHere = page.url().startsWith(at('/'));
			if (attacked || foreign > 0 || !isHere) problems.push(`${way}: ${payload}`);
		}
		await page.close();
		await first.evaluate(() => {
			localStorage.clear();
			sessionStorage.clear();
		});
	}
	await context.close();
	expect(count).toBeGreaterThanOrEqual(200);
	expect(problems).toEqual([]);
});

/** Elements that the search may make in its results. */
const allowed = 'div, p, ul, li, a, mark, span';

test('1000 queries from anywhere are shown as text and do nothing', async () => {
	const page = await openPage('/search/');
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const piece = fc.oneof(
		// With all of them in the mix it would take half as long again.
		fc.constantFrom('模型', '训练', 'GPT-3', ' ', '"', '“', '的', ...payloads.slice(0, 8)),
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.string({ unit: 'binary', maxLength: 12 }),
	);
	const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
	const queries = [...payloads, ...fc.sample(query, { numRuns: 1000, seed: 20230119 })];
	await page.locator('search-page .search-count').waitFor({ state: 'attached' });
	const foreign = await page.evaluate(
		async ([asked, names]) => {
			const root = document.querySelector('search-page')!;
			const input = root.querySelector('input')!;
			const list = root.querySelector<HTMLElement>('[data-search-state]')!;
			const found: string[] = [];
			for (const text of asked) {
				input.value = text;
				input.dispatchEvent(new InputEvent('input', { bubbles: true }));
				while (list.dataset.searchState === 'loading') {
					await new Promise((resolve) => setTimeout(resolve));
				}
				if (list.querySelector(`:not(${names})`)) found.push(text);
				if (root.querySelector('.search-count > *, .search-notice > :not(a)')) found.push(text);
				if (list.dataset.searchState === 'failed') found.push(`failed: ${text}`);
			}
			return found;
		},
		[queries, allowed] as const,
	);
	expect(foreign).toEqual([]);
	expect(errors).toEqual([]);
	expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
	const last = await retype(page, payloads[0]!);
	expect(last.exact).toBe(0);
	expect(last.count).toContain(payloads[0]);
	await page.context().close();
});
