import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { freshPage, weighed } from './search-measure.ts';

/** A page as stock Pagefind gets it. */
export interface StockPage {
	path: string;
	html: string;
}

/** What stock Pagefind found for a query. */
export interface StockAnswer {
	query: string;
	/** Paths of the pages found, in order. */
	paths: string[];
	/** Sections of the first five, in order: `/path/#id`, with their titles. */
	sections: { href: string; title: string }[];
	/** From the call to the list of pages, in milliseconds. */
	searchMs: number;
	/** … and to the data of the first five, which its UI shows. */
	shownMs: number;
}

const uiPage = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>Stock</title>
<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div><script>new PagefindUI({ element: '#search', showSubResults: true });</script></html>`;

/**
 * Indexes pages with stock Pagefind and writes its bundle with a page for its default UI. It is
 * told to read `main` only, which spares it the navigation and helps its precision.
 */
export async function writeStock(root: string, pages: readonly StockPage[]): Promise<void> {
	const { index, errors } = await createIndex({ rootSelector: 'main' });
	if (!index) throw new Error(errors.join('; '));
	for (const { path, html } of pages) await index.addHTMLFile({ url: path, content: html });
	await index.writeFiles({ outputPath: join(root, 'pagefind') });
	await index.deleteIndex();
	await mkdir(root, { recursive: true });
	await writeFile(join(root, 'index.html'), uiPage);
}

/**
 * Asks stock Pagefind's own browser API, one query after the other. With `all`, the addresses of
 * all pages found are fetched, to be checked; that is not part of the times.
 */
export async function stockAnswers(
	page: Page,
	queries: readonly string[],
	all = true,
): Promise<StockAnswer[]> {
	return page.evaluate(
		async ([asked, wantsAll]) => {
			const url = '/pagefind/pagefind.js';
			const pagefind = await import(url);
			await pagefind.init();
			const answers = [];
			for (const query of asked) {
				const startedAt = performance.now();
				const { results } = await pagefind.search(query);
				const searchMs = performance.now() - startedAt;
				const shown = await Promise.all(
					results.slice(0, 5).map((result: { data(): Promise<unknown> }) => result.data()),
				);
				const shownMs = performance.now() - startedAt;
				const checked = wantsAll ? results : results.slice(0, 5);
				const data = await Promise.all(
					checked.map((result: { data(): Promise<unknown> }) => result.data()),
				);
				answers.push({
					query,
					paths: data.map((page) => (page as { url: string }).url),
					sections: shown.flatMap((data) =>
						(data as { sub_results: { url: string; title: string }[] }).sub_results.map(
							({ url, title }) => ({ href: url, title }),
						),
					),
					searchMs,
					shownMs,
				});
			}
			return answers;
		},
		[queries, all] as const,
	);
}

/** From the keystroke to the painted list in its default UI, in milliseconds, warm. */
export async function stockPaintMs(page: Page, queries: readonly string[]): Promise<number[]> {
	return page.evaluate(async (asked) => {
		const input = document.querySelector<HTMLInputElement>('.pagefind-ui__search-input')!;
		const times: number[] = [];
		for (const query of [asked[0]!, ...asked]) {
			const startedAt = performance.now();
			input.value = query;
			input.dispatchEvent(new InputEvent('input', { bubbles: true }));
			const told = () => {
				const message = document.querySelector('.pagefind-ui__message')?.textContent ?? '';
				return message.includes(query);
			};
			while (!told() && performance.now() - startedAt < 3000) {
				await new Promise(requestAnimationFrame);
			}
			times.push(performance.now() - startedAt);
		}
		return times.slice(1);
	}, queries);
}

/** Bytes (Brotli) of everything but the page itself until its UI shows the first answer. */
export async function stockFirstAnswerBytes(
	browser: Browser,
	url: string,
	query: string,
): Promise<number> {
	const page = await freshPage(browser, 'about:blank');
	const scale = weighed(page.context());
	await page.goto(url);
	await page.locator('.pagefind-ui__search-input').fill(query);
	await page.locator('.pagefind-ui__result-title').first().waitFor();
	await page.waitForLoadState('networkidle');
	const bytes = (await scale.bytes()) - Buffer.byteLength(uiPage);
	await page.context().close();
	return bytes;
}
