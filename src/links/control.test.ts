import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { blocksOf, textOf } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { addControl, addFormerTarget } from './control.ts';
import { placeInReport, placeOf, previewOf, quoteOf } from './quote.ts';

const source = `<!doctype html><html><head><meta name="description" content="一句话。"></head><body><main>
<article data-page="technical-logic"><h1>技术逻辑</h1><div class="prose">
<h2 id="steps">三步训练</h2>
<p id="k7q2">正文一段，<a href="/risks/#r2r2">链接</a>。<small class="locator">正文第 7–8 页</small></p>
<ul><li id="l2l2">一项<ul><li>项中之项</li></ul></li></ul>
<p id="k7q3">另一段。<small class="locator">核心观点页 <a href="/claims/">≠2</a></small></p>
<div class="note" id="note" role="note"><span class="label" data-search-ignore>编者注</span><span>注</span></div>
<details class="listing"><summary>损失（本站示例，非报告内容）</summary><pre id="code"><code>a = 1
b = 2</code></pre></details>
<figure id="fig"><figcaption><div class="figure-title"><span class="figure-label">图一</span> 三步</div><div class="figure-finding">发现。</div></figcaption>
<table id="fig-table"><caption>图一的数据</caption><thead><tr><th>公司</th><th data-unit="PE（倍）">2021A</th></tr></thead>
<tbody><tr id="row-1"><th>英伟达</th><td>44.7</td></tr><tr id="row-2"><th>高通</th><td></td></tr></tbody></table></figure>
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
	expect(parentOf('code').className).toBe('listing');
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

test('quotes are whole: code keeps its lines, a row its heads and units, a figure its finding', () => {
	const page = pageFrom(source);
	const quote = (id: string) => quoteOf(blockOf(page, id), 'zh');
	expect(quote('code')).toBe('a = 1\nb = 2');
	expect(quote('row-1')).toBe('英伟达：PE（倍）2021A 44.7');
	expect(quote('fig')).toBe('图一 三步。发现。');
	expect(quote('row-2')).toBe('高通：');
	expect(quote('fig-table')).toBe('图一的数据：英伟达、高通。');
	expect(quote('note')).toBe('编者注：注');
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
	expect(preview('steps').description).toMatch(
		/^正文一段，链接。一项 项中之项另一段。编者注：注图一/,
	);
	expect(preview('terms').description).toMatch(/^两种语言的术语/);
	expect(preview('code').description).toBe('损失（本站示例，非报告内容）：a = 1 b = 2');
	expect(preview('row-1').title).toBe('技术逻辑 § 图一的数据 § 英伟达');
	expect(preview('fig').title).toBe('技术逻辑 § 三步训练 § 图一');
	expect(preview('note').title).toBe('技术逻辑 § 三步训练 § 编者注');
});

test('only what has a locator is said to stand in the report, with pages only where it has them', () => {
	const page = pageFrom(source);
	const said = page.blocks.map((block) => {
		const place = placeOf(page.document, block);
		return [block.id, placeInReport(place, 'zh'), place.reportPages];
	});
	expect(said.filter(([, where]) => where)).toEqual([
		['k7q2', '第 7–8 页', '7–8'],
		['k7q3', '核心观点页', ''],
	]);
});

test('an entry of a reference page says what was found before anything else', () => {
	const page =
		pageFrom(`<!doctype html><html><body><main><article data-page="notes"><h1>勘误</h1><ul>
<li id="matter"><div class="matter-note"><b>有出入</b> 口径不一。</div>
<div class="wording"><b>报告</b><div>PE 为 44.7。 <span class="wording-place">估值表</span></div></div>
<div class="wording"><b>来源</b><div>每股 3.85。</div></div></li>
<li id="claim-7"><div class="entry-head"><a class="entry-number">7</a> <b>有出入</b></div><a class="entry-statement">PE 为 44.7。</a><a class="entry-note">口径不一。</a></li>
<li id="to-risks"><span class="section-title">风险因素</span><div class="section-summary">七项。</div></li>
</ul></article></main></body></html>`);
	expect(page.blocks.map((block) => quoteOf(block, 'zh'))).toEqual([
		'有出入：口径不一。报告：PE 为 44.7。来源：每股 3.85。',
		'有出入：PE 为 44.7。 — 口径不一。',
		'风险因素：七项。',
	]);
	expect(placeOf(page.document, blockOf(page, 'claim-7')).title).toBe('勘误 § #7');
});
