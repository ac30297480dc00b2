/** What a reader meets when scripts, files or the browser's own services fail after a page loaded. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { pageTests } from './pages.ts';

const { at, test } = pageTests();
const path = '/technical-logic/';

/** Ways in which what is loaded late fails, and how each ends. */
const faults: Record<string, (page: Page) => Promise<() => Promise<unknown>>> = {
	'each late script is refused': async (page) => {
		await page.context().route('**/_astro/*.js*', (route) => route.abort());
		return () => page.context().unrouteAll();
	},
	'each file with a hash is gone after a deploy': async (page) => {
		await page.context().route('**/_astro/**', (route) => route.fulfill({ status: 404 }));
		return () => page.context().unrouteAll();
	},
	'the network is gone': async (page) => {
		await page.context().setOffline(true);
		return () => page.context().setOffline(false);
	},
};

/** What a reader does, and what shows that it worked. */
const flows: Record<string, { act(page: Page): Promise<void>; result: string }> = {
	'a block’s link': {
		act: (page) => page.locator('main .permalink > a[href^="#"]').nth(3).click(),
		result: 'link-menu button',
	},
	'a verdict': {
		act: (page) => page.locator('main a.verdicts').first().click(),
		result: 'target-card:popover-open, [popover]:popover-open:not([role])',
	},
	'the search key': {
		act: (page) => page.keyboard.press('/'),
		result: '.search-dialog[open] input',
	},
};

describe.each(Object.entries(faults))('when %s', (_, fail) => {
	test.for(Object.entries(flows))(
		'%s keeps the text, and works afterwards',
		async ([, flow], { open }) => {
			const page = await open(path);
			await page.waitForLoadState('networkidle');
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			const text = await page.locator('main article').innerText();
			const mend = await fail(page);
			await flow.act(page);
			// Where nothing can be loaded, a link does what a link does, or one sentence says so.
			const isHere = (url: URL) => url.pathname === new URL(at(path)).pathname;
			await Promise.any([
				page.waitForURL((url) => !isHere(url)),
				page.locator(`[role="alert"]:popover-open, ${flow.result}`).first().waitFor(),
			]);
			expect(page.url()).not.toMatch(/^chrome-error:/);
			if (isHere(new URL(page.url()))) {
				expect(await page.locator('main article').innerText()).toBe(text);
			}
			expect(errors).toEqual([]);
			await mend();
			if (!page.url().startsWith(at(path))) await page.goto(at(path));
			await flow.act(page);
			await page.locator(flow.result).first().waitFor();
		},
	);
});
