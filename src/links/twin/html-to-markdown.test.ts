import { parseHTML } from 'linkedom';
import { markdownToHtml } from 'satteri';
import { expect, test } from 'vitest';
import { markdownOf } from './html-to-markdown.ts';

const url = 'https://example.org/repo/technical-logic/';

function articleOf(html: string): Element {
	const { document } = parseHTML(`<main><article>${html}</article></main>`);
	return document.querySelector('article') as unknown as Element;
}

const written = (html: string) => markdownOf(articleOf(html), url).trimEnd();

/** Text of Markdown as a GFM reader shows it. */
function readBack(markdown: string): string {
	const { html } = markdownToHtml(markdown, { features: { headingAttributes: true } }) as {
		html: string;
	};
	return articleOf(html).textContent!.trim();
}

test.each([
	['a heading with its id', '<h2 id="rlhf-steps">三步</h2>', '## 三步 {#rlhf-steps}'],
	[
		'links in full',
		'<p>见<a href="#rlhf">图二</a>、<a href="/repo/risks/">风险</a>。</p>',
		`见[图二](${url}#rlhf)、[风险](https://example.org/repo/risks/)。`,
	],
	[
		'an address with brackets',
		'<p><a href="https://x.org/a_(b)">甲</a></p>',
		'[甲](https://x.org/a_%28b%29)',
	],
	[
		'the place in the report',
		'<p>一句。<small class="locator">正文第 7 页</small></p>',
		'一句。 *正文第 7 页*',
	],
	[
		'a note as a quote',
		'<div class="note"><span class="label" data-search-ignore>编者注</span><span>不确。</span></div>',
		'> **编者注** 不确。',
	],
	[
		'lists, one in another',
		'<ol><li>甲<ul><li>一</li><li>二</li></ul></li><li>乙</li></ol>',
		'1. 甲\n\n   - 一\n   - 二\n\n2. 乙',
	],
	[
		'a table with its caption',
		'<table><caption>题</caption><thead><tr><th>年</th><th class="numeric">值</th></tr></thead><tbody><tr><th>甲|乙</th><td><div>1</div><div>2</div></td></tr></tbody></table>',
		'**题**\n\n| 年 | 值 |\n| --- | ---: |\n| 甲\\|乙 | 1<br>2 |',
	],
	[
		'code as it is',
		'<pre data-language="python"><span>x</span> = "```"\n  y</pre>',
		'````python\nx = "```"\n  y\n````',
	],
	[
		'facts that only the style sheet sets apart',
		'<div><span>第 7 页</span><span>4 分钟</span></div>',
		'第 7 页 · 4 分钟',
	],
])('writes %s', (_what, html, markdown) => {
	expect(written(html)).toBe(markdown);
});

test('leaves out controls, marks and drawings', () => {
	const furniture =
		'<nav><a href="/">首页</a></nav><a class="permalink" href="#k7q2"></a><a class="verdicts" href="/claims/#claim-1">✓</a><div role="img">图</div><svg><text>1</text></svg><span data-search-ignore>不见</span>';
	expect(written(`<div>${furniture}</div><p id="k7q2">正文。${furniture}</p>`)).toBe('正文。');
});

test.each([
	'# 不是标题',
	'1. 不是列表',
	'- 也不是',
	'2w~3w，a*b*c，_d_，`e`，[f](g)，<h>，&amp;，i|j',
	'1,000.5',
	'> 不是引文',
	'===',
])('keeps “%s” the same text', (text) => {
	const article = articleOf('<p></p>');
	article.querySelector('p')!.textContent = text;
	expect(readBack(markdownOf(article, url))).toBe(text);
});
