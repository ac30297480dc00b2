/**
 * Prints what the first load of each content page costs beside the budgets of `bench/budgets.ts`,
 * its shares of the peer's figures, how far the page shifts while it loads and while its controls
 * are used, and the longest task at a processor slowed four times.
 *
 * Usage: `npm run build && npm run bench:weight`. Exits with 1 when a page is over its budget or
 * shifts; `tests/browser/first-load.test.ts` holds the same in CI, but for times.
 */
import { resolve } from 'node:path';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { readBuiltSite } from '../src/base/built-site.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { peer } from './budgets.ts';
import { budgetOf, excessOf, firstLoadOf, shiftAndTasksOf } from './first-load.ts';

const root = resolve('dist');
const address = addressFrom(process.env);
const { pages } = await readBuiltSite(root, address);
const server = await serve({ root, base: address.base });
const browser = await launchBrowser();

const table: Record<string, Record<string, number | string>> = {};
const over: string[] = [];
for (const { path, slug } of pages) {
	const load = await firstLoadOf(browser, server.url, path);
	const { shift, longestTaskMs } = await shiftAndTasksOf(browser, server.url, path);
	const budget = budgetOf(slug);
	const shares = {
		'of its bytes': (load.all / peer.all).toFixed(2),
		'of its requests': (load.requests / peer.requests).toFixed(2),
	};
	table[path] = { ...load, ...shares, shift, 'longest task, ms': longestTaskMs };
	if (budget) over.push(...excessOf(path, load, budget));
	if (shift > 0) over.push(`${path} shift: ${shift}`);
}
await browser.close();
await server.close();

table[`${peer.name}, longest section`] = { all: peer.all, requests: peer.requests };
console.table(table);
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
