import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, stretchesOf } from './excerpt.ts';
import { grammars } from './grammars.ts';
import { characterCode, fold, idCode } from './text.ts';

/** Text like ours: Han, Latin, digits, every kind of punctuation, and anything Unicode has. */
const ours = fc.string({
	unit: fc.constantFrom(
		...'人类反馈强化学习模型的训练产业链aGPTx 　\n--–—·，。、“”（）()：%+.,/3579０ＧＰ①㎞…～',
		...['é', 'e\u0301', 'ｶﾞ', '\u200b', '😀', 'İ'],
	),
	maxLength: 40,
});
const anything = fc.oneof(ours, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test.each([
	['AIGC 产业', 'aigc产业'],
	['AIGC（产业', 'aigc产业'],
	['ＧＰＴ－３．５', 'gpt3.5'],
	['GPT-3.5', 'gpt3.5'],
	['GPT 3.5', 'gpt3.5'],
	['Chat-GPT', 'chatgpt'],
	['DALL·E 2', 'dalle2'],
	['2,200 万', '2200万'],
	['4,152', '4152'],
	['3.5 与 35', '3.5与35'],
	['40 %', '40%'],
	['组件\n的', '组件的'],
	['machine  learning', 'machine learning'],
	['few-shot', 'fewshot'],
	['2015–2022 年', '2015-2022年'],
	['模型，训练。', '模型,训练'],
	['10 20', '10 20'],
	['', ''],
])('folds %j to %j', (text, folded) => expect(fold(text)).toBe(folded));

test('folding twice is the same as once', () => {
	const isSame = (text: string) => fold(fold(text)) === fold(text);
	fc.assert(fc.property(anything, isSame), { numRuns: 3000 });
});

test('the form of a text has the form of every piece of it', () => {
	const cut = fc.tuple(ours, fc.nat(40), fc.nat(40));
	const solid = /^[\p{L}\p{N}%+😀㎞]$/u;
	const holds = fc.property(cut, ([text, from, length]) => {
		const characters = [...text.normalize('NFC')];
		const piece = characters.slice(from, from + length);
		fc.pre(solid.test(piece[0] ?? '') && solid.test(piece.at(-1) ?? ''));
		fc.pre(!/[\p{M}ﾞ]/u.test(piece[0]! + (characters[from + length] ?? '')));
		expect(fold(text)).toContain(fold(piece.join('')));
	});
	fc.assert(holds, { numRuns: 3000 });
});

const codes = (text: string, isText: boolean) =>
	(isText ? grammars.zh.textCodes : grammars.zh.queryCodes)(text);

/** Whether the words of a query stand in a row in those of a text. */
function stands(query: string, text: string) {
	const [row, all] = [codes(query, false), codes(text, true)];
	return all.some((_, at) => row.every((code, step) => all[at + step] === code));
}

test.each([
	['强化学习', '人类反馈强化学习（RLHF）的训练', true],
	['RLHF的训', '人类反馈强化学习（RLHF）的训练', true],
	['学习RLHF', '人类反馈强化学习（RLHF）的训练', true],
	['ＧＰＴ－３．５', '由 GPT-3.5 微调', true],
	['2022年11月', '2022 年 11 月 30 日', true],
	['4152', '市值 4,152 亿美元', true],
	['模型，训练', '奖励模型，训练数据', true],
	['模型训练', '奖励模型，训练数据', false],
	['模型。训练', '奖励模型，训练数据', false],
	['习强', '强化学习', false],
	['GPT-3 的', 'GPT-3.5 的', false],
])('%s in %s: %s', (query, text, isThere) => expect(stands(query, text)).toBe(isThere));

test('words of English are cut at hyphens, without possessive', () => {
	const words = grammars.en.wordsOf('OpenAI’s fine-tuned GPT-3.5 costs US$4,152m.');
	expect(words.join(' ')).toBe('openai fine tuned gpt 3.5 costs us 4152 m');
});

test('a code is letters that no stemmer changes, and of one Han character or id', () => {
	const all = new Set<string>();
	for (let point = 0x4e00; point <= 0x9fff; point++)
		all.add(characterCode(String.fromCodePoint(point)));
	expect(all.size).toBe(0x9fff - 0x4e00 + 1);
	expect([...all].filter((code) => !/^[qxzjv][bcdfghjklmnpqrtvwxz]{3}$/.test(code))).toEqual([]);
	expect(idCode('k7j2')).not.toBe(idCode('k7j3'));
});

test.each([
	['AIGC 产业与 OpenAI 的 AI', ['aigc产业', 'AI'], 'AIGC 产业|AI', 'zh'],
	['InstructGPT', ['structgpt'], 'structGPT', 'zh'],
	['Chat-GPT 有 2,200 万', ['chatgpt', '2200万'], 'Chat-GPT|2,200 万', 'zh'],
	['GPT-3.5 与 GPT-3', ['gpt-3'], 'GPT-3', 'zh'],
	['Trained for training; a train of PE, OpenAI', ['train'], 'Trained|training|train', 'en'],
	['OpenAI and PE', ['pe'], 'PE', 'en'],
	['by reinforcement learning', ['reinforcment learning'], 'reinforcement learning', 'en'],
	['US$4,152m (C++)', ['4152', 'c++'], '4,152|C', 'en'],
] as const)('in %j, %j marks %j', (text, needles, marked, language) => {
	const places = stretchesOf(text, needles, grammars[language]);
	expect(places.map(({ start, end }) => text.slice(start, end)).join('|')).toBe(marked);
});

test('an excerpt shows the window where the marks stand densest; a short text is whole', () => {
	const { zh } = grammars;
	const text = `奖励${'一二三四五，'.repeat(40)}奖励模型与奖励${'六七八九十。'.repeat(40)}`;
	const segments = excerptOf(text, stretchesOf(text, ['奖励'], zh), zh);
	expect(segments.filter((one) => one.marked)).toHaveLength(2);
	expect(segments[0]!.text).toBe('…');
	expect(segments.map((one) => one.text).join('').length).toBeLessThan(110);
	const short = excerptOf('只有奖励', stretchesOf('只有奖励', ['奖励'], zh), zh);
	expect(short.map(({ text: piece, marked }) => (marked ? `[${piece}]` : piece)).join('')).toBe(
		'只有[奖励]',
	);
	const word = `${'一'.repeat(30)}availability）${'二'.repeat(20)}奖励${'三'.repeat(99)}`;
	const [, first] = excerptOf(word, stretchesOf(word, ['奖励'], zh), zh);
	expect(first).toEqual({ text: `）${'二'.repeat(20)}`, marked: false });
	const cut = `${'一'.repeat(30)}由 GPT-3.5 系列${'二'.repeat(10)}奖励${'三'.repeat(71)} 2,022 年`;
	const shown = excerptOf(cut, stretchesOf(cut, ['奖励'], zh), zh).map((one) => one.text);
	expect(shown.join('')).toBe(`…GPT-3.5 系列${'二'.repeat(10)}奖励${'三'.repeat(71)}…`);
});
