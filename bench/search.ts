/**
 * Measures the search in Chromium, beside stock Pagefind on the same HTML in the same run: recall
 * and precision against a scan of every block, requests, bytes, times, the golden questions, and
 * sentences of the report.
 *
 * Usage: `npm run bench:search -- [--seed 1] [--report <the report's text>]`. The report's text is
 * not in the repository; without it its sentences are left out. Exits with 1 when a bound is missed.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
import { grammars } from '../src/search/grammars.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { retype } from '../tests/browser/search-results.ts';
import { reportSentences } from './search-concordance.ts';
import {
	folderBytes,
	freshPage,
	mean,
	quantile,
	recallAndPrecision,
	weighed,
} from './search-measure.ts';
import { absentStrings, crossingStrings, hanStrings, mixedStrings } from './search-queries.ts';
import { randomFrom } from './search-random.ts';
import { stockAnswers, writeStock } from './search-stock.ts';
import { trueHits, truthForm, type TrueBlock } from './search-truth.ts';

const { values } = parseArgs({
	options: { seed: { type: 'string', default: '1' }, report: { type: 'string' } },
});
const random = randomFrom(Number(values.seed));
const dist = resolve('dist');
const address = addressFrom(process.env);
const missed: string[] = [];
function hold(what: string, held: boolean): void {
	if (!held) missed.push(what);
}
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const site = await readBuiltSite(dist, address);
const pagesOf = (language: Language) => site.pages.filter((page) => page.language === language);
const pages = pagesOf('zh');
const records = recordsOf(pages, {});
const texts = records.map(({ text }) => text);
const blocks: TrueBlock[] = records.map(({ path, text, claims }) => ({
	path: path.replace(/~$/, ''),
	form: truthForm(text),
	claims,
}));
const sets = {
	Han: hanStrings(texts, 200, random),
	mixed: mixedStrings(texts, 150, random),
	crossing: crossingStrings(pages, 100, random),
	absent: absentStrings(texts, 150, random),
};

const stockRoot = await mkdtemp(join(tmpdir(), 'search-stock-'));
const largeRoot = await mkdtemp(join(tmpdir(), 'search-large-'));
await writeStock(stockRoot, pages);
const copies = Array.from({ length: 10 }, (_, copy) =>
	records.map((record) => ({ ...record, path: record.path.replace('#', `${copy}/#`) })),
);
await writeBundle(largeRoot, 'zh', copies.flat());
const ours = await serve({ root: dist, base: address.base });
const stock = await serve({ root: stockRoot, base: '/' });
const large = await serve({ root: largeRoot, base: '/' });
const browser = await launchBrowser();
console.log(`\n${pages.length} pages, ${records.length} records, seed ${values.seed}\n`);

const searchPage = (language: Language = 'zh') =>
	freshPage(browser, ours.url + pathOf('search', language).slice(1));
const withoutBase = (href: string) => `/${href.slice(address.base.length)}`;

/** Asks by the interface; addresses of the exact hits, of all hits, and the requests made. */
async function ask(page: Page, query: string) {
	const { hits, exact, state } = await retype(page, query);
	const places = hits.map(({ href }) => withoutBase(decodeURIComponent(href)));
	return {
		places,
		exact: places.filter((_, at) => hits[at]!.group === 'exact'),
		count: exact,
		state,
	};
}

