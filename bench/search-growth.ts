import type { Browser } from 'playwright-core';
import type { PageText } from '../src/search/page-text.ts';
import { enoughHits } from '../src/search/session.ts';
import {
	engineAnswers,
	engineFirstBytes,
	generatedSite,
	stockFirstBytes,
} from './search-generated.ts';
import { freshPage, mean, quantile, recallAndPrecision, weighed } from './search-measure.ts';
import { absentStrings, hanSubstrings, mixedStrings } from './search-queries.ts';
import type { Random } from './search-random.ts';
import { spread, stockQuality, stockTitleFirst } from './search-site.ts';
import { stockAnswers } from './search-stock.ts';
import { trueBlocks, trueHits, truthForm } from './search-truth.ts';

/** Queries of each kind; checking each reads every page that holds it. */
const counts = { han: 60, mixed: 40, titles: 40, absent: 40, cold: 8 };
/**
 * Slowest 95th percentile of the warm engine, at this many pages and fewer. Warm: the files that
 * the query needs were fetched before, so what is timed is parsing the query, asking Pagefind for
 * candidates, verifying them on their texts, ranking, and what comes closest. The first time a
 * query is asked, with its fetching, is printed beside it.
 */
const engineBound = { ms: 10, pages: 1000 };
/** Least share of queries standing in a title whose first hit is a title. */
const titleFirstBound = 0.95;

const mB = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const ratio = (ours: number, stock: number) => (ours / stock).toFixed(2);
const median = (values: readonly number[]) => quantile(values, 0.5);

/** Pages with nothing but their titles and headings. */
function titlesOf(pages: readonly PageText[]): PageText[] {
	return pages.map((page) => ({
		...page,
		blocks: page.blocks.filter(({ kind }) => kind === 'title' || kind === 'heading'),
	}));
}

