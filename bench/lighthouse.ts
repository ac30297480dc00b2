/**
 * Prints Lighthouse's four scores on a phone for each kind of page: medians of three runs, and the
 * lowest performance among them, which is what varies.
 *
 * Usage: `npm run build && npm run bench:lighthouse`. npx fetches Lighthouse, so that nobody who
 * only builds or tests installs it. Exits with 1 when a median is below 100.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { addressFrom } from '../src/base/urls.ts';
import { readReport } from '../src/content/readers.ts';
import { serve } from '../src/preview/serve.ts';
import { launchBrowserServer } from '../tests/browser/browser.ts';

const lighthouse = 'lighthouse@13.5.0';
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Record<(typeof categories)[number], number>;
const sections = readReport().sections.map((slug) => `${slug}/`);
const paths = ['', ...sections, 'search/?q=GPT', 'claims/', 'report/', 'en/'];

const server = await serve({ root: resolve('dist'), base: addressFrom(process.env).base });
// Started once to learn which of the machine's browsers starts.
const browser = await launchBrowserServer();
const CHROME_PATH = browser.process().spawnfile;
await browser.close();

/** Scores of one run, 0 to 100. Throws what Lighthouse says when it gives none. */
async function scoresOf(url: string): Promise<Scores> {
	const flags = ['--output=json', '--quiet', `--only-categories=${categories.join()}`];
	const browserFlags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
	// The server is of this process, which must not wait for Lighthouse.
	const { stdout } = await promisify(execFile)(
		'npx',
		['--yes', lighthouse, url, ...flags, browserFlags],
		{ env: { ...process.env, CHROME_PATH }, maxBuffer: 2 ** 28 },
	);
	const found = (JSON.parse(stdout) as { categories: Record<string, { score: number }> })
		.categories;
	const scores = categories.map((name) => [name, Math.round(found[name]!.score * 100)]);
	return Object.fromEntries(scores) as Scores;
}

const table: Record<string, Scores & { 'lowest performance': number }> = {};
for (const path of paths) {
	const tries: Scores[] = [];
	for (let run = 0; run < runs; run++) tries.push(await scoresOf(server.url + path));
	const sorted = (name: keyof Scores) => tries.map((one) => one[name]).sort((a, b) => a - b);
	const medians = categories.map((name) => [name, sorted(name)[Math.floor(runs / 2)]]);
	table[`/${path}`] = {
		...(Object.fromEntries(medians) as Scores),
		'lowest performance': sorted('performance')[0]!,
	};
}
await server.close();
console.table(table);
const under = Object.entries(table).filter(([, all]) => categories.some((name) => all[name] < 100));
for (const [path] of under) console.error(`${path}: a score is below 100`);
process.exitCode = under.length > 0 ? 1 : 0;
