/**
 * Prints what the first load of each content page costs over the wire with Brotli: requests that
 * stand before the first paint of text, all requests, and bytes by kind. Counts what Chromium
 * really asks for, favicon included.
 *
 * Usage: `npm run build && npm run bench:weight`. Exits with 1 when a page is over its budget.
 */
import { resolve } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { addressFrom } from '../src/lib/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { readBuiltSite } from '../src/stages/built-site.ts';
import { launchBrowser } from '../tests/browser/browser.ts';

/** Bytes of a section page's first load, everything counted. */
const budgetBytes = 24_000;
/** Requests before the text is painted. */
const budgetBlocking = 2;

/** Size over the wire: Brotli at its best, as a static host stores files; PNG stays as it is. */
function brotliSize(body: Buffer): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
	return Math.min(body.length, brotliCompressSync(body, { params }).length);
}

interface Weight {
	path: string;
	blocking: number;
	requests: number;
	bytesByKind: Record<string, number>;
	bytes: number;
}

const root = resolve('dist');
const address = addressFrom(process.env);
const { pages } = await readBuiltSite(root, address);
const server = await serve({ root, base: address.base });
const browser = await launchBrowser();

/** Loads a page in a fresh profile and weighs every answer. */
async function weigh(path: string): Promise<Weight> {
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
	await page.goto(server.url + path.slice(1), { waitUntil: 'networkidle' });
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
	const icon = await fetch(`${server.url}favicon.svg`);
	weighed.push({ kind: 'icon', size: brotliSize(Buffer.from(await icon.arrayBuffer())) });
	await context.close();
	const bytesByKind: Record<string, number> = {};
	for (const { kind, size } of weighed) bytesByKind[kind] = (bytesByKind[kind] ?? 0) + size;
	const bytes = weighed.reduce((sum, { size }) => sum + size, 0);
	return { path, blocking: blocking + 1, requests: weighed.length, bytesByKind, bytes };
}

const weights: Weight[] = [];
for (const { path } of pages) weights.push(await weigh(path));
await browser.close();
await server.close();

console.table(
	Object.fromEntries(
		weights.map(({ path, blocking, requests, bytesByKind, bytes }) => [
			path,
			{ 'requests before text': blocking, requests, ...bytesByKind, 'bytes (Brotli)': bytes },
		]),
	),
);
const sections = new Set([
	'origin',
	'technical-logic',
	'industry-impact',
	'application-scenarios',
	'risks',
	'investment-advice',
]);
const over = weights.filter(
	({ path, bytes, blocking }) =>
		sections.has(path.split('/').at(-2) ?? '') &&
		(bytes > budgetBytes || blocking > budgetBlocking),
);
for (const { path, bytes } of over) console.error(`${path} is over its budget: ${bytes} bytes`);
console.log(`Budget: ${budgetBytes} bytes, ${budgetBlocking} requests before text.`);
process.exitCode = over.length > 0 ? 1 : 0;
