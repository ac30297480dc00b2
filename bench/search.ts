/**
 * Measures the search in Chromium, beside stock Pagefind on the same HTML in the same run: recall
 * and precision against a scan of every block, requests, bytes, times, the golden questions, and
 * sentences of the report.
 *
 * Usage: `npm run bench:search -- [--seed 1] [--report <the report's text>]`. The report's text is
 * not in the repository; without it its sentences are left out. Exits with 1 when a bound is missed.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { close as closePagefind } from 'pagefind';
import type { Page } from 'playwright-core';
import { filesBelow, readBuiltSite } from '../src/base/built-site.ts';
import type { Language } from '../src/base/languages.ts';
import { addressFrom, pathOf } from '../src/base/urls.ts';
import { readClaims } from '../src/content/readers.ts';
import { serve } from '../src/preview/serve.ts';
import { recordsOf } from '../src/search/build/records.ts';
import { writeBundle } from '../src/search/build/stage.ts';
import { bundleFolder } from '../src/search/hit.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { dialog, retype, seenResults } from '../tests/browser/search-results.ts';
import { freshPage, mean, quantile, sum, weighed } from './measure.ts';
import { reportSentences } from './search-concordance.ts';
import {
	absentStrings,
	crossingStrings,
	drawn,
	hanStrings,
	mixedStrings,
	someOf,
} from './search-queries.ts';
import { phraseMs, stockAnswers, writeStock } from './search-pagefind.ts';
import { recallAndPrecision, trueHits, truthForm, type TrueBlock } from './search-truth.ts';

const { values } = parseArgs({
	options: { seed: { type: 'string', default: '1' }, report: { type: 'string' } },
});
const seed = Number(values.seed);
const dist = resolve('dist');
const address = addressFrom(process.env);
const missed: string[] = [];
function hold(what: string, held: boolean): void {
	if (!held) missed.push(what);
}
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const site = await readBuiltSite(dist, address);
const pages = site.pages.filter(({ language }) => language === 'zh');
const records = recordsOf(pages, {});
const texts = records.map(({ text }) => text);
const blocks: TrueBlock[] = records.map(({ path, text, claims }) => ({
	path: path.replace(/~$/, ''),
	form: truthForm(text),
	claims,
}));
const elements = pages.flatMap((page) => page.blocks.map(({ element }) => element));
const sets = {
	Han: drawn(hanStrings(texts), 200, seed),
	mixed: drawn(mixedStrings(texts), 150, seed),
	crossing: drawn(crossingStrings(elements), 100, seed),
	absent: drawn(absentStrings(texts), 150, seed),
};

const folder = mkdtempSync(join(tmpdir(), 'search-'));
const stockRoot = join(folder, 'stock');
await writeStock(stockRoot, pages);
const copies = Array.from({ length: 10 }, (_, copy) =>
	records.map((record) => ({ ...record, path: record.path.replace('#', `${copy}/#`) })),
);
await writeBundle(join(folder, 'large', bundleFolder('zh')), copies.flat(), pages);
const ours = await serve({ root: dist, base: address.base });
const stock = await serve({ root: stockRoot, base: '/' });
const large = await serve({ root: join(folder, 'large'), base: '/' });
const browser = await launchBrowser();
console.log(`\n${pages.length} pages, ${records.length} records, seed ${seed}\n`);

const searchPage = (language: Language = 'zh') =>
	freshPage(browser, ours.url + pathOf('search', language).slice(1));

/** Asks by the interface: the places of all hits and of the exact ones, and their count as said. */
async function ask(page: Page, query: string) {
	const { hits, exact: count } = await retype(page, query);
	const placesOf = (some: typeof hits) =>
		some.map(({ href }) => `/${decodeURIComponent(href).slice(address.base.length)}`);
	const exact = hits.filter(({ group }) => group === 'exact');
	return { places: placesOf(hits), exact: placesOf(exact), count };
}