const stockPage = await freshPage(browser, `${stock.url}pagefind/pagefind-entry.json`);
const page = await searchPage();
const table: Record<string, Record<string, string>> = {};
const firstAnswers = new Map<string, string[]>();
for (const [name, queries] of Object.entries(sets)) {
	const scores = [];
	let [falseHits, allHits] = [0, 0];
	for (const query of queries) {
		const { exact, count } = await ask(page, query);
		firstAnswers.set(query, exact);
		const wanted = trueHits(blocks, query);
		const score = recallAndPrecision(exact, wanted);
		scores.push(score);
		allHits += exact.length;
		const wrong = exact.filter((place) => !wanted.includes(place));
		const lacking = wanted.filter((place) => !exact.includes(place));
		falseHits += wrong.length;
		if (count !== exact.length) missed.push(`${query}: counts ${count}, shows ${exact.length}`);
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
	const show = (list: { recall: number; precision: number }[], key: 'recall' | 'precision') =>
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
for (const query of random.shuffled([...firstAnswers.keys()]).slice(0, 60)) {
	const { exact } = await ask(again, query);
	hold(
		`${query} depends on what was asked before`,
		String(exact) === String(firstAnswers.get(query)),
	);
}

/** Requests and bytes of a first answer and of those after it, by address. */
async function weigh(queries: readonly string[]) {
	const context = await browser.newContext();
	const fresh = await context.newPage();
	await fresh.goto(`${ours.url}risks/`);
	await fresh.waitForLoadState('networkidle');
	const scale = weighed(context);
	const next: number[] = [];
	let first = { bytes: 0, own: 0, requests: 0, foreign: [] as string[] };
	const asked: { path: string; size: number }[] = [];
	context.on('response', async (response) => {
		const path = new URL(response.url()).pathname.slice(address.base.length - 1);
		const body = await response.body().catch(() => Buffer.alloc(0));
		asked.push({ path, size: body.length });
	});
	for (const [at, query] of queries.entries()) {
		scale.reset();
		if (at === 0) await fresh.keyboard.press('/');
		const input = fresh.locator('.search-dialog input');
		await input.fill(query);
		await fresh.waitForFunction(
			(text) =>
				document.querySelector<HTMLInputElement>('.search-dialog input')?.value === text &&
				document.querySelector('.search-dialog [data-search-state="done"]'),
			query,
		);
		await fresh.waitForLoadState('networkidle');
		const bytes = await scale.bytes();
		if (at > 0) next.push(bytes);
		else {
			const isIndex = ({ path }: { path: string }) => path.startsWith('/pagefind/');
			const foreign = asked.filter((one) => !isIndex(one) && !one.path.startsWith('/_astro/'));
			const sizes = asked.map(({ path, size }) => `${path.split('/').slice(-2).join('/')} ${size}`);
			if (process.env.SIZES) console.log(sizes.join('\n'));
			const own = await scale.bytesOf((url) => /\/_astro\/|\/(?:words|names)\.json$/.test(url));
			first = { bytes, own, requests: asked.length, foreign: foreign.map(({ path }) => path) };
		}
	}
	await context.close();
	return { first, next };
}
const weights = [];
for (const word of ['奖励模型', '英伟达', '算力成本', '强化学习']) {
	weights.push(await weigh([word, ...random.shuffled(sets.Han).slice(0, 12)]));
}
const firstBytes = quantile(
	weights.map(({ first }) => first.bytes),
	0.5,
);
const ownBytes = quantile(
	weights.map(({ first }) => first.own),
	0.5,
);
const nextBytes = quantile(
	weights.flatMap(({ next }) => next),
	0.5,
);
const foreign = weights.flatMap(({ first }) => first.foreign);
hold(`requests elsewhere: ${foreign.join(' ')}`, foreign.length === 0);
hold(`first answer ${kB(firstBytes)}`, firstBytes <= 150_000);
hold(`of it ours ${kB(ownBytes)}`, ownBytes <= 20_000);
hold(`next answer ${kB(nextBytes)}`, nextBytes <= 40_000);

const context = await browser.newContext();
const stockScale = weighed(context);
const stockFirst = await context.newPage();
await stockFirst.goto(`${stock.url}pagefind/pagefind-entry.json`);
stockScale.reset();
await stockAnswers(stockFirst, ['奖励模型']);
const stockBytes = await stockScale.bytes();
const indexBytes = async (root: string) =>
	folderBytes((await filesBelow(root)).filter((file) => /\.pf_|(?:words|names)\.json/.test(file)));
const [onDisk, stockOnDisk] = await Promise.all([
	indexBytes(join(dist, 'pagefind', 'zh')),
	indexBytes(join(stockRoot, 'pagefind')),
]);
console.log(
	`First answer ${kB(firstBytes)} in ${weights[0]!.first.requests} requests, of it ours ${kB(ownBytes)}; stock ${kB(stockBytes)} (${(firstBytes / stockBytes).toFixed(2)})`,
);
console.log(`Next answer ${kB(nextBytes)} (median)`);
console.log(
	`Index on disk ${kB(onDisk)}; stock ${kB(stockOnDisk)} (${(onDisk / stockOnDisk).toFixed(2)})`,
);

/** Milliseconds of one phrase asked of Pagefind: its files being fetched, then in memory. */
async function phraseMs(root: string, queries: readonly string[]) {
	const fresh = await freshPage(browser, `${root}pagefind/zh/pagefind-entry.json`);
	const phrases = queries.map((query) => grammars.zh.queryCodes(query).join(' '));
	const times = await fresh.evaluate(async (asked) => {
		const folder = new URL('./', location.href).pathname;
		const { createInstance } = await import(`${folder}pagefind.js`);
		const pagefind = createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
		await pagefind.search(null);
		const times: number[] = [];
		for (const phrase of [...asked, ...asked]) {
			const startedAt = performance.now();
			await pagefind.search(`"${phrase}"`);
			times.push(performance.now() - startedAt);
		}
		return times;
	}, phrases);
	await fresh.context().close();
	return { cold: times.slice(0, queries.length), warm: times.slice(queries.length) };
}
for (const [name, root] of [
	['here', ours.url],
	['ten times the site', large.url],
] as const) {
	const { cold, warm } = await phraseMs(root, sets.Han);
	const [p50, p95, fetched] = [quantile(warm, 0.5), quantile(warm, 0.95), quantile(cold, 0.95)];
	console.log(
		`A phrase ${name}: ${p50.toFixed(1)} ms (median), ${p95.toFixed(1)} ms (p95); with its files being fetched ${fetched.toFixed(1)} ms (p95)`,
	);
	hold(`a phrase ${name}: p95 ${p95.toFixed(1)} ms`, p95 <= 10);
}

const questions = JSON.parse(await readFile('tests/search-questions.json', 'utf8')) as Record<
	Language,
	Record<string, string>
>;
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
	const told = new Map(blocks.map(({ path, claims: numbers }) => [path, numbers]));
	const sentences = reportSentences(await readFile(values.report, 'utf8'), claims);
	const right = [];
	for (const { text, claims: ids } of sentences.filter((sentence) => sentence.claims.length > 0)) {
		const wanted = new Set(ids.map((id) => numbers.get(id)!));
		const { places } = await ask(page, text);
		const fits = places.slice(0, 3).map((place) => told.get(place)?.some((one) => wanted.has(one)));
		right.push(fits.includes(true));
		if (!right.at(-1))
			console.log(`  ${text} (${[...wanted].join(' ')}): ${places.slice(0, 3).join(' ')}`);
	}
	const share = right.filter(Boolean).length / right.length;
	console.log(
		`Sentences of the report: ${right.length}, right block in the first three ${share.toFixed(4)}`,
	);
	hold(`sentences ${share.toFixed(4)}`, share >= 0.95);
} else console.log('Sentences of the report: left out, --report names no text.');

await browser.close();
await Promise.all([ours.close(), stock.close(), large.close()]);
await Promise.all([stockRoot, largeRoot].map((root) => rm(root, { recursive: true })));
await closePagefind();
for (const what of missed) console.error(`Not held: ${what}`);
console.log(missed.length === 0 ? 'All bounds are held.' : `${missed.length} bounds not held.`);
process.exitCode = missed.length > 0 ? 1 : 0;
