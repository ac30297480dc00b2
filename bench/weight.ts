/**
 * Prints what the first load of each content page costs, with the budgets of `bench/budgets.ts`
 * and the peer's figures beside it.
 *
 * Usage: `npm run build && npm run bench:weight`. Exits with 1 when a page is over its budget;
 * `tests/browser/first-load.test.ts` holds the same in CI.
 */
import { resolve } from 'node:path';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { readBuiltSite } from '../src/base/built-site.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { peer } from './budgets.ts';
import { budgetOf, excessOf, firstLoadOf, type FirstLoad } from './first-load.ts';

const root = resolve('dist');
const address = addressFrom(process.env);
const { pages } = await readBuiltSite(root, address);
const server = await serve({ root, base: address.base });
const browser = await launchBrowser();

const table: Record<string, Partial<FirstLoad>> = {};
const over: string[] = [];
for (const { path, slug } of pages) {
	const load = await firstLoadOf(browser, server.url, path);
	const budget = budgetOf(slug);
	table[path] = load;
	if (budget) over.push(...excessOf(path, load, budget));
}
await browser.close();
await server.close();

table[`${peer.name}, longest section`] = { all: peer.bytes, requests: peer.requests };
console.table(table);
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
