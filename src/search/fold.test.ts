import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithMap, kindOf } from './fold.ts';

const isSolid = (kind: string) => ['han', 'letter', 'digit', 'symbol'].includes(kind);

/** Text like ours: Han, Latin, digits, every kind of punctuation, and anything Unicode has. */
const ours = fc.string({
	unit: fc.constantFrom(
		...'人类反馈强化学习模型的训练产业链'.split(''),
		...'aGPTx 　\n--–—·，。、“”（）()：%+.,/3579０ＧＰ①㎞…～'.split(''),
		'é',
		'e\u0301',
		'ｶﾞ',
		'\u200b',
		'😀',
		'İ',
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
	['模型，训练', '模型,训练'],
	['模型，训练。', '模型,训练'],
	['10 20', '10 20'],
	['', ''],
])('folds %j to %j', (text, folded) => {
	expect(fold(text)).toBe(folded);
});

describe('folding', () => {
	test('twice is the same as once', () => {
		fc.assert(
			fc.property(anything, (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ numRuns: 3000 },
		);
	});

	test('finds every visible string cut at characters', () => {
		const cut = fc.tuple(ours, fc.nat(40), fc.nat(40));
		fc.assert(
			fc.property(cut, ([text, from, length]) => {
				const characters = [...text.normalize('NFC')];
				const piece = characters.slice(from, from + length);
				const solid = (character: string | undefined) =>
					character !== undefined &&
					[...character.normalize('NFKC').toLowerCase()].every((c) => isSolid(kindOf(c)));
				fc.pre(solid(piece[0]) && solid(piece.at(-1)));
				fc.pre(!/[\p{M}ﾞ]/u.test((piece[0] ?? '') + (characters[from + length] ?? '')));
				expect(fold(text)).toContain(fold(piece.join('')));
			}),
			{ numRuns: 3000 },
		);
	});

	test('maps each unit back to the characters it came from', () => {
		fc.assert(
			fc.property(anything, (text) => {
				const folded = foldWithMap(text);
				expect(folded.starts).toHaveLength(folded.text.length);
				let previous = 0;
				for (const [unit, start] of folded.starts.entries()) {
					const end = folded.ends[unit]!;
					expect(start).toBeGreaterThanOrEqual(previous);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(text.length);
					previous = start;
				}
			}),
			{ numRuns: 1000, examples: [['3　：7']] },
		);
	});
});
