import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { describe, expect, test } from 'vitest';
import { languages } from '../base/languages.ts';
import { readReport } from '../content/readers.ts';
import {
	apa,
	bibtex,
	citationFormats,
	cslDate,
	gbt7714,
	guideItem,
	reportItem,
	ris,
} from './citations.ts';

const report = readReport();
const updated = '2026-11-26';
const url = 'https://example.org/';
const version = 'release-2026-11-29';
const guide = (language: 'zh' | 'en') => ({
	...guideItem(report, language, { updated, url, version }),
	accessed: cslDate('2026-11-29'),
});

type Read = Record<string, unknown>;
const readBack = (text: string) => (new Cite(text).data as Read[])[0]!;

describe.each(languages)('in %s', (language) => {
	const works = [guide(language), reportItem(report, language)];

	test.each([
		['biblatex', bibtex],
		['RIS', ris],
	] as const)('%s read back keeps every field', (name, format) => {
		for (const item of works) {
			const back = readBack(format(item));
			expect(back.type).toBe(item.type);
			expect(back.title).toBe(item.title);
			expect(back.issued).toEqual(item.issued);
			expect(back.URL).toBe(item.URL);
			const names = (back.author as Read[]).map(({ family, given, literal }) =>
				[family, given, literal].filter(Boolean).join(' '),
			);
			expect(names).toEqual(
				item.author.map((one) => ('literal' in one ? one.literal : `${one.family} ${one.given}`)),
			);
			expect(back.accessed).toEqual(item.accessed);
			expect(back['collection-title']).toBe(item['collection-title']);
			expect(back.language).toMatch(item.language.startsWith('zh') ? /zh|chinese/ : /en/);
			if (name === 'biblatex') {
				expect(back['original-title']).toBe(item['original-title']);
				expect(back.version).toBe(item.version);
			}
			if (item.publisher) expect(back.publisher).toBe(item.publisher);
		}
	});

	test('CSL-JSON is what it says', () => {
		const text = citationFormats.json(works.map((item) => [item] as const));
		expect(JSON.parse(text)).toEqual(works);
		expect(readBack(text).title).toBe(works[0]!.title);
	});

	test('a place in a work changes no entry', () => {
		const [one, other] = ['k7q2', 'm3x5'].map((id) =>
			bibtex(works[0]!, { name: '§ 一', url: url + id }),
		);
		expect(one).not.toBe(other);
		const withoutPlace = (text: string | undefined) => text!.replace(/^%.*\n/, '');
		expect(withoutPlace(one)).toBe(withoutPlace(other));
	});
});

test('a place in the report without page is a note of its entry', () => {
	const place = { name: '核心观点页' };
	const item = reportItem(report, 'zh');
	expect(bibtex(item, place)).toMatch(/^% Place cited: 核心观点页\n@report/);
	expect(ris(item, place)).toContain('N1  - Place cited: 核心观点页\r\n');
	expect(gbt7714(item, place)).toBe(gbt7714(item));
	expect(apa(item, place)).toBe(apa(item));
});

test('the report is Chinese in any language, by persons with family and given names', () => {
	expect(reportItem(report, 'en')).toMatchObject({
		language: 'zh-CN',
		'original-title': report.title.zh,
		author: expect.arrayContaining([{ family: 'Chen', given: 'Junyun' }]) as unknown,
	});
	expect(reportItem(report, 'zh').author[0]).toEqual({ family: '陈', given: '俊云' });
	expect(reportItem(report, 'zh')).not.toHaveProperty('original-title');
});

test('plain text follows GB/T 7714 in Chinese and APA in English', () => {
	const place = { name: '技术逻辑 § 三步训练', url: 'https://example.org/s/k7q2/' };
	expect(gbt7714(guide('zh'), place)).toBe(
		`${report.site.zh}. 技术逻辑 § 三步训练[EB/OL]. release-2026-11-29. （2026-11-26）[2026-11-29]. https://example.org/s/k7q2/.`,
	);
	expect(gbt7714(reportItem(report, 'zh'), { pages: '7–8' })).toMatch(
		/^陈俊云，许英博，刘锐，等\. .*\[R\]\. 中信证券研究部，2023-01-19：7-8\.$/,
	);
	expect(apa(reportItem(report, 'en'), { pages: '7–8' })).toMatch(
		/^Chen, J\., Xu, Y\., Liu, R\., & Jia, K\. \(2023\)\. .* \[从 Chat-GPT .*\] .*\. CITIC Securities Research \(pp\. 7–8\)\.$/,
	);
	expect(apa(guide('en'))).toMatch(
		/\(2026, November 26\)\. .*\. Retrieved November 29, 2026, from https/,
	);
});
