import { expect, inject, test } from 'vitest';
import { budgetOf, excessOf, firstLoadOf, shiftAndTasksOf } from '../../bench/first-load.ts';
import { flow } from '../../bench/budgets.ts';
import { builtSite } from '../dist/dist.ts';
import { sharedBrowser } from './pages.ts';

const { pages } = await builtSite();

test('every page with a budget arrives within it', async () => {
	const browser = await sharedBrowser();
	const over: string[] = [];
	let held = 0;
	for (const { path, slug } of pages) {
		const budget = budgetOf(slug);
		if (!budget) continue;
		held += 1;
		const load = await firstLoadOf(browser, inject('siteUrl'), path);
		// The page itself weighs more than this: something was counted.
		expect(load.html, path).toBeGreaterThan(5000);
		over.push(...excessOf(path, load, budget));
	}
	expect(held).toBeGreaterThanOrEqual(14);
	expect(over).toEqual([]);
});

test.each(['/technical-logic/', '/en/claims/', '/'])(
	'%s does not shift while it loads and while its controls are used',
	async (path) => {
		const browser = await sharedBrowser();
		const { shift } = await shiftAndTasksOf(browser, inject('siteUrl'), path);
		expect(excessOf(path, { shift }, { shift: flow.shift })).toEqual([]);
	},
);
