import { expect, test } from 'vitest';
import { clipped, widthOf } from './excerpt.ts';

test.each([
	['甲乙丙。丁戊己庚辛壬癸。', 'zh', 8, '甲乙丙。'],
	['先示范，再打分，最后让模型自己练。', 'zh', 12, '先示范，再打分…'],
	[
		'据官方模型目录（另见附录甲与附录乙的说明），结论不变。',
		'zh',
		16,
		'据官方模型目录（另见附录甲…）',
	],
	['Market cap (US$ bn) 415.2 and more of the same, again', 'en', 13, 'Market cap (US$ bn)…'],
	[
		'It is named only in the report’s Fig. 3 and nowhere else',
		'en',
		22,
		'It is named only in the report’s…',
	],
	[
		'It covers the report’s 16 figures and 2 tables',
		'en',
		21,
		'It covers the report’s 16 figures…',
	],
	['The first step is supervised fine-tuning', 'en', 19, 'The first step is supervised…'],
	[
		'The report divides the past decade of AI into three',
		'en',
		25,
		'The report divides the past decade of AI…',
	],
	[
		'It was fine-tuned from a model in the series of it',
		'en',
		22,
		'It was fine-tuned from a model…',
	],
	['They come with a mark, 2025? and 2030? last of all', 'en', 21, 'They come with a mark…'],
	['One sentence. Another, longer one follows here', 'en', 10, 'One sentence.'],
	[
		'OpenAI said 4,355 units were sold, and more than that',
		'en',
		19,
		'OpenAI said 4,355 units were…',
	],
] as const)('%s is cut to %s %i', (text, language, most, expected) => {
	expect(clipped(text, language, most)).toBe(expected);
	expect(widthOf(expected)).toBeLessThanOrEqual(most);
});

test('a text that fits stays as it is, and none ends in a dangling mark', () => {
	expect(clipped('都在。', 'zh', 3)).toBe('都在。');
	const text = '报告说“ChatGPT（2022）由 GPT-3.5 微调而成”，价格 415.2 亿美元，另见附录。';
	for (let most = 8; most < 40; most += 1) {
		const cut = clipped(text, 'zh', most);
		const rest = text.slice(cut.replace(/…[”）]*$/u, '').length);
		expect(/\d[”）…]*$/u.test(cut) && /^[.,]?\d/.test(rest), cut).toBe(false);
		expect(cut).not.toMatch(/[，、：；（“]…|\d\.…/u);
		expect(cut.split('（').length, cut).toBe(cut.split('）').length);
		expect(cut.split('“').length, cut).toBe(cut.split('”').length);
	}
});
