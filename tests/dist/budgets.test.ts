/** How much each page may say, from one table; the built site is measured. */
import { describe, expect, test } from 'vitest';
import { writing } from '../../bench/budgets.ts';
import { isIgnored } from '../../src/base/blocks.ts';
import { hanCount, wordCount } from '../../src/base/han.ts';
import { readMatters, readReport } from '../../src/content/readers.ts';
import { languages } from '../../src/base/languages.ts';
import { pagesIn } from './dist.ts';

const notProse = '.abstract, .note, .lacks, details, figure, h2, h3, h4';
const count = { zh: hanCount, en: wordCount };
const textWithout = (element: Element, selector = '') => {
	const copy = element.cloneNode(true) as Element;
	for (const one of copy.querySelectorAll('*')) {
		if (isIgnored(one) || (selector && one.matches(selector))) one.remove();
	}
	return copy.textContent ?? '';
};

describe.each(languages)('edition %s', async (language) => {
	const pages = await pagesIn(language);
	const sections = pages.filter(({ slug }) => readReport().sections.includes(slug));

	test('the six sections keep to their budgets of prose', () => {
		const lengths = sections.map(({ slug, article }) => {
			const length = count[language](textWithout(article.querySelector('.prose')!, notProse));
			const most = writing.prose[slug]! * (language === 'zh' ? 1 : writing.wordsPerHan);
			return { slug, length, most };
		});
		expect(lengths.length).toBe(Object.keys(writing.prose).length);
		for (const { length } of lengths) expect(length).toBeGreaterThan(20);
		expect(lengths.filter(({ length, most }) => length > most)).toEqual([]);
	});

	test('each abstract is as long as an abstract', () => {
		const [least, most] = writing.abstract[language];
		const lengths = sections.map(({ slug, article }) => ({
			slug,
			length: count[language](textWithout(article.querySelector('.abstract')!)),
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
		expect(notes.length).toBeLessThanOrEqual(writing.notes);
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
		expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(writing.minutes);
	});
});