const stockPage = await freshPage(browser, `${stock.url}pagefind/pagefind-entry.json`);
const page = await searchPage();
const table: Record<string, Record<string, string>> = {};
const firstAnswers = new Map<string, string[]>();
for (const [name, queries] of Object.entries(sets)) {
	const scores: ReturnType<typeof recallAndPrecision>[] = [];
	let [falseHits, allHits] = [0, 0];
	for (const query of queries) {
		const { exact, count } = await ask(page, query);
		firstAnswers.set(query, exact);
		const wanted = trueHits(blocks, query);
		scores.push(recallAndPrecision(exact, wanted));
		const wrong = exact.filter((place) => !wanted.includes(place));
		const lacking = wanted.filter((place) => !exact.includes(place));
		allHits += exact.length;
		falseHits += wrong.length;
		hold(`${query}: counts ${count}, shows ${exact.length}`, count === exact.length);
		for (const place of wrong) console.log(`  not there: ${query} in ${place}`);
		for (const place of lacking) missed.push(`${name}: ${query} not found in ${place}`);
	}
	const precision = allHits === 0 ? 1 : 1 - falseHits / allHits;
	hold(`${name}: precision ${precision}`, precision >= (name === 'absent' ? 1 : 0.999));
	hold(`${name}: no query`, queries.length > 20);
	const stockScores = (await stockAnswers(stockPage, queries)).map(({ query, paths }) => {
		const wanted = trueHits(blocks, query).map((path) => path.split('#')[0]!);
		return recallAndPrecision(paths, wanted);
	});
	const show = (list: typeof scores, key: 'recall' | 'precision') =>
		mean(list.map((one) => one[key])).toFixed(4);
	table[name] = {
		queries: String(queries.length),
		recall: show(scores, 'recall'),
		precision: precision.toFixed(4),
		'stock recall (pages)': show(stockScores, 'recall'),
		'stock precision (pages)': show(stockScores, 'precision'),
	};
}
console.table(table);

const again = await searchPage();
for (const query of someOf([...firstAnswers.keys()], 60, seed)) {
	const isSame = String((await ask(again, query)).exact) === String(firstAnswers.get(query));
	hold(`${query} depends on what was asked before`, isSame);
}

/** What is fetched for a first answer in the dialog, and the bytes of each one after it. */
async function weigh(queries: readonly string[]) {
	const fresh = await freshPage(browser, `${ours.url}risks/`);
	await fresh.waitForLoadState('networkidle');
	const fetchedSince = weighed(fresh.context());
	const fetched: [url: string, bytes: number][][] = [];
	await fresh.keyboard.press('/');
	for (const query of queries) {
		await fresh.locator(`${dialog} input`).fill(query);
		await seenResults(fresh, dialog);
		await fresh.waitForLoadState('networkidle');
		fetched.push(await fetchedSince());
	}
	await fresh.close();
	const [first = [], ...next] = fetched;
	return { first: new Map(first), next: next.map((files) => sum(files.map(([, bytes]) => bytes))) };
}
const weights: Awaited<ReturnType<typeof weigh>>[] = [];
for (const [at, word] of ['奖励模型', '英伟达', '算力成本', '强化学习'].entries()) {
	weights.push(await weigh([word, ...someOf(sets.Han, 12, seed + at)]));
}
/** Median bytes of the files of a first answer whose address fits. */
const firstBytesOf = (fits: RegExp) =>
	quantile(
		weights.map(({ first }) => sum([...first].map(([url, size]) => (fits.test(url) ? size : 0)))),
	);
