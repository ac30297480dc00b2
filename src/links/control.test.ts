import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { blocksOf, textOf } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { addControl, addFormerTarget } from './control.ts';
import { previewOf, quoteOf } from './quote.ts';

const source = `<!doctype html><html><head><meta name="description" content="一句话。"></head><body><main>
<article data-page="technical-logic" data-pages="7–10"><h1>技术逻辑</h1><div class="prose">
<h2 id="steps">三步训练</h2>
<p id="k7q2">正文一段，<a href="/risks/#r2r2">链接</a>。<small class="locator">正文第 7–8 页</small></p>
<ul><li id="l2l2">一项<ul><li>项中之项</li></ul></li></ul>
<ul><li id="m-1"><div class="wording"><b>报告</b><div>甲。 <span class="wording-place">正文第 7 页</span></div></div><div class="wording"><b>来源</b><div>乙。 <span class="wording-place">表 6</span></div></div></li></ul>
<div class="note" id="note" role="note"><span>注</span></div>
<pre id="code"><code>a = 1
b = 2</code></pre>
<figure id="fig"><figcaption><div class="figure-title">图一 三步</div><div class="figure-finding">发现。</div></figcaption>
<table id="fig-table"><caption>图一的数据</caption><thead><tr><th>公司</th><th data-unit="PE（倍）">2021A</th></tr></thead>
<tbody><tr id="row-1"><th>英伟达</th><td>44.7</td></tr></tbody></table></figure>
<h2 id="terms">术语</h2><table id="term-table"><caption>两种语言的术语</caption></table>
</div></article></main></body></html>`;

function pageFrom(html: string, path = '/technical-logic/'): BuiltPage {
	const document = parseHTML(html).document as unknown as Document;
	const article = document.querySelector('article')!;
	return {
		path,
		file: '',
		slug: article.getAttribute('data-page')!,
		language: 'zh',
		title: document.querySelector('h1')!.textContent!,
		document,
		article,
		blocks: blocksOf(article),
	};
}
const blockOf = ({ blocks }: BuiltPage, id: string) => blocks.find((block) => block.id === id)!;

test('every block has one link, empty, named, beside its words and outside its text', () => {
	const page = pageFrom(source);
	const texts = page.blocks.map(({ text }) => text);
	for (const block of page.blocks) addControl(block, page, '/');
	const links = [...page.article.querySelectorAll('.permalink > :first-child')];
	const others = [...page.article.querySelectorAll('.permalink > [hreflang="en"]')];
	expect(others.map((link) => link.getAttribute('href'))).toEqual(
		links.map((link) => `/en/technical-logic/${link.getAttribute('href')}`),
	);
	expect(links.map((link) => link.getAttribute('href'))).toHaveLength(page.blocks.length);
	expect(links.every((link) => link.textContent === '' && link.getAttribute('aria-label'))).toBe(
		true,
	);
	expect(blocksOf(page.article).map(({ text }) => text)).toEqual(texts);
	const parentOf = (id: string) =>
		page.article.querySelector(`a[href="#${id}"]`)!.parentElement!.parentElement!;
	expect(parentOf('steps').className).toBe('prose');
	expect(parentOf('code').className).toBe('prose');
	expect(parentOf('k7q2').id).toBe('k7q2');
	expect(parentOf('fig').className).toBe('figure-title');
	expect(parentOf('row-1').tagName).toBe('TH');
	expect(page.article.querySelector('#l2l2 > ul')!.previousElementSibling!.className).toContain(
		'permalink',
	);
	// One stop a section for the keyboard.
	const stops = links.filter((link) => link.getAttribute('tabindex') !== '-1');
	expect(stops.map((link) => link.getAttribute('href'))).toEqual(['#steps', '#terms']);
});

test('a former id is an empty target in front of its text', () => {
	const page = pageFrom(source);
	addFormerTarget('old1', blockOf(page, 'k7q2'));
	addFormerTarget('old2', blockOf(page, 'fig'));
	expect(page.document.getElementById('old1')!.parentElement!.id).toBe('k7q2');
	expect(page.document.getElementById('old2')!.nextElementSibling!.id).toBe('fig');
	expect(textOf(blockOf(page, 'k7q2').element)).toBe('正文一段，链接。');
});

test('quotes are whole: code keeps its lines, a row its heads and units, a figure its finding; a matter leaves out places', () => {
	const page = pageFrom(source);
	const quote = (id: string) => quoteOf(blockOf(page, id), 'zh');
	expect(quote('code')).toBe('a = 1\nb = 2');
	expect(quote('row-1')).toBe('英伟达：PE（倍） 2021A 44.7');
	expect(quote('fig')).toBe('图一 三步：发现。');
	expect(quote('fig-table')).toBe('图一的数据：英伟达。');
	expect(quote('m-1')).toBe('报告：甲。来源：乙。');
});

test('a preview is titled by its place and says what the block says', () => {
	const page = pageFrom(source);
	const preview = (id: string) => {
		const { title, description } = previewOf(blockOf(page, id), page);
		return { title, description };
	};
	expect(preview('k7q2')).toEqual({
		title: '技术逻辑 § 三步训练',
		description: '正文一段，链接。 — 一句话。',
	});
	expect(preview('steps').description).toBe('正文一段，链接。一项 项中之项');
	expect(preview('terms').description).toMatch(/^两种语言的术语/);
});