/** Measures index and engine on generated pages and prints a table. Returns bounds not held. */
export async function measureGenerated(
	browser: Browser,
	source: readonly PageText[],
	count: number,
	random: Random,
): Promise<string[]> {
	const missed: string[] = [];
	const hold = (what: string, held: boolean) => {
		if (!held) missed.push(`${count} pages: ${what}`);
	};
	const site = await generatedSite(source, count, random);
	const blocks = trueBlocks(site.texts);
	const han = hanSubstrings(site.texts, counts.han, random);
	const mixed = mixedStrings(site.texts, counts.mixed, random);
	const titles = hanSubstrings(titlesOf(site.texts), counts.titles, random);
	const absent = absentStrings(site.texts, blocks, counts.absent, random);
	const queries = [...new Set([...han, ...mixed, ...titles, ...absent])];

	const page = await freshPage(browser, site.url);
	const quality = { recall: [] as number[], precision: [] as number[] };
	for (const answer of await engineAnswers(page, queries, null)) {
		const wanted = trueHits(blocks, answer.query).map(({ href }) => href);
		const { recall, precision } = recallAndPrecision(answer.hrefs, wanted);
		quality.recall.push(recall);
		quality.precision.push(precision);
		const isRight = recall === 1 && precision === 1 && answer.notices.length === 0;
		hold(`${answer.query}: ${answer.hrefs.length} of ${wanted.length}`, isRight);
	}
	await page.context().close();

	// What a reader's session is: each question once, with its fetching; then again, warm.
	const session = await freshPage(browser, site.url);
	const scale = weighed(session.context());
	const first = await engineAnswers(session, queries, enoughHits);
	const sessionBytes = await scale.bytes();
	const warm = await engineAnswers(session, queries, enoughHits);
	const warmMs = warm.map(({ ms }) => ms);
	const isTitle = (kind: string | undefined) => kind === 'title' || kind === 'heading';
	const titleForms = blocks.filter(({ kind }) => isTitle(kind)).map(({ form }) => form);
	const inTitles = warm.filter(({ query }) => {
		const form = truthForm(query);
		return titleForms.some((title) => title.includes(form));
	});
	const titleFirst = mean(inTitles.map(({ firstKind }) => (isTitle(firstKind) ? 1 : 0)));

	// Another order in a fresh profile must give the same answers.
	const other = await freshPage(browser, site.url);
	const shuffled = await engineAnswers(other, random.shuffled(queries), enoughHits);
	const hrefsByQuery = new Map(warm.map(({ query, hrefs }) => [query, hrefs.join(' ')]));
	const changed = shuffled.filter(
		({ query, hrefs }) => hrefsByQuery.get(query) !== hrefs.join(' '),
	);

	const stockPage = await freshPage(browser, `${site.stockUrl}pagefind/pagefind-entry.json`);
	const stockScale = weighed(stockPage.context());
	const stockFirst = await stockAnswers(stockPage, queries, false);
	const stockSessionBytes = await stockScale.bytes();
	const stockWarm = await stockAnswers(stockPage, queries, false);
	const stockFound = stockQuality(await stockAnswers(stockPage, han.slice(0, 20)), blocks);
	const stockTitles = stockTitleFirst(
		stockWarm.filter(({ query }) => inTitles.some((one) => one.query === query)),
	);

	const cold: { query: string; ours: number; stock: number }[] = [];
	for (const query of [han, mixed, titles].flatMap((set) => set.slice(0, counts.cold))) {
		const { bytes } = await stockFirstBytes(browser, site.stockUrl, query);
		cold.push({ query, ours: await engineFirstBytes(browser, site.url, query), stock: bytes });
	}
	const ourCold = median(cold.map(({ ours }) => ours));
	const dearest = cold.reduce((a, b) => (b.ours > a.ours ? b : a));
	const stockCold = median(cold.map(({ stock }) => stock));
	const p95 = quantile(warmMs, 0.95);

	console.log(`\n${count} generated pages, ${queries.length} queries\n`);
	console.table({
		'recall / precision': {
			ours: `${mean(quality.recall).toFixed(4)} / ${mean(quality.precision).toFixed(4)} (blocks)`,
			stock: `${stockFound.recall.toFixed(4)} / ${stockFound.precision.toFixed(4)} (pages)`,
		},
		[`title hit first (${inTitles.length} queries)`]: {
			ours: titleFirst.toFixed(4),
			stock: stockTitles.toFixed(4),
		},
		'answers that depend on what was asked before': { ours: changed.length },
		'engine, warm p50 / p95': {
			ours: spread(warmMs),
			stock: spread(stockWarm.map(({ searchMs }) => searchMs)),
			ratio: ratio(mean(warmMs), mean(stockWarm.map(({ searchMs }) => searchMs))),
		},
		'the first time, with its fetching, p50 / p95': {
			ours: spread(first.map(({ ms }) => ms)),
			stock: spread(stockFirst.map(({ shownMs }) => shownMs)),
			ratio: ratio(mean(first.map(({ ms }) => ms)), mean(stockFirst.map(({ shownMs }) => shownMs))),
		},
		[`bytes to a first answer, without interface (median of ${cold.length})`]: {
			ours: kB(ourCold),
			stock: kB(stockCold),
			ratio: ratio(ourCold, stockCold),
		},
		'… at most; mean of the ratios': {
			ours: `${kB(dearest.ours)} (${dearest.query})`,
			stock: kB(Math.max(...cold.map(({ stock }) => stock))),
			ratio: mean(cold.map(({ ours, stock }) => ours / stock)).toFixed(2),
		},
		'bytes a query, in one session of them all': {
			ours: kB(sessionBytes / queries.length),
			stock: kB(stockSessionBytes / queries.length),
			ratio: ratio(sessionBytes, stockSessionBytes),
		},
		'index time a page': {
			ours: `${(site.ourIndexMs / count).toFixed(2)} ms`,
			stock: `${(site.stockIndexMs / count).toFixed(2)} ms`,
			ratio: ratio(site.ourIndexMs, site.stockIndexMs),
		},
		'index on disk': {
			ours: mB(site.ourBytes),
			stock: mB(site.stockBytes),
			ratio: ratio(site.ourBytes, site.stockBytes),
		},
	});
	hold(
		`engine p95 ${p95.toFixed(1)} ms, bound ${engineBound.ms} ms`,
		count > engineBound.pages || p95 <= engineBound.ms,
	);
	hold(`title first ${titleFirst}`, titleFirst >= titleFirstBound);
	hold(`order matters: ${changed.map(({ query }) => query).join(', ')}`, changed.length === 0);
	hold(`first answer ${kB(ourCold)}, stock ${kB(stockCold)}`, ourCold <= stockCold);
	hold(
		`index ${mB(site.ourBytes)}, stock ${mB(site.stockBytes)}`,
		site.ourBytes <= site.stockBytes,
	);
	await Promise.all([session, other, stockPage].map((opened) => opened.context().close()));
	await site.close();
	return missed;
}
