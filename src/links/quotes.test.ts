import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { blocksOf } from '../base/blocks.ts';
import { quoteOf } from './quotes.ts';

function quoted(html: string, language: 'zh' | 'en' = 'zh'): string {
	const { document } = parseHTML(`<article>${html}</article>`);
	const [block] = blocksOf(document.querySelector('article') as unknown as Element);
	return quoteOf(block!, language);
}

test('quotes a claim by number, verdict, statement and note, without what only places it', () => {
	const claim = (check: string) =>
		`<ol><li id="claim-40"><div class="entry-head"><span class="entry-number">40</span> <span class="verdict">${check}</span> <span>估计</span> <span>正文第 7 页</span></div><div class="entry-statement">报告估计两三万条。</div><div class="entry-note">论文是 12,725 条。</div><ul class="sources-list"><li>论文</li></ul><div class="told">见于</div></li></ol>`;
	expect(quoted(claim('有出入'))).toBe('第 40 条，有出入：报告估计两三万条。论文是 12,725 条。');
	expect(quoted(claim('At odds'), 'en')).toMatch(/^Claim 40, at odds: /);
});

test('quotes a conflict by what report and source say, a term by its definition', () => {
	expect(
		quoted(
			'<ol><li id="note-8"><div class="entry-head"><a href="/claims/#claim-8">第 8 条</a></div><div class="wording"><b>报告</b><div>写作 Chat-GPT。</div></div><div class="wording"><b>来源</b><div>写作 ChatGPT。<ul class="sources-list"><li>公告</li></ul></div></div><div class="wording"><b>本站</b><div>见首页</div></div></li></ol>',
		),
	).toBe('第 8 条，报告：写作 Chat-GPT。来源：写作 ChatGPT。');
	expect(
		quoted(
			'<ul><li id="term-ppo"><div class="term-names"><dfn>近端策略优化</dfn> <span>PPO</span></div><div class="term-definition">一种算法。</div><div class="told">见于</div></li></ul>',
		),
	).toBe('近端策略优化 PPO：一种算法。');
});

test('quotes a row with its heads, a figure by title and finding, an item as it is', () => {
	expect(
		quoted(
			'<table id="t"><caption>表</caption><thead><tr><th>公司</th><th>市值</th></tr></thead><tbody><tr id="nvidia"><th>英伟达</th><td>4,355</td></tr></tbody></table>',
		),
	).toBe('表：英伟达。');
	expect(
		quoted(
			'<figure id="f"><figcaption><div>图一</div><div>先有文字。</div><div>后有图像。</div></figcaption></figure>',
		),
	).toBe('图一：先有文字。后有图像。');
	expect(quoted('<ul><li id="k7q2">一条。</li></ul>')).toBe('一条。');
});
