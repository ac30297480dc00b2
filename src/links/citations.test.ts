import { expect, test } from 'vitest';
import { jsonLdOf, jsonLdText, highwireOf } from './citation-meta.ts';
import {
	accessedOn,
	bibtex,
	blockItem,
	citationFormats,
	gbt7714,
	pageItem,
	reportItem,
	ris,
} from './citations.ts';
import { readReport } from '../content/readers.ts';

const report = readReport();
const url = 'https://example.org/technical-logic/';
const identity = { slug: 'technical-logic', title: '技术逻辑', updated: '2026-11-23', url };
const page = pageItem(report, 'zh', identity);
const block = blockItem(page, {
	id: 'k7q2',
	section: '三步训练',
	url: 'https://example.org/s/k7q2/',
});
const site = pageItem(report, 'zh', {
	slug: 'site',
	updated: '2026-11-23',
	url: 'https://example.org/',
});
const original = reportItem(report, 'zh', '7–8');

test('writes GB/T 7714—2025', () => {
	expect(gbt7714(accessedOn(block, '2026-11-24'))).toBe(
		'本站编者. 技术逻辑：三步训练[EB/OL]//AIGC 报告 · 非官方导读. （2026-11-23）[2026-11-24]. https://example.org/s/k7q2/.',
	);
	expect(gbt7714(site)).toBe(
		'本站编者. AIGC 报告 · 非官方导读[EB/OL]. （2026-11-23）[引用日期]. https://example.org/.',
	);
	expect(gbt7714(original)).toBe(
		'陈俊云，许英博，刘锐，等. 从 Chat-GPT 看生成式人工智能 AIGC 产业机遇与落地场景：全球人工智能 AI 行业系列报告 2[R]. 中信证券研究部，2023-01-19：7-8.',
	);
});

test('writes each format as its golden file', async () => {
	const items = [accessedOn(block, '2026-11-24'), original];
	for (const [ending, write] of Object.entries(citationFormats)) {
		await expect(write(items)).toMatchFileSnapshot(`golden/block.${ending}`);
	}
	const english = [
		pageItem(report, 'en', {
			...identity,
			title: 'How it works & why',
			url: 'https://example.org/en/technical-logic/',
		}),
		reportItem(report, 'en'),
	];
	for (const [ending, write] of Object.entries(citationFormats)) {
		await expect(write(english)).toMatchFileSnapshot(`golden/page-en.${ending}`);
	}
});

test('keeps the summary and the report two works', () => {
	expect(block.author).not.toEqual(original.author);
	expect(block.issued).not.toEqual(original.issued);
	expect(block.id).not.toBe(original.id);
	expect(original.URL).toBeUndefined();
});

test('balances the braces of BibTeX and ends RIS lines as RIS asks', () => {
	for (const item of [block, original]) {
		const entry = bibtex(item);
		const depth = [...entry].reduce((d, c) => d + (c === '{' ? 1 : c === '}' ? -1 : 0), 0);
		expect(depth).toBe(0);
		expect(
			ris(item)
				.split('\r\n')
				.every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line)),
		).toBe(true);
	}
});

test('describes a page by Highwire tags and JSON-LD as an own work based on the report', () => {
	const tags = highwireOf(report, 'zh', identity);
	expect(tags.find(({ name }) => name === 'citation_publication_date')?.content).toBe('2026/11/23');
	expect(tags.filter(({ name }) => name === 'citation_author')).toHaveLength(1);
	const data = jsonLdOf(
		report,
		'zh',
		identity,
		[{ url: `${url}#rlhf-steps`, name: '三步</script>' }],
		'https://example.org/',
	);
	expect(jsonLdText(data)).not.toContain('</');
	expect(data).toMatchObject({
		'@type': 'Article',
		isBasedOn: { '@type': 'Report', datePublished: '2023-01-19' },
		hasPart: [{ '@id': `${url}#rlhf-steps` }],
		inLanguage: 'zh-Hans',
	});
});
