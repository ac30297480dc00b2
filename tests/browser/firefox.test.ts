/** The site in Firefox, where one is installed: what readers do, and what they do when things fail. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { usualPlaces } from './browser.ts';
import { excuse, flowPath, flows } from './flows.ts';
import { patienceMs } from './pages.ts';

type Flow = (typeof flows)[number];

const executablePath = [process.env.FIREFOX_PATH ?? '', ...usualPlaces('firefox')].find(
	// Some systems have a program of this name that only says how to install Firefox.
	(path) => existsSync(path) && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0,
);

const at = (address: string) => inject('siteUrl') + address.slice(1);

const browsers = new Map<string, Promise<Browser>>();
afterAll(() => Promise.all([...browsers.values()].map(async (browser) => (await browser).close())));

/** A Firefox in which a preference is off; one for all tests that turn off the same. */
function firefoxWithout(preference = ''): Promise<Browser> {
	const browser =
		browsers.get(preference) ??
		puppeteer.launch({
			browser: 'firefox',
			executablePath: executablePath!,
			extraPrefsFirefox: preference ? { [preference]: false } : {},
			defaultViewport: { width: 1280, height: 800 },
		});
	browsers.set(preference, browser);
	return browser;
}

/** A page with storage of its own, and the errors it reports from now on. */
async function opened(address: string, preferenceOff?: string) {
	const context = await (await firefoxWithout(preferenceOff)).createBrowserContext();
	const page = await context.newPage();
	page.setDefaultTimeout(patienceMs);
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	await page.goto(at(address));
	return { page, errors };
}

const textOf = (page: Page) =>
	page.$eval('main article', (article) => (article as HTMLElement).innerText);

async function act(page: Page, { click, key }: Flow): Promise<void> {
	if (key) return page.keyboard.press(key);
	const element = await page.waitForSelector(click!);
	await element!.evaluate((found) => (found as HTMLElement).click());
}
const [linkFlow, verdictFlow, searchFlow] = flows as [Flow, Flow, Flow];

/** Does something and waits until it worked. */
async function done(page: Page, flow: Flow): Promise<void> {
	await act(page, flow);
	await page.waitForSelector(flow.result);
}

/** Types a query into the open dialog; whether the search ends in a state. */
async function searched(page: Page, state: 'done' | 'failed'): Promise<void> {
	await done(page, searchFlow);
	await page.keyboard.type('奖励模型');
	await page.waitForSelector(`[data-search-state="${state}"]`);
}

describe.skipIf(!executablePath)('in Firefox', () => {
	test('every page reads, without an error or a report of the policy', async () => {
		const { page, errors } = await opened('/');
		const { pages } = await builtSite();
		expect(pages.length).toBeGreaterThan(12);
		for (const { path: address, title } of pages) {
			await page.goto(at(address));
			expect(await textOf(page)).toContain(title);
		}
		expect(errors).toEqual([]);
	});

	test('links, verdicts and search work', async () => {
		const { page, errors } = await opened(flowPath);
		for (const flow of [linkFlow, verdictFlow]) {
			await done(page, flow);
			await page.goto(at(flowPath));
		}
		await searched(page, 'done');
		expect(await page.$$('[data-search-group="exact"] a')).not.toEqual([]);
		expect(errors).toEqual([]);
	});

	test('the text stays when scripts are off', async () => {
		const { page } = await opened(flowPath, 'javascript.enabled');
		expect((await textOf(page)).length).toBeGreaterThan(500);
	});

	test.each([
		['storage is refused', 'dom.storage.enabled', 'done'],
		['WebAssembly is refused', 'javascript.options.wasm', 'failed'],
		['the clipboard is refused', 'dom.events.asyncClipboard', 'done'],
	] as const)('links and search answer when %s', async (_, preference, state) => {
		const { page } = await opened(flowPath, preference);
		await done(page, linkFlow);
		await page.goto(at(flowPath));
		await searched(page, state);
		expect((await textOf(page)).length).toBeGreaterThan(500);
	});

	test.each(flows)('$name keeps the text without late scripts, and works after', async (flow) => {
		const { page } = await opened(flowPath);
		const text = await textOf(page);
		await page.setRequestInterception(true);
		let isRefused = true;
		page.on('request', (request) =>
			isRefused && request.url().includes('/_astro/')
				? request.abort().catch(() => {})
				: request.continue(),
		);
		const left = page.waitForNavigation();
		await act(page, flow);
		await Promise.any([left, page.waitForSelector(`${excuse}, ${flow.result}`)]);
		const hasStayed = page.url().startsWith(at(flowPath));
		if (hasStayed) expect(await textOf(page)).toBe(text);
		isRefused = false;
		if (!hasStayed) await page.goto(at(flowPath));
		await done(page, flow);
	});
});
