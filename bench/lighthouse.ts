/**
 * Prints Lighthouse's four marks of a phone for each kind of page: medians of three rounds, and the
 * lowest mark of speed among them, which is what varies.
 *
 * Usage: `npm run build && npm run bench:lighthouse`. npx fetches Lighthouse, so that nobody who
 * only builds or tests installs it. Exits with 1 when a median is below 100.
 */
import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { launchBrowserServer } from '../tests/browser/browser.ts';

const lighthouse = 'lighthouse@13.5.0';
const rounds = 3;
const kinds = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
type Marks = Record<(typeof kinds)[number], number>;
const paths = ['', 'origin/', 'technical-logic/', 'industry-impact/', 'application-scenarios/'];
paths.push('risks/', 'investment-advice/', 'search/?q=GPT', 'claims/', 'report/', 'en/');

const server = await serve({ root: resolve('dist'), base: addressFrom(process.env).base });
// Started once to learn which of the machine's browsers starts.
const browser = await launchBrowserServer();
const CHROME_PATH = browser.process().spawnfile;
await browser.close();

/** Marks of one round, 0 to 100. Throws what Lighthouse says when it gives none. */
async function marksOf(url: string): Promise<Marks> {
	const flags = ['--output=json', '--quiet', `--only-categories=${kinds.join()}`];
	// The server is of this process, which must not wait for Lighthouse.
	const { stdout } = await promisify(execFile)(
		'npx',
		[
			'--yes',
			lighthouse,
			url,
			...flags,
			'--chrome-flags=--headless=new --no-sandbox --disable-gpu',
		],
		{ env: { ...process.env, CHROME_PATH }, maxBuffer: 2 ** 28 },
	);
	const { categories } = JSON.parse(stdout) as { categories: Record<string, { score: number }> };
	const marks = kinds.map((kind) => [kind, Math.round(categories[kind]!.score * 100)]);
	return Object.fromEntries(marks) as Marks;
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(rounds / 2)]!;

const table: Record<string, Marks & { 'lowest performance': number }> = {};
for (const path of paths) {
	const tries: Marks[] = [];
	for (let round = 0; round < rounds; round++) tries.push(await marksOf(server.url + path));
	const marks = kinds.map((kind) => [kind, median(tries.map((one) => one[kind]))]);
	const lowest = Math.min(...tries.map(({ performance }) => performance));
	table[`/${path}`] = {
		...(Object.fromEntries(marks) as Marks),
		'lowest performance': lowest,
	};
}
await server.close();
console.table(table);
const under = Object.entries(table).filter(([, marks]) => kinds.some((kind) => marks[kind] < 100));
for (const [path] of under) console.error(`${path}: a mark is below 100`);
process.exitCode = under.length > 0 ? 1 : 0;
