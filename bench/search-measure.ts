import { stat } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Size over the wire: Brotli at its best, or as it is where that is smaller. */
export function brotliSize(body: Buffer): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	return Math.min(body.length, brotliCompressSync(body, { params }).length);
}

/**
 * Adds up what a page fetches, workers included, until it is asked. An address counts once: the
 * second time the browser has it.
 */
export function weighed(context: BrowserContext): {
	reset(): void;
	bytes(): Promise<number>;
	bytesOf(fits: (url: string) => boolean): Promise<number>;
} {
	const answers = new Map<string, Promise<number>>();
	context.on('response', (response) => {
		const url = response.url();
		if (!answers.has(url))
			answers.set(
				url,
				response.body().then(brotliSize, () => 0),
			);
	});
	const bytesOf = async (fits: (url: string) => boolean) => {
		const sizes = [...answers].filter(([url]) => fits(url)).map(([, size]) => size);
		return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	};
	return { reset: () => answers.clear(), bytes: () => bytesOf(() => true), bytesOf };
}

/** Value at a share of the sorted list, `quantile(list, 0.95)`. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Mean, NaN for none. */
export function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of found in wanted, and of wanted in found. An empty set found for nothing is right. */
export function recallAndPrecision(found: readonly string[], wanted: readonly string[]) {
	const foundSet = new Set(found);
	const wantedSet = new Set(wanted);
	const common = [...foundSet].filter((item) => wantedSet.has(item)).length;
	return {
		recall: wantedSet.size === 0 ? 1 : common / wantedSet.size,
		precision: foundSet.size === 0 ? 1 : common / foundSet.size,
	};
}

/** Opens a page in a fresh profile. */
export async function freshPage(browser: Browser, url: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(url, { waitUntil: 'load' });
	return page;
}

/** Size on disk of some files, in bytes. */
export async function folderBytes(files: readonly string[]): Promise<number> {
	const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
	return sizes.reduce((sum, size) => sum + size, 0);
}
