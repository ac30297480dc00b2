/**
 * Prints what the first load of each content page costs over the wire with Brotli: requests that
 * stand before the first paint of text, all requests, and bytes by kind.
 *
 * Usage: `npm run build && npm run bench:weight`. Exits with 1 when a section page is over its
 * budget; `tests/browser/first-load.test.ts` holds the same in CI.
 */
import { resolve } from 'node:path';
import { readReport } from '../src/content/readers.ts';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { readBuiltSite } from '../src/base/built-site.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { budgetBlocking, budgetBytes, firstLoadOf } from './first-load.ts';

const root = resolve('dist');
const address = addressFrom(process.env);
const { pages } = await readBuiltSite(root, address);
const server = await serve({ root, base: address.base });
const browser = await launchBrowser();

const table: Record<string, Record<string, number>> = {};
const over: string[] = [];
for (const { path, slug } of pages) {
	const load = await firstLoadOf(browser, server.url, path);
	const { blocking, requests, bytesByKind, bytes } = load;
	table[path] = {
		'requests before text': blocking,
		requests,
		...bytesByKind,
		'bytes (Brotli)': bytes,
	};
	const isSection = readReport().sections.includes(slug);
	if (isSection && (bytes > budgetBytes || blocking > budgetBlocking)) {
		over.push(`${path} is over its budget: ${bytes} bytes, ${blocking} requests before text`);
	}
}
await browser.close();
await server.close();

console.table(table);
for (const line of over) console.error(line);
console.log(
	`Budget of a section page: ${budgetBytes} bytes, ${budgetBlocking} requests before text.`,
);
process.exitCode = over.length > 0 ? 1 : 0;