const firstBytes = firstBytesOf(/./);
const ownBytes = firstBytesOf(/\/_astro\/|\/(?:words|names)\.json$/);
const nextBytes = quantile(weights.flatMap(({ next }) => next));
const foreign = weights
	.flatMap(({ first }) => [...first.keys()])
	.filter((url) => !/^(?:pagefind|_astro)\//.test(url.slice(ours.url.length)));
hold(`requests elsewhere: ${foreign.join(' ')}`, foreign.length === 0);
hold(`first answer ${kB(firstBytes)}`, firstBytes <= 150_000);
hold(`of it ours ${kB(ownBytes)}`, ownBytes <= 20_000);
hold(`next answer ${kB(nextBytes)}`, nextBytes <= 40_000);

const stockFirst = await freshPage(browser, `${stock.url}pagefind/pagefind-entry.json`);
const stockSince = weighed(stockFirst.context());
await stockAnswers(stockFirst, ['奖励模型']);
const stockBytes = sum((await stockSince()).map(([, bytes]) => bytes));
const indexBytes = async (root: string) => {
	const files = (await filesBelow(root)).filter((file) => /\.pf_|(?:words|names)\.json/.test(file));
	return sum(files.map((file) => statSync(file).size));
};
const onDisk = await indexBytes(join(dist, 'pagefind', 'zh'));
const stockOnDisk = await indexBytes(join(stockRoot, 'pagefind'));
const beside = (bytes: number, theirs: number) =>
	`stock ${kB(theirs)} (${(bytes / theirs).toFixed(2)})`;
console.log(
	`First answer ${kB(firstBytes)} in ${weights[0]!.first.size} requests, of it ours ${kB(ownBytes)}; ${beside(firstBytes, stockBytes)}`,
);
console.log(`Next answer ${kB(nextBytes)} (median)`);
console.log(`Index on disk ${kB(onDisk)}; ${beside(onDisk, stockOnDisk)}`);

for (const [name, root] of Object.entries({ here: ours.url, 'ten times the site': large.url })) {
	const { cold, warm } = await phraseMs(browser, root, sets.Han);
	const [p50, p95, fetched] = [quantile(warm), quantile(warm, 0.95), quantile(cold, 0.95)];
	console.log(
		`A phrase ${name}: ${p50.toFixed(1)} ms (median), ${p95.toFixed(1)} ms (p95); with its files being fetched ${fetched.toFixed(1)} ms (p95)`,
	);
	hold(`a phrase ${name}: p95 ${p95.toFixed(1)} ms`, p95 <= 10);
}

const questions: Record<Language, Record<string, string>> = JSON.parse(
	readFileSync('tests/search-questions.json', 'utf8'),
);
for (const language of ['zh', 'en'] as const) {
	const asking = language === 'zh' ? page : await searchPage(language);
	const ranks: number[] = [];
	for (const [query, blocks] of Object.entries(questions[language])) {
		const right = blocks.split(' ').map((block) => {
			const [slug, id] = block.split('#') as [string, string];
			return `${pathOf(slug, language)}#${id}`;
		});
		const { places } = await ask(asking, query);
		const at = places.findIndex((place) => right.includes(place));
		ranks.push(at < 0 ? 0 : 1 / (at + 1));
		if (at !== 0) console.log(`  ${query}: rank ${at + 1}, first ${places[0]}`);
	}
	const mrr = mean(ranks);
	console.log(`Golden questions (${language}): ${ranks.length}, MRR ${mrr.toFixed(4)}`);
	hold(`MRR ${language} ${mrr.toFixed(4)}`, mrr >= 0.95);
}

if (values.report) {
	const claims = readClaims();
	const numbers = new Map(claims.map(({ id, number }) => [id, number]));
	const claimsAt = new Map(blocks.map(({ path, claims: numbers }) => [path, numbers]));
	const sentences = reportSentences(readFileSync(values.report, 'utf8'), claims);
	const right: number[] = [];
	for (const { text, claims: ids } of sentences.filter((sentence) => sentence.claims.length > 0)) {
		const wanted = ids.map((id) => numbers.get(id)!);
		const first = (await ask(page, text)).places.slice(0, 3);
		const fits = first.some((place) => claimsAt.get(place)?.some((one) => wanted.includes(one)));
		right.push(fits ? 1 : 0);
		if (!fits) console.log(`  ${text} (${wanted.join(' ')}): ${first.join(' ')}`);
	}
	const share = mean(right);
	console.log(
		`Sentences of the report: ${right.length}, right block in the first three ${share.toFixed(4)}`,
	);
	hold(`sentences ${share.toFixed(4)}`, share >= 0.95);
} else console.log('Sentences of the report: left out, --report names no text.');

await browser.close();
await Promise.all([ours.close(), stock.close(), large.close()]);
rmSync(folder, { recursive: true });
await closePagefind();
for (const what of missed) console.error(`Not held: ${what}`);
console.log(missed.length === 0 ? 'All bounds are held.' : `${missed.length} bounds not held.`);
process.exitCode = missed.length > 0 ? 1 : 0;
