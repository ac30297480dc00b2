import { expect, test } from 'vitest';
import { readAsGfm } from '../../tests/gfm.ts';
import { copiedLink, copiedMarkdown, copiedQuote, type Quotable } from './copy-formats.ts';

const url = 'https://example.org/s/k7q2/';
const block: Quotable = {
	kind: 'paragraph',
	title: '技术逻辑 § 三步[训练]*的*_名字_',
	url,
	quote: '1. 报告认为 <b>、`代码` 与 https://other.example 都*重要*；[见](x)。',
	inReport: '，报告第 7–8 页',
};

test('a copied link is the bare address', () => {
	expect(copiedLink(block).plain).toBe(url);
});

test.each([
	['Markdown link', copiedMarkdown],
	['quote', copiedQuote],
] as const)('a copied %s holds exactly one link', (_name, copy) => {
	const { plain, html } = copy(block);
	expect(readAsGfm(plain).urls).toEqual([url]);
	expect(html.match(/<a /g)).toHaveLength(1);
	expect(html).toContain(`href="${url}"`);
});

test('a quote keeps its words and names its source and pages', () => {
	const { plain } = copiedQuote(block);
	expect(
		plain
			.split('\n')
			.filter(Boolean)
			.every((line) => line.startsWith('>')),
	).toBe(true);
	expect(readAsGfm(plain).text).toContain('1. 报告认为 <b>、`代码` 与 other.example 都*重要*');
	expect(readAsGfm(plain).text).toContain('三步[训练]*的*_名字_，报告第 7–8 页');
});

test('a quote of code keeps its lines and cannot end its own fence', () => {
	const quote = 'def f(x):\n    """```"""\n    return x';
	const { plain, html } = copiedQuote({ ...block, kind: 'code', quote });
	expect(readAsGfm(plain).text).toContain(quote);
	expect(html).toContain('<pre>def f(x):\n    ');
});
