/**
 * Prints what the first load of each content page costs beside the budgets of `bench/budgets.ts`
 * and beside Starlight's page of the same Markdown, built and measured in the same run; how far the
 * page shifts while it loads and while its controls are used, and the longest task at a processor
 * slowed four times.
 *
 * Usage: `npm run build && npm run bench:weight`. Exits with 1 when a page is over its budget, over
 * its share of Starlight's, shifts, or has a long task; `tests/browser/first-load.test.ts` holds the
 * same in CI, but for times and shares. Where npm reaches no registry, the shares are of figures
 * measured once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readBuiltSite } from '../src/base/built-site.ts';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { budgets, flow, peer } from './budgets.ts';
import { budgetOf, excessOf, firstLoadOf, shiftAndTasksOf } from './first-load.ts';
import { buildStarlight } from './starlight.ts';

const root = resolve('dist');
const address = addressFrom(process.env);
const { pages } = await readBuiltSite(root, address);
const folder = mkdtempSync(join(tmpdir(), 'starlight-'));
const starlight = await buildStarlight(root, folder).then(
	(built) => serve({ root: built, base: '/' }),
	(error: Error) => console.error(`Starlight is quoted, not built: ${error.message}`),
);
const server = await serve({ root, base: address.base });
const browser = await launchBrowser();

const table: Record<string, Record<string, number | string>> = {};
const over: string[] = [];
for (const { path, slug } of pages) {
	const load = await firstLoadOf(browser, server.url, path);
	const seen = await shiftAndTasksOf(browser, server.url, path);
	const budget = budgetOf(slug);
	table[path] = { ...load, ...seen };
	const theirs = starlight ? await firstLoadOf(browser, starlight.url, path) : peer.quoted;
	for (const [name, kind] of [
		['bytes', 'all'],
		['requests', 'requests'],
	] as const) {
		const share = load[kind] / theirs[kind];
		const column = `${starlight ? 'Starlight’s' : 'quoted'} ${name}`;
		table[path][column] = `${share.toFixed(2)} of ${theirs[kind]}`;
		// Most of the claims page is its list, whoever builds it, and its filter needs two files.
		if (budget && budget !== budgets.claims && share > peer.ratio) {
			over.push(`${path} ${name}: ${share.toFixed(3)} of Starlight’s`);
		}
	}
	if (budget) over.push(...excessOf(path, load, budget));
	over.push(...excessOf(path, seen, flow));
}
await browser.close();
await server.close();
await starlight?.close();
rmSync(folder, { recursive: true });

console.table(table);
for (const line of over) console.error(line);
process.exitCode = over.length > 0 ? 1 : 0;
