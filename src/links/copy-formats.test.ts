import { expect, test } from 'vitest';
import { readAsGfm } from '../../tests/gfm.ts';
import {
	copiedLink,
	copiedMarkdown,
	copiedPassage,
	copiedQuote,
	type Quotable,
} from './copy-formats.ts';

const url = 'https://example.org/s/k7q2/';
const block: Quotable = {
	language: 'zh',
	title: '技术逻辑 § 三步[训练]*的*_名字_',
	url,
	quote: '1. 报告认为 <b>、`代码` 与 https://other.example 都*重要*；[见](x)。',
	reportPages: '7–8',
};

test.each([
	['link', copiedLink],
	['Markdown link', copiedMarkdown],
	['quote', copiedQuote],
	['passage', copiedPassage],
] as const)('a copied %s holds exactly one link, even amid Chinese text', (_name, copy) => {
	const quotable = copy === copiedPassage ? { ...block, quote: '都重要' } : block;
	const { plain, html } = copy(quotable);
	for (const around of [plain, `见${plain}，然后`, `（${plain}）`]) {
		const lines = copy === copiedQuote ? plain : around;
		expect(readAsGfm(lines).urls).toEqual([url]);
	}
	expect(html.match(/<a /g)).toHaveLength(1);
	expect(html).toContain(`href="${url}"`);
});

test('a quote keeps its words and names its source and pages', () => {
	const { plain } = copiedQuote(block);
	expect(
		plain
			.split('\n')
			.slice(0, 2)
			.every((line) => line.startsWith('> ')),
	).toBe(true);
	expect(readAsGfm(plain).text).toContain('1. 报告认为 <b>、`代码` 与 other.example 都*重要*');
	expect(readAsGfm(plain).text).toContain('三步[训练]*的*_名字_，报告第 7–8 页');
});

test('a bare address stands between spaces', () => {
	expect(copiedLink(block).plain).toBe(` ${url} `);
});
