/**
 * Measures the search against an exhaustive scan of the visible text, and stock Pagefind on the
 * same HTML in the same run, in Chromium: recall, precision, ranking, times, bytes; the same for
 * the English edition; then the engine and the index on generated pages.
 *
 * Usage: `npm run bench:search -- [--seed 1] [--pages 1000,10000]`. Exits with 1 when a bound of
 * issue 4 is not held. About three minutes; 10,000 pages take some ten more.
 */
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { close as closePagefind } from 'pagefind';
import { readGlossary } from '../src/content/readers.ts';
import { addressFrom } from '../src/base/urls.ts';
import { serve } from '../src/preview/serve.ts';
import { filesBelow, readBuiltSite } from '../src/base/built-site.ts';
import { launchBrowser } from '../tests/browser/browser.ts';
import { builtTexts } from '../tests/dist/search-texts.ts';
import { measureEnglish } from './search-english.ts';
import { measureGenerated } from './search-growth.ts';
import { folderBytes, freshPage, mean } from './search-measure.ts';
import { ourAnswers, ourFirstAnswer, watchLongTasks } from './search-ours.ts';
import {
	absentStrings,
	crossingStrings,
	hanSubstrings,
	mixedStrings,
	realTerms,
	type QuerySet,
} from './search-queries.ts';
import { randomFrom } from './search-random.ts';
import {
	meanReciprocalRank,
	openSearchPage,
	ourQuality,
	ourTitleFirst,
	spread,
	stockQuality,
	stockTitleFirst,
	titleQueries,
	type Golden,
} from './search-site.ts';
import { stockAnswers, stockFirstAnswerBytes, stockPaintMs, writeStock } from './search-stock.ts';
import { trueBlocks } from './search-truth.ts';

const { values } = parseArgs({
	options: {
		seed: { type: 'string', default: '1' },
		pages: { type: 'string', default: '1000' },
	},
});
const random = randomFrom(Number(values.seed));
const dist = resolve('dist');
const address = addressFrom(process.env);

/** Queries of each kind; the issue asks for "any seed", so they are drawn anew each time. */
const counts = { han: 200, mixed: 150, crossing: 100, absent: 150 };

/** Bounds of the issue that were not held. */
const missed: string[] = [];
function hold(what: string, held: boolean): void {
	if (!held) missed.push(what);
}
const share = (value: number) => value.toFixed(4);
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const site = await readBuiltSite(dist, address);
const built = site.pages.filter(({ language }) => language === 'zh');
const texts = await builtTexts();
const blocks = trueBlocks(texts);
const names = readGlossary().flatMap(({ zh, abbr }) => (abbr ? [zh, abbr] : [zh]));
const sets: QuerySet[] = [
	{ name: 'Han, 2–8', queries: hanSubstrings(texts, counts.han, random) },
	{ name: 'Han and Latin', queries: mixedStrings(texts, counts.mixed, random) },
	{ name: 'across tags and lines', queries: crossingStrings(built, counts.crossing, random) },
	{ name: 'terms and headings', queries: realTerms(texts, names) },
	{ name: 'absent', queries: absentStrings(texts, blocks, counts.absent, random), absent: true },
];
const golden = JSON.parse(await readFile('tests/search-golden.json', 'utf8')) as Golden[];

const stockRoot = await mkdtemp(join(tmpdir(), 'search-stock-'));
await writeStock(stockRoot, built);
const [ours, stock] = await Promise.all([
	serve({ root: dist, base: address.base }),
	serve({ root: stockRoot }),
]);
const browser = await launchBrowser();

console.log(`\nThis site: ${texts.length} pages, ${blocks.length} blocks, seed ${values.seed}\n`);
const stockPage = await freshPage(browser, stock.url);
const table: Record<string, Record<string, string | number>> = {};
for (const engine of ['auto', 'pagefind']) {
	const page = await openSearchPage(browser, ours.url, engine);
	for (const set of sets) {
		const quality = ourQuality(await ourAnswers(page, set.queries), blocks);
		table[`${set.name}, ours${engine === 'auto' ? '' : ' through Pagefind'}`] = {
			queries: quality.queries,
			recall: share(quality.recall),
			precision: share(quality.precision),
			'with exact hits': share(quality.answered),
		};
		hold(`${set.name} (${engine}): ${quality.faults.slice(0, 8).join(', ')}`, !quality.faults[0]);
		if (engine === 'pagefind') continue;
		const stockSet = stockQuality(await stockAnswers(stockPage, set.queries), blocks);
		table[`${set.name}, stock (pages)`] = {
			queries: stockSet.queries,
			recall: share(stockSet.recall),
			precision: share(stockSet.precision),
			'with exact hits': share(stockSet.answered),
		};
	}
	await page.context().close();
}
console.table(table);

