/** What a reader meets when scripts are off, or fail with files and network after a page loaded. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { excuse, flowPath, flows } from './flows.ts';
import { at, pageTests } from './pages.ts';

const test = pageTests();

/** Ways in which what is loaded late fails, and how each ends. */
const faults: Record<string, (page: Page) => Promise<() => Promise<unknown>>> = {
	'each late script is refused': async (page) => {
		await page.context().route('**/_astro/*.js*', (route) => route.abort());
		return () => page.context().unrouteAll();
	},
	'only the words are refused': async (page) => {
		await page.context().route(/\/(?:links|search)\.[^/]+\.js/, (route) => route.abort());
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

const act = (page: Page, { click, key }: (typeof flows)[number]) =>
	click ? page.locator(click).first().click() : page.keyboard.press(key!);

describe.each(Object.entries(faults))('when %s', (_, fail) => {
	test.for(flows)('$name keeps the text, and works afterwards', async (flow, { open }) => {
		const page = await open(flowPath);
		await page.waitForLoadState('networkidle');
		const errors: string[] = [];
		page.on('pageerror', ({ message }) => errors.push(message));
		const text = await page.locator('main article').innerText();
		const mend = await fail(page);
		await act(page, flow);
		const isHere = (url: URL) => url.pathname === new URL(at(flowPath)).pathname;
		await Promise.any([
			page.waitForURL((url) => !isHere(url)),
			page.locator(`${excuse}, ${flow.result}`).first().waitFor(),
		]);
		expect(page.url()).not.toMatch(/^chrome-error:/);
		// A card needs no words, for one: it opens, and has its text within the article.
		const isDone = (await page.locator(flow.result).count()) > 0;
		if (!isDone && isHere(new URL(page.url()))) {
			expect(await page.locator('main article').innerText()).toBe(text);
		}
		// A block's link has put its address into the bar all the same.
		if (flow === flows[0]) expect(page.url()).toContain('#');
		expect(errors).toEqual([]);
		await mend();
		if (isDone) return;
		if (!page.url().startsWith(at(flowPath))) await page.goto(at(flowPath));
		await act(page, flow);
		await page.locator(flow.result).first().waitFor();
	});
});

test('the text of main is the same with script on and off', async ({ open }) => {
	const { pages } = await builtSite();
	expect(pages.length).toBeGreaterThanOrEqual(7);
	const withScript = await open('/');
	const without = await open('/', { javaScriptEnabled: false });
	const faults: string[] = [];
	for (const { path } of pages) {
		const texts = await Promise.all(
			[withScript, without].map(async (page) => {
				await page.goto(at(path), { waitUntil: 'load' });
				return page.locator('main').innerText();
			}),
		);
		expect(texts[0]!.length, path).toBeGreaterThan(200);
		if (texts[0] !== texts[1]) faults.push(path);
	}
	expect(faults).toEqual([]);
});

test('the menu opens without script on a phone', async ({ open }) => {
	const page = await open('/risks/', {
		javaScriptEnabled: false,
		viewport: { width: 390, height: 844 },
	});
	const link = page.locator('#contents a').nth(1);
	expect(await link.isVisible()).toBe(false);
	await page.locator('menu-link a').click();
	expect(await link.isVisible()).toBe(true);
});
