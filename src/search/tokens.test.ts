import fc from 'fast-check';
import { expect, test } from 'vitest';
import { characterCode, idCode, queryTokens, textTokens } from './tokens.ts';

const codes = (text: string, isText = true) =>
	(isText ? textTokens : queryTokens)(text, 'zh').map(({ code }) => code);

/** Whether words stand in a row in others. */
const stands = (row: string[], text: string[]) =>
	text.some((_, at) => row.every((code, step) => text[at + step] === code));

test.each([
	['强化学习', '人类反馈强化学习（RLHF）的训练'],
	['RLHF的训', '人类反馈强化学习（RLHF）的训练'],
	['学习RLHF', '人类反馈强化学习（RLHF）的训练'],
	['ＧＰＴ－３．５', '由 GPT-3.5 微调'],
	['2022年11月', '2022 年 11 月 30 日'],
	['4152', '市值 4,152 亿美元'],
	['模型，训练', '奖励模型，训练数据'],
])('%s stands in %s', (query, text) => expect(stands(codes(query, false), codes(text))).toBe(true));

test.each([
	['模型训练', '奖励模型，训练数据'],
	['模型。训练', '奖励模型，训练数据'],
	['习强', '强化学习'],
	['GPT-3 的', 'GPT-3.5 的'],
])('%s does not stand in %s', (query, text) =>
	expect(stands(codes(query, false), codes(text))).toBe(false),
);

test('every piece of a Han text stands in it', () => {
	const text = '人类反馈强化学习，训练模型。';
	const characters = [...text.replace('。', '')];
	const piece = fc.tuple(fc.nat(characters.length - 2), fc.integer({ min: 2, max: 9 }));
	fc.assert(
		fc.property(piece, ([from, length]) => {
			const query = characters.slice(from, from + length).join('');
			if (/^，|，$/.test(query) || query.length < 2) return;
			expect(stands(codes(query, false), codes(text))).toBe(true);
		}),
	);
});

test('words of English are cut at hyphens, without possessive', () => {
	const words = textTokens('OpenAI’s fine-tuned GPT-3.5 costs US$4,152m.', 'en');
	expect(words.flatMap(({ word }) => word ?? [])).toEqual([
		'openai',
		'fine',
		'tuned',
		'gpt',
		'3.5',
		'costs',
		'us',
		'4152',
		'm',
	]);
});

test('a code is letters that no stemmer changes, and none for two Han characters', () => {
	const all = new Set<string>();
	for (let point = 0x4e00; point <= 0x9fff; point++)
		all.add(characterCode(String.fromCodePoint(point)));
	expect(all.size).toBe(0x9fff - 0x4e00 + 1);
	expect([...all].filter((code) => !/^[qxzjv][bcdfghjklmnpqrtvwxz]{3}$/.test(code))).toEqual([]);
	expect(idCode('k7j2')).not.toBe(idCode('k7j3'));
});