const page = await openSearchPage(browser, ours.url, 'auto');
const goldenQueries = golden.map(({ query }) => query);
const ourGolden = new Map((await ourAnswers(page, goldenQueries)).map((one) => [one.query, one]));
const stockGolden = new Map(
	(await stockAnswers(stockPage, goldenQueries)).map((one) => [one.query, one]),
);
const ourMrr = meanReciprocalRank(golden, (query) => ourGolden.get(query)!.allHrefs, texts);
const stockMrr = meanReciprocalRank(
	golden,
	(query) => stockGolden.get(query)!.sections.map(({ href }) => href),
	texts,
);
const inTitles = titleQueries(sets, blocks);
const ourTitles = ourTitleFirst(await ourAnswers(page, inTitles), blocks);
const stockTitles = stockTitleFirst(await stockAnswers(stockPage, inTitles, false));

const timedQueries = random.shuffled(sets.flatMap(({ queries }) => queries)).slice(0, 150);
const longTasks = await watchLongTasks(page);
const warm = await ourAnswers(page, timedQueries);
const warmTasks = await longTasks();
const stockWarm = await stockAnswers(stockPage, timedQueries, false);
const stockPainted = await stockPaintMs(stockPage, timedQueries.slice(0, 40));

// The same questions in another order, in a fresh profile, must give the same answers.
const again = await openSearchPage(browser, ours.url, 'pagefind');
const shuffled = await ourAnswers(again, random.shuffled(timedQueries));
const hrefsByQuery = new Map(warm.map(({ query, allHrefs }) => [query, allHrefs.join(' ')]));
const changed = shuffled.filter((one) => hrefsByQuery.get(one.query) !== one.allHrefs.join(' '));

const firstQuery = '奖励模型';
const cold = await ourFirstAnswer(browser, `${ours.url}risks/`, firstQuery);
const coldIndex = await ourFirstAnswer(browser, `${ours.url}risks/?engine=pagefind`, firstQuery);
const ourTasks = [...warmTasks, ...cold.longTasks, ...coldIndex.longTasks];
const stockBytes = await stockFirstAnswerBytes(browser, stock.url, firstQuery);
const ourFiles = (await filesBelow(dist)).filter((file) => /\/(pagefind|search-text)\//.test(file));
const ourDisk = await folderBytes(ourFiles);
const stockDisk = await folderBytes(await filesBelow(join(stockRoot, 'pagefind')));

const medianRatio = mean(warm.map(({ paintMs }) => paintMs)) / mean(stockPainted);
console.table({
	[`golden set (${golden.length}), mean reciprocal rank`]: {
		ours: share(ourMrr),
		stock: share(stockMrr),
	},
	[`title hit first (${inTitles.length} queries)`]: {
		ours: share(ourTitles),
		stock: share(stockTitles),
	},
	'keystroke to painted, warm p50 / p95': {
		ours: spread(warm.map(({ paintMs }) => paintMs)),
		stock: `${spread(stockPainted)} (its UI waits 300 ms)`,
	},
	'mean of these, ratio': { ours: medianRatio.toFixed(3), stock: '1' },
	'stock API to data of five pages': {
		ours: '',
		stock: spread(stockWarm.map(({ shownMs }) => shownMs)),
	},
	'main-thread tasks over 50 ms, warm and cold': { ours: ourTasks.length, stock: '' },
	'bytes to the first answer (Brotli)': { ours: kB(cold.bytes), stock: kB(stockBytes) },
	'… through Pagefind': { ours: kB(coldIndex.bytes), stock: kB(stockBytes) },
	'index on disk': { ours: kB(ourDisk), stock: kB(stockDisk) },
	'answers that depend on what was asked before': { ours: changed.length, stock: '' },
});
hold(`mean reciprocal rank ${ourMrr}`, ourMrr >= 0.95);
hold(`title first ${ourTitles}`, ourTitles >= 0.95);
hold(`${ourTasks.length} long tasks: ${ourTasks.join(', ')}`, ourTasks.length === 0);
hold(`first answer ${cold.bytes} bytes`, cold.bytes < stockBytes);
hold(`first answer ${coldIndex.bytes} bytes (pagefind)`, coldIndex.bytes < stockBytes);
hold(`index ${ourDisk} bytes`, ourDisk <= stockDisk);
hold(`order matters: ${changed.map(({ query }) => query).join(', ')}`, changed.length === 0);
const english = site.pages.filter(({ language }) => language === 'en');
missed.push(
	...(await measureEnglish(
		browser,
		ours.url,
		english,
		await builtTexts('en'),
		stockRoot,
		randomFrom(Number(values.seed)),
	)),
);
await Promise.all([ours.close(), stock.close()]);
await rm(stockRoot, { recursive: true });

for (const count of values.pages.split(',').map(Number).filter(Boolean)) {
	missed.push(...(await measureGenerated(browser, texts, count, random)));
}
await browser.close();
await closePagefind();
for (const what of missed) console.error(`Not held: ${what}`);
console.log(missed.length === 0 ? 'All bounds are held.' : `${missed.length} bounds not held.`);
process.exitCode = missed.length > 0 ? 1 : 0;
