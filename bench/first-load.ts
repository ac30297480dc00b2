import type { Browser } from 'playwright-core';
import { brotliSize } from './search-measure.ts';

/** Bytes of a section page's first load over the wire with Brotli, everything counted. */
export const budgetBytes = 24_000;
/** Requests before the text is painted. */
export const budgetBlocking = 2;

/** What the first load of a page costs. */
export interface FirstLoad {
	/** Requests that stand before the first paint of text, the page itself included. */
	blocking: number;
	requests: number;
	/** Bytes with Brotli, by kind of resource. */
	bytesByKind: Record<string, number>;
	bytes: number;
}

/**
 * Loads a page in a fresh profile and weighs every answer Chromium gets, favicon included.
 * `siteUrl` ends with a slash; `path` is root-relative without the base.
 */
export async function firstLoadOf(
	browser: Browser,
	siteUrl: string,
	path: string,
): Promise<FirstLoad> {
	const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
	const page = await context.newPage();
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
	await page.goto(siteUrl + path.slice(1), { waitUntil: 'networkidle' });
	const blocking = await page.evaluate(
		() =>
			performance
				.getEntriesByType('resource')
				.filter(
					(entry) =>
						(entry as PerformanceResourceTiming & { renderBlockingStatus: string })
							.renderBlockingStatus === 'blocking',
				).length,
	);
	const weighed = await Promise.all(answers);
	// Not every headless Chromium asks for the favicon; a reader's browser does.
	const icon = await fetch(`${siteUrl}favicon.svg`);
	weighed.push({ kind: 'icon', size: brotliSize(Buffer.from(await icon.arrayBuffer())) });
	await context.close();
	const bytesByKind: Record<string, number> = {};
	for (const { kind, size } of weighed) bytesByKind[kind] = (bytesByKind[kind] ?? 0) + size;
	const bytes = weighed.reduce((sum, { size }) => sum + size, 0);
	return { blocking: blocking + 1, requests: weighed.length, bytesByKind, bytes };
}
