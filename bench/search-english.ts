import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve } from '../src/preview/serve.ts';
import type { PageText } from '../src/search/page-text.ts';
import { freshPage, mean, recallAndPrecision } from './search-measure.ts';
import { ourAnswers } from './search-ours.ts';
import type { Random } from './search-random.ts';
import { meanReciprocalRank, openSearchPage, spread, type Golden } from './search-site.ts';
import { stockAnswers, writeStock, type StockPage } from './search-stock.ts';

/** Queries of each kind. */
const counts = { phrases: 200, absent: 60 };
/** Most words of a phrase. */
const phraseMaximum = 5;
const reciprocalRankBound = 0.95;

/**
 * What a quoted phrase is compared in, written a second time as plain replacements: words between
 * spaces, and a bar where a sentence or clause ends. Hyphens are spaces, or nothing.
 */
function wordForm(text: string, hyphen: '' | ' '): string {
	const form = text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[.!?;:]\p{P}*\s|[。！？；：]|\p{Script=Han}+/gu, ' | ')
		.replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '')
		.replace(/(?<=\p{N}),(?=\p{N})/gu, '')
		.replace(/(?<=\p{L})[\p{Pd}·](?=\p{L})/gu, hyphen)
		.replace(/(?<!\p{N})\.|\.(?!\p{N})/gu, ' ')
		.replace(/(?!\.)(?![%#&@])\p{P}/gu, ' ')
		.replace(/(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/gu, ' ')
		.replace(/[^\p{L}\p{M}\p{N}.\s]/gu, ' $& ');
	return ` ${form.split(/\s+/u).filter(Boolean).join(' ')} `;
}

const holds = (text: string, phrase: string) =>
	([' ', ''] as const).some((hyphen) => wordForm(text, hyphen).includes(wordForm(phrase, hyphen)));

/** Runs of one to five words of the visible text, within a sentence. */
function phrasesOf(pages: readonly PageText[], count: number, random: Random): string[] {
	const texts = pages.flatMap(({ blocks }) => blocks.map(({ text }) => text));
	const drawn = new Set<string>();
	for (let tries = 0; drawn.size < count && tries < count * 50; tries++) {
		const words = [...random.pick(texts).matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
		if (words.length === 0) continue;
		const from = random.below(words.length);
		const last = words[Math.min(words.length - 1, from + random.below(phraseMaximum))]!;
		const first = words[from]!;
		const phrase = first.input.slice(first.index, last.index + last[0].length);
		if (!/["“”„]|\p{Script=Han}/u.test(phrase)) drawn.add(phrase);
	}
	return [...drawn];
}

/** Measures the English edition and prints a table. Returns bounds not held. */
export async function measureEnglish(
	browser: Browser,
	ourUrl: string,
	built: readonly StockPage[],
	texts: readonly PageText[],
	stockRoot: string,
	random: Random,
): Promise<string[]> {
	const missed: string[] = [];
	const root = join(stockRoot, 'en');
	await writeStock(root, built);
	const stock = await serve({ root });
	const golden = JSON.parse(await readFile('tests/search-golden-en.json', 'utf8')) as Golden[];
	const questions = golden.map(({ query }) => query);
	const blocks = texts.flatMap(({ path, blocks }) =>
		blocks.map(({ id, text }) => ({ href: id ? `${path}#${id}` : path, text })),
	);
	const phrases = phrasesOf(texts, counts.phrases, random);
	const absent = Array.from({ length: counts.absent }, (_, at) =>
		random
			.shuffled([...`${random.pick(phrases)}qzx${at}`.replace(/\P{L}/gu, '')])
			.join('')
			.slice(0, 9),
	).filter((query) => !blocks.some(({ text }) => text.toLowerCase().includes(query.toLowerCase())));

	const table: Record<string, Record<string, string | number>> = {};
	for (const engine of ['auto', 'pagefind']) {
		const page = await openSearchPage(browser, `${ourUrl}en/`, engine);
		const answers = await ourAnswers(page, questions);
		const byQuery = new Map(answers.map((one) => [one.query, one.allHrefs]));
		const rank = meanReciprocalRank(golden, (query) => byQuery.get(query)!, texts);
		const quoted = await ourAnswers(
			page,
			phrases.map((phrase) => `"${phrase}"`),
		);
		const scores = quoted.map(({ hrefs }, at) => {
			const wanted = blocks.filter(({ text }) => holds(text, phrases[at]!)).map(({ href }) => href);
			return { ...recallAndPrecision(hrefs, wanted), phrase: phrases[at]!, wanted: wanted.length };
		});
		const wrong = scores.filter(({ recall, precision }) => recall < 1 || precision < 1);
		const nonsense = (await ourAnswers(page, absent)).filter(({ exact }) => exact > 0);
		table[engine === 'auto' ? 'ours' : 'ours through Pagefind'] = {
			[`golden set (${golden.length}), MRR`]: rank.toFixed(4),
			[`quoted (${phrases.length}), recall`]: mean(scores.map(({ recall }) => recall)).toFixed(4),
			'quoted, precision': mean(scores.map(({ precision }) => precision)).toFixed(4),
			[`absent (${absent.length}), with hits`]: nonsense.length,
			'warm p50 / p95': spread(answers.map(({ paintMs }) => paintMs)),
		};
		const place = `English (${engine})`;
		if (rank < reciprocalRankBound) missed.push(`${place}: mean reciprocal rank ${rank}`);
		if (wrong.length > 0) {
			missed.push(`${place}: quoted ${wrong.map(({ phrase, wanted }) => `${phrase} (${wanted})`)}`);
		}
		if (nonsense.length > 0) missed.push(`${place}: found ${nonsense.map(({ query }) => query)}`);
		await page.context().close();
	}
	const page = await freshPage(browser, stock.url);
	const found = new Map(
		(await stockAnswers(page, questions)).map(({ query, sections }) => [
			query,
			sections.map(({ href }) => href),
		]),
	);
	table.stock = {
		[`golden set (${golden.length}), MRR`]: meanReciprocalRank(
			golden,
			(query) => found.get(query)!,
			texts,
		).toFixed(4),
	};
	console.log(`\nEnglish edition: ${texts.length} pages, ${blocks.length} blocks\n`);
	console.table(table);
	await page.context().close();
	await stock.close();
	return missed;
}
