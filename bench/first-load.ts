import type { Browser } from 'playwright-core';
import { readReport } from '../src/content/readers.ts';
import { homeSlug } from '../src/base/urls.ts';
import { budgets, type Budget, type flow } from './budgets.ts';
import { brotliSize, sum } from './measure.ts';

/**
 * Loads a page in a fresh profile and weighs every answer Chromium gets, favicon included.
 * `siteUrl` ends with a slash; `path` is root-relative without the base.
 */
export async function firstLoadOf(
	browser: Browser,
	siteUrl: string,
	path: string,
): Promise<Required<Budget>> {
	const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
	const answers: Promise<{ kind: string; size: number }>[] = [];
	page.on('response', (response) => {
		if (response.url().endsWith('favicon.svg')) return; // weighed below, asked for or not
		const kind = response.request().resourceType();
		answers.push(
			response.body().then(
				(body) => ({ kind, size: brotliSize(body) }),
				// Cut off because the page was closed after it had settled.
				() => ({ kind, size: 0 }),
			),
		);
	});
	await page.goto(siteUrl + path.slice(1), { waitUntil: 'load' });
	// A busy processor parses for longer than the network may rest, and idle callbacks load more.
	await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
	for (let seen = 0; seen < answers.length; await page.waitForTimeout(1000)) seen = answers.length;
	const { blocking, elements } = await page.evaluate(() => ({
		elements: document.querySelectorAll('*').length,
		blocking: performance
			.getEntriesByType('resource')
			.filter(
				(entry) =>
					(entry as PerformanceResourceTiming & { renderBlockingStatus: string })
						.renderBlockingStatus === 'blocking',
			).length,
	}));
	const weighed = await Promise.all(answers);
	// Not every headless Chromium asks for the favicon; a reader's browser does.
	const icon = await fetch(`${siteUrl}favicon.svg`);
	weighed.push({ kind: 'icon', size: brotliSize(Buffer.from(await icon.arrayBuffer())) });
	await page.close();
	const sizesOf = (kind?: string) =>
		weighed.filter((one) => kind === undefined || one.kind === kind).map(({ size }) => size);
	return {
		html: sum(sizesOf('document')),
		all: sum(sizesOf()),
		scripts: sum(sizesOf('script')),
		scriptFiles: sizesOf('script').length,
		elements,
		blocking: blocking + 1,
		requests: weighed.length,
	};
}

/** Controls of a page whose use must neither shift it nor block it, and what they open. */
const controls = [
	['theme-switch button', ''],
	['menu-link a', ':popover-open'],
	['site-search a', 'dialog[open]'],
	['.verdicts', ':popover-open'],
	['summary', ''],
] as const;

/** Time for what a control fetches and does. */
const restMs = 800;
/** A new window fetches and draws its own address bar first, on the processor that is measured. */
const windowRestMs = 2500;
/** Rests after which a control has opened nothing. */
const mostRests = 25;

/** How far a page shifts and its longest task in ms (0: none over 50), as in the table of budgets. */
export async function shiftAndTasksOf(browser: Browser, siteUrl: string, path: string) {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	// Locators run a script of their own in the page, whose tasks would count.
	const ask = async <Value>(expression: string) =>
		(await devtools.send('Runtime.evaluate', { expression, returnByValue: true })).result
			.value as Value;
	await page.waitForTimeout(windowRestMs);
	await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.addInitScript(() => {
		const seen = { shift: 0, longestTaskMs: 0 };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value?: number })[]) {
				if (entry.entryType === 'longtask') {
					seen.longestTaskMs = Math.max(seen.longestTaskMs, Math.round(entry.duration));
				} else if (!(entry as { hadRecentInput?: boolean }).hadRecentInput) {
					seen.shift += entry.value ?? 0;
				}
			}
		}).observe({ entryTypes: ['layout-shift', 'longtask'] });
	});
	await page.goto(siteUrl + path.slice(1), { waitUntil: 'load' });
	await page.waitForTimeout(restMs);
	for (const [control, opened] of controls) {
		const at = await ask<[number, number] | undefined>(`{
			const seen = [...document.querySelectorAll('${control}')].find((one) => one.checkVisibility());
			seen?.scrollIntoViewIfNeeded();
			const { x, y, width, height } = seen?.getClientRects()[0] ?? {};
			seen && [x + width / 2, y + height / 2];
		}`);
		if (!at) continue;
		await page.mouse.click(...at);
		await page.waitForTimeout(restMs);
		for (let rests = 1; opened && !(await ask(`!!document.querySelector('${opened}')`)); rests++) {
			if (rests > mostRests) throw new Error(`${path}: ${control} opens no ${opened}`);
			await page.waitForTimeout(restMs);
		}
		await page.keyboard.press('Escape');
	}
	await ask('scrollTo(0, document.body.scrollHeight)');
	await page.waitForTimeout(restMs);
	const seen = await ask<typeof flow>('seen');
	await context.close();
	return seen;
}

/** The budget of a page, by its slug; none for pages that stand beside the report. */
export function budgetOf(slug: string): Budget | undefined {
	if (slug === homeSlug) return budgets.home;
	if (slug === 'claims') return budgets.claims;
	return readReport().sections.includes(slug) ? budgets.section : undefined;
}

/** What a page has too much of: page, kind, excess. */
export function excessOf<Kind extends string>(
	path: string,
	seen: Record<Kind, number>,
	budget: Partial<Record<Kind, number>>,
): string[] {
	return (Object.entries(budget) as [Kind, number][])
		.filter(([kind, most]) => seen[kind] > most)
		.map(([kind, most]) => `${path} ${kind}: ${seen[kind]}, ${seen[kind] - most} over ${most}`);
}
