import fc from 'fast-check';
import { expect } from 'vitest';
import { pageTests } from './pages.ts';
import { retype } from './search-results.ts';

const { test } = pageTests();

const attacks = [
	'<img src=x onerror="window.attacked=1">',
	'<svg/onload=window.attacked=1>',
	'"><script>window.attacked=1</script>',
	"javascript:window.attacked=1//'",
	'<iframe srcdoc="<script>parent.attacked=1</script>">',
	'{{constructor.constructor("window.attacked=1")()}}',
	'<mark>模型</mark>',
	'</mark><img src=x onerror=window.attacked=1>',
];

/** Elements that the search may make in its results. */
const allowed = 'div, p, ul, li, a, mark, span';

test('queries from anywhere are shown as text and do nothing', async ({ open }) => {
	const page = await open('/search/');
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	const piece = fc.oneof(
		fc.constantFrom('模型', '训练', 'GPT-3', ' ', '"', '“', '的', ...attacks),
		fc.string({ unit: 'grapheme', maxLength: 12 }),
		fc.string({ unit: 'binary', maxLength: 12 }),
	);
	const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
	const queries = [...attacks, ...fc.sample(query, { numRuns: 1000, seed: 20230119 })];
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
	const last = await retype(page, attacks[0]!);
	expect(last.exact).toBe(0);
	expect(last.count).toContain(attacks[0]);
});
