/** How much each page may say, from one table; the built site is measured. */
import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ignoredSelector } from '../../src/base/blocks.ts';
import { hanCount, wordCount } from '../../src/base/han.ts';
import { readMatters, readReport } from '../../src/content/readers.ts';
import { builtSite } from './dist.ts';

const { pages } = await builtSite();

/** Most Han characters of prose, without abstract, notes, figures and what is folded. */
const prose: Record<string, number> = {
	origin: 490,
	'technical-logic': 880,
	'industry-impact': 370,
	'application-scenarios': 340,
	risks: 130,
	'investment-advice': 330,
};
/** English words for each Han character that the Chinese prose may have. */
const wordsPerHan = 0.8;
const abstract = { zh: [90, 150], en: [60, 110] } as const;
const mostNotes = 20;
const mostMinutes = 15;
const register = { bytes: 24_500, elements: 1800 };

const notProse = `.abstract, .note, .lacks, details, figure, h2, h3, h4, ${ignoredSelector}`;
const count = { zh: hanCount, en: wordCount };
const textWithout = (element: Element, selector: string) => {
	const copy = element.cloneNode(true) as Element;
	for (const one of copy.querySelectorAll(selector)) one.remove();
	return copy.textContent ?? '';
};

describe.each(['zh', 'en'] as const)('edition %s', (language) => {
	const sections = pages.filter(
		(page) => page.language === language && readReport().sections.includes(page.slug),
	);

	test('the six sections keep to their budgets of prose', () => {
		const lengths = sections.map(({ slug, article }) => {
			const length = count[language](textWithout(article.querySelector('.prose')!, notProse));
			return { slug, length, most: prose[slug]! * (language === 'zh' ? 1 : wordsPerHan) };
		});
		expect(lengths.length).toBe(Object.keys(prose).length);
		for (const { length } of lengths) expect(length).toBeGreaterThan(20);
		expect(lengths.filter(({ length, most }) => length > most)).toEqual([]);
	});

	test('each abstract is as long as an abstract', () => {
		const [least, most] = abstract[language];
		const lengths = sections.map(({ slug, article }) => ({
			slug,
			length: count[language](textWithout(article.querySelector('.abstract')!, ignoredSelector)),
		}));
		expect(lengths.filter(({ length }) => length < least || length > most)).toEqual([]);
	});

	test('there are few notes, each of a matter, and each matter once on a page', () => {
		const notes = sections.flatMap(({ slug, article }) =>
			[...article.querySelectorAll('.note')].map((note) => {
				const href = note.querySelector('.note-more')?.getAttribute('href');
				return { slug, matter: href?.split('#')[1] };
			}),
		);
		expect(notes.length).toBeGreaterThan(5);
		expect(notes.length).toBeLessThanOrEqual(mostNotes);
		const known = readMatters().map(({ id }) => id);
		expect(notes.filter(({ matter }) => !matter || !known.includes(matter))).toEqual([]);
		const keys = notes.map(({ slug, matter }) => `${slug} ${matter}`);
		expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
	});

	test('the report is read in a quarter of an hour, as the pages count', () => {
		const minutes = sections.map(({ article }) => {
			const facts = article.querySelector('.page-facts')?.textContent ?? '';
			return Number(/(\d+) (?:分钟|min)/.exec(facts)?.[1]);
		});
		expect(minutes.every((one) => one > 0)).toBe(true);
		expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(mostMinutes);
	});

	test('the register fits its budget of bytes and elements', async () => {
		const { file, document } = pages.find(
			(page) => page.slug === 'claims' && page.language === language,
		)!;
		const bytes = brotliCompressSync(await readFile(file)).length;
		const elements = document.querySelectorAll('*').length;
		const isOver = { bytes: bytes > register.bytes, elements: elements > register.elements };
		expect(isOver, `${bytes} bytes, ${elements} elements`).toEqual({
			bytes: false,
			elements: false,
		});
	});
});
