import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Size over the wire: Brotli at its best, or as it is where that is smaller. */
export function brotliSize(body: string | Uint8Array): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	return Math.min(Buffer.byteLength(body), brotliCompressSync(body, { params }).length);
}

/**
 * Weighs what the pages of a context fetch, workers included, from now on. Returns a function that
 * gives the sizes by address since it was last called; an address counts once: the second time the
 * browser has it.
 */
export function weighed(context: BrowserContext): () => Promise<[url: string, bytes: number][]> {
	const answers = new Map<string, Promise<number>>();
	context.on('response', (response) => {
		const size = () => response.body().then(brotliSize, () => 0);
		answers.set(response.url(), answers.get(response.url()) ?? size());
	});
	return () => {
		const sizes = [...answers].map(async ([url, size]) => [url, await size] as [string, number]);
		answers.clear();
		return Promise.all(sizes);
	};
}

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Mean, NaN for none. */
export const mean = (values: readonly number[]) => sum(values) / values.length;

/** Value at a share of the sorted list, `quantile(list, 0.95)`; the median without a share. */
export function quantile(values: readonly number[], share = 0.5): number {
	const at = Math.min(values.length - 1, Math.floor(values.length * share));
	return values.toSorted((a, b) => a - b)[at] ?? NaN;
}

/** Opens a page in a fresh profile. */
export async function freshPage(browser: Browser, url: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
	await page.goto(url, { waitUntil: 'load' });
	return page;
}
