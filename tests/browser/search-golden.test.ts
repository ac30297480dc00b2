import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/base/languages.ts';
import { pathOf } from '../../src/base/urls.ts';
import { headingPathOf, type PageText } from '../../src/search/page-text.ts';
import { builtTexts } from '../dist/search-texts.ts';
import { browserSession } from './open.ts';
import { retype, type SeenResults } from './search-results.ts';

/** A question a reader would ask, and the sections that answer it. */
interface Golden {
	query: string;
	/** `/path/#heading`, or `/path/` for what stands before the first heading. */
	sections: string[];
}

const session = browserSession();

/** The questions of an edition, and where its search is. */
async function goldenOf(language: Language, file: string) {
	const questions = JSON.parse(await readFile(file, 'utf8')) as Golden[];
	return { language, questions, texts: await builtTexts(language), at: pathOf('search', language) };
}

const editions = {
	zh: await goldenOf('zh', 'tests/search-golden.json'),
	en: await goldenOf('en', 'tests/search-golden-en.json'),
};

/** Fewest questions of an edition. */
const questionMinimum = { zh: 60, en: 40 };

/** Parts of words and signs, which ask the index for more than its words. */
const parts = {
	zh: ['的', 'a', 'structGP', '%', '3.', '0.2', 'GPT 的', '的GPT', '与', 'ai', 'a 的', 'O'],
	en: [
		'a',
		'ai',
		'pe',
		're',
		'q',
		'hallucin',
		'tuning',
		'finetune',
		'"fine tuning"',
		'"the reward model" score',
		'gpt',
		'gpt 3',
		'reward m',
		'truthful qa',
		'OpenAI’s post',
		'%',
		'3.',
		'0.2',
		'naïve',
		'陈俊云',
		'Chen 陈俊云',
		'is what it says',
		'zzz model',
	],
};

/** Sections a place stands in, from the page down. */
function sectionsOf(place: string, pages: readonly PageText[]): string[] {
	const [path, id] = place.split('#');
	const page = pages.find((candidate) => candidate.path === path)!;
	const at = page.blocks.findIndex((block) => block.id === id);
	const headings = headingPathOf(page, at).map((heading) => page.blocks[heading]!.id);
	return headings.length > 0 ? headings.map((heading) => `${path}#${heading}`) : [path!];
}

/** Reciprocal of the place at which the first section that answers is shown; 0 if none is. */
function reciprocalRank({ hits }: SeenResults, { sections }: Golden, pages: PageText[]): number {
	const shown = [...new Set(hits.map(({ href }) => sectionsOf(href, pages).join(' ')))];
	const at = shown.findIndex((path) => path.split(' ').some((one) => sections.includes(one)));
	return at < 0 ? 0 : 1 / (at + 1);
}

describe.each(Object.values(editions))('the golden set ($language)', (edition) => {
	const { language, questions, texts, at } = edition;

	test('names sections that exist', () => {
		expect(questions.length).toBeGreaterThanOrEqual(questionMinimum[language]);
		const places = new Set(
			texts.flatMap(({ path, blocks }) => [path, ...blocks.map(({ id }) => `${path}#${id}`)]),
		);
		const unknown = questions.flatMap(({ sections }) => sections).filter((one) => !places.has(one));
		expect(unknown).toEqual([]);
	});

	test('leads to the right section first, and both ways of searching give one answer', async () => {
		const byScan = await session.open(`${at}?engine=scan`);
		const byIndex = await session.open(`${at}?engine=pagefind`);
		const ask = async (query: string) => {
			const scan = await retype(byScan, query);
			expect({ query, ...(await retype(byIndex, query)) }).toEqual({ query, ...scan });
			return scan;
		};
		const ranks: { query: string; rank: number }[] = [];
		for (const question of questions) {
			const rank = reciprocalRank(await ask(question.query), question, texts);
			ranks.push({ query: question.query, rank });
		}
		for (const query of parts[language]) await ask(query);
		const mean = ranks.reduce((sum, { rank }) => sum + rank, 0) / ranks.length;
		const late = ranks.filter(({ rank }) => rank < 1).map(({ query, rank }) => `${query}: ${rank}`);
		expect(mean, late.join('; ')).toBeGreaterThanOrEqual(0.95);
		await byScan.context().close();
		await byIndex.context().close();
	});
});
