/**
 * Prints Lighthouse's four scores on a phone for each kind of page: medians of three runs, and the
 * lowest performance among them, which is what varies. The last row is a peer: the words of the
 * longest section without style and script, which shows what the machine and its fonts cost.
 *
 * Usage: `npm run build && npm run bench:lighthouse`. npx fetches Lighthouse, so that nobody who
 * only builds or tests installs it. Exits with 1 when a median of a page of ours is below 100.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parseHTML } from 'linkedom';
import { addressFrom } from '../src/base/urls.ts';
import { readReport } from '../src/content/readers.ts';
import { serve } from '../src/preview/serve.ts';
import { launchOptions } from '../tests/browser/browser.ts';
import { quantile } from './measure.ts';

const lighthouse = 'lighthouse@13.5.0';
const runs = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Scores = Record<(typeof categories)[number], number>;
const sections = readReport().sections.map((slug) => `${slug}/`);
const paths = ['', ...sections, 'search/?q=GPT', 'claims/', 'report/', 'en/'];

const peer = 'technical-logic/';

/** Writes the peer. Returns the folder to serve. */
function barePage(): string {
	const { document } = parseHTML(readFileSync(join('dist', peer, 'index.html'), 'utf8'));
	for (const one of document.querySelectorAll('style, script, link, [http-equiv]')) one.remove();
	for (const one of document.querySelectorAll('[style]')) one.removeAttribute('style');
	const folder = resolve('node_modules/.cache/lighthouse');
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'index.html'), document.toString());
	return folder;
}

const { base } = addressFrom(process.env);
const server = await serve({ root: resolve('dist'), base });
const bareServer = await serve({ root: barePage(), base });
const { executablePath: CHROME_PATH } = await launchOptions();

/**
 * Scores of one run, 0 to 100. A run that Lighthouse fails (it then asks to be run again) is repeated
 * `repeats` times; then this throws what Lighthouse says.
 */
async function scoresOf(url: string, repeats = 2): Promise<Scores> {
	const flags = ['--output=json', '--quiet', `--only-categories=${categories.join()}`];
	const browserFlags = '--chrome-flags=--headless=new --no-sandbox --disable-gpu';
	// The server is of this process, which must not wait for Lighthouse.
	const { stdout } = await promisify(execFile)(
		'npx',
		['--yes', lighthouse, url, ...flags, browserFlags],
		{ env: { ...process.env, CHROME_PATH }, maxBuffer: 2 ** 28 },
	).catch((error: { stderr: string }) => {
		if (repeats === 0) throw new Error(`${url}: ${error.stderr}`);
		return { stdout: '' };
	});
	if (stdout === '') return scoresOf(url, repeats - 1);
	const { categories: found } = JSON.parse(stdout) as {
		categories: Record<string, { score: number }>;
	};
	const scores = categories.map((name) => [name, Math.round(found[name]!.score * 100)]);
	return Object.fromEntries(scores) as Scores;
}

/** Medians of an address, and the lowest performance. */
async function rowOf(url: string) {
	const tries: Scores[] = [];
	for (let run = 0; run < runs; run++) tries.push(await scoresOf(url));
	const medians = categories.map((name) => [name, quantile(tries.map((one) => one[name]))]);
	const lowest = Math.min(...tries.map(({ performance }) => performance));
	return { ...(Object.fromEntries(medians) as Scores), 'lowest performance': lowest };
}

const table: Record<string, Awaited<ReturnType<typeof rowOf>>> = {};
for (const path of paths) table[`/${path}`] = await rowOf(server.url + path);
const bare = await rowOf(bareServer.url);
await server.close();
await bareServer.close();
console.table({ ...table, [`/${peer} bare`]: bare });
const under = Object.entries(table).filter(([, all]) => categories.some((name) => all[name] < 100));
for (const [path] of under) console.error(`${path}: a score is below 100`);
process.exitCode = under.length > 0 ? 1 : 0;
