import type { Browser } from 'playwright-core';
import type { PageText } from '../src/search/page-text.ts';
import { enoughHits } from '../src/search/session.ts';
import {
	engineAnswers,
	engineFirstBytes,
	generatedSite,
	stockFirstBytes,
} from './search-generated.ts';
import { freshPage, mean, quantile, recallAndPrecision } from './search-measure.ts';
import { absentStrings, hanSubstrings, mixedStrings } from './search-queries.ts';
import type { Random } from './search-random.ts';
import { spread, stockQuality } from './search-site.ts';
import { stockAnswers } from './search-stock.ts';
import { trueBlocks, trueHits, truthForm } from './search-truth.ts';

/** Queries of each kind; checking each reads every page that holds it. */
const counts = { han: 60, mixed: 40, absent: 40, timed: 120, cold: 5 };
/** Slowest 95th percentile of the warm engine, at this many pages and fewer. */
const engineBound = { ms: 10, pages: 1000 };

const mB = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;

/** Measures index and engine on generated pages and prints a table. Returns bounds not held. */
export async function measureGenerated(
	browser: Browser,
	source: readonly PageText[],
	count: number,
	random: Random,
): Promise<string[]> {
	const missed: string[] = [];
	const site = await generatedSite(source, count, random);
	const blocks = trueBlocks(site.texts);
	const han = hanSubstrings(site.texts, counts.han, random);
	const mixed = mixedStrings(site.texts, counts.mixed, random);
	const absent = absentStrings(site.texts, blocks, counts.absent, random);

	const page = await freshPage(browser, site.url);
	const quality = { recall: [] as number[], precision: [] as number[] };
	for (const answer of await engineAnswers(page, [...han, ...mixed, ...absent], null)) {
		const wanted = trueHits(blocks, answer.query).map(({ href }) => href);
		const { recall, precision } = recallAndPrecision(answer.hrefs, wanted);
		quality.recall.push(recall);
		quality.precision.push(precision);
		const isRight = recall === 1 && precision === 1 && answer.notices.length === 0;
		if (!isRight)
			missed.push(`${count} pages, ${answer.query}: ${answer.hrefs.length} of ${wanted.length}`);
	}

	const inTitles = [...han, ...mixed].filter((query) => {
		const form = truthForm(query);
		return blocks.some(
			(block) => ['title', 'heading'].includes(block.kind) && block.form.includes(form),
		);
	});
	const timed = [...han, ...mixed, ...absent].slice(0, counts.timed);
	await engineAnswers(page, timed, enoughHits);
	const warm = await engineAnswers(page, timed, enoughHits);
	const warmMs = warm.map(({ ms }) => ms);
	const titles = (await engineAnswers(page, inTitles, enoughHits)).map(({ firstKind }) =>
		firstKind === 'title' || firstKind === 'heading' ? 1 : 0,
	);

	const stockPage = await freshPage(browser, `${site.stockUrl}pagefind/pagefind-entry.json`);
	await stockAnswers(stockPage, timed, false);
	const stockWarm = await stockAnswers(stockPage, timed, false);
	const checked = await stockAnswers(stockPage, han.slice(0, 20));
	const stockFound = stockQuality(checked, blocks);

	const cold: { ours: number; stock: number }[] = [];
	for (const query of [...han.slice(0, counts.cold), ...mixed.slice(0, counts.cold)]) {
		const { bytes } = await stockFirstBytes(browser, site.stockUrl, query);
		cold.push({ ours: await engineFirstBytes(browser, site.url, query), stock: bytes });
	}
	const ourCold = quantile(
		cold.map(({ ours }) => ours),
		0.5,
	);
	const stockCold = quantile(
		cold.map(({ stock }) => stock),
		0.5,
	);
	const coldRatio = mean(cold.map(({ ours, stock }) => ours / stock));

	console.log(`\n${count} generated pages\n`);
	const ratio = (ours: number, stock: number) => (ours / stock).toFixed(2);
	console.table({
		'recall / precision': {
			ours: `${mean(quality.recall).toFixed(4)} / ${mean(quality.precision).toFixed(4)} (blocks)`,
			stock: `${stockFound.recall.toFixed(4)} / ${stockFound.precision.toFixed(4)} (pages)`,
			ratio: '',
		},
		[`title hit first (${inTitles.length} queries)`]: { ours: mean(titles).toFixed(4) },
		'engine, warm p50 / p95': {
			ours: spread(warmMs),
			stock: spread(stockWarm.map(({ searchMs }) => searchMs)),
			ratio: ratio(mean(warmMs), mean(stockWarm.map(({ searchMs }) => searchMs))),
		},
		'bytes to a first answer, without interface (median of 10)': {
			ours: kB(ourCold),
			stock: kB(stockCold),
			ratio: coldRatio.toFixed(2),
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
	const p95 = quantile(warmMs, 0.95);
	if (count <= engineBound.pages && p95 > engineBound.ms) {
		missed.push(`${count} pages: engine p95 ${p95.toFixed(1)} ms, bound ${engineBound.ms} ms`);
	}
	await Promise.all([page.context().close(), stockPage.context().close()]);
	await site.close();
	return missed;
}
