import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { blocksOf } from '../base/blocks.ts';
import { controlInsertions, formerTarget, spansOf, withInserted } from './control.ts';

const words = { permalink: '本段链接', permalinkTo: (text: string) => `“${text}”的链接` };

const page = `<!doctype html><html><body><main><article data-page="a"><div class="prose">
<h2 id="topic">题目 &amp; 其他</h2>
<p id="p1">一段<b>文字</b>。<small class="locator">正文第 7 页</small></p>
<ul><li id="i1">一项<ul><li>内层</li></ul></li></ul>
<figure id="fig"><figcaption><div class="figure-title">图一 标题</div><div>结论。</div></figcaption>
<table id="tab"><caption>数据</caption><thead><tr><th>名</th><th>值</th></tr></thead><tbody><tr id="row"><th scope="row">甲</th><td>1</td></tr></tbody></table></figure>
<pre id="code"><code>x</code></pre>
<div class="note" id="note"><span>注</span></div>
</div></article></main></body></html>`;

const { document } = parseHTML(page);
const blocks = blocksOf(document.querySelector('article') as unknown as Element);
const link = (id: string, label = '本段链接') =>
	`<a class="permalink" href="#${id}" aria-label="${label}"></a>`;
const linked = withInserted(page, controlInsertions(blocks, spansOf(page), words));

test('puts each link after the words of its block, never inside a heading', () => {
	expect(blocks).toHaveLength(8);
	expect(linked).toContain(`其他</h2>${link('topic', '“题目 &amp; 其他”的链接')}`);
	expect(linked).toContain(`第 7 页</small>${link('p1')}</p>`);
	expect(linked).toContain(`一项${link('i1')}<ul>`);
	expect(linked).toContain(`图一 标题${link('fig', '“图一 标题”的链接')}</div><div>结论`);
	expect(linked).toContain(`数据${link('tab', '“数据”的链接')}</caption>`);
	expect(linked).toContain(`甲${link('row', '“甲”的链接')}</th><td>`);
	expect(linked).toContain(`</pre>${link('code')}`);
	expect(linked).toContain(`注</span>${link('note')}</div>`);
});

test('changes nothing else of the page', () => {
	expect(linked.replace(/<a class="permalink"[^>]*><\/a>/g, '')).toBe(page);
});

test('puts an old id where its successor can hold it', () => {
	const spans = spansOf(page);
	const old = (id: string) => {
		const block = blocks.find((candidate) => candidate.id === id)!;
		return withInserted(page, [formerTarget('old', block, spans.get(id)!)]);
	};
	const target = '<span class="former" id="old"></span>';
	expect(old('p1')).toContain(`<p id="p1">${target}一段`);
	expect(old('row')).toContain(`<tr id="row"><th scope="row">${target}甲`);
	expect(old('fig')).toContain(`${target}<figure id="fig">`);
	expect(old('code')).toContain(`${target}<pre id="code">`);
});
