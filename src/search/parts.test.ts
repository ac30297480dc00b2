import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseRules } from './chinese-rules.ts';
import { excerptMaximumLengths, excerptOf } from './excerpt.ts';
import { parseQuery, queryMaximumLength } from './query.ts';
import { relationsOf, simplified, type Terms } from './terms.ts';

describe('the query grammar', () => {
	test.each([
		['强化学习', '强化学习', ['强化学习']],
		['  GPT-3  参数 ', 'gpt3参数', ['gpt3', '参数']],
		['"machine learning" 模型', '', ['machine learning', '模型']],
		['“强化 学习”', '强化学习', ['强化学习']],
		['的“智能”体', '的"智能"体', ['的"智能"体']],
		['"没有合上', '没有合上', ['没有合上']],
		['模型 模型', '模型模型', ['模型']],
		['，。', '', []],
	])('%j', (typed, whole, phrases) => {
		expect(parseQuery(typed)).toMatchObject({ whole, phrases });
	});
	test('never fails, and looks at no more than it must', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const { raw, phrases } = parseQuery(text);
				expect([...raw].length).toBeLessThanOrEqual(queryMaximumLength);
				expect(phrases.every(Boolean)).toBe(true);
			}),
		);
	});
});

describe('an excerpt', () => {
	const text = `${'前文'.repeat(40)}。这一句里有目标，后面还有${'很长的话'.repeat(40)}`;
	const start = text.indexOf('目标');
	const joined = (segments: { text: string }[]) => segments.map(({ text }) => text).join('');

	test('begins at the clause of the match and marks it', () => {
		const segments = excerptOf(text, [{ start, end: start + 2 }]);
		expect(joined(segments).startsWith('…这一句里有目标，')).toBe(true);
		expect(segments.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['目标']);
	});
	test('is the text itself when that is short', () => {
		expect(excerptOf('GPT-3 有', [])).toEqual([{ text: 'GPT-3 有', marked: false }]);
	});
	test('cuts no English word', () => {
		const english = 'Some wordy sentence about reinforcement learning from feedback. '.repeat(9);
		for (let start = 0; start < english.length - 4; start += 5) {
			const from = english.indexOf(' ', start) + 1;
			const to = english.indexOf(' ', from);
			const shown = joined(excerptOf(english, [{ start: from, end: to }], 'en'));
			const words = shown.replaceAll('…', '').trim().split(' ');
			expect(words.filter((word) => !english.split(' ').includes(word))).toEqual([]);
			expect(shown).toContain(english.slice(from, to));
		}
	});
	test('is a piece of the text, holds the match, and splits no character', () => {
		const unit = fc.constantFrom(...'字a。 ，', '😀', '𠮷');
		fc.assert(
			fc.property(fc.array(unit, { minLength: 1, maxLength: 200 }), fc.nat(), (units, seed) => {
				const from = seed % units.length;
				const whole = units.join('');
				const begin = units.slice(0, from).join('').length;
				const range = { start: begin, end: begin + units[from]!.length };
				const segments = excerptOf(whole, [range]);
				const shown = joined(segments).replaceAll('…', '');
				expect(whole).toContain(shown);
				expect(shown.isWellFormed()).toBe(true);
				expect(shown.length).toBeLessThanOrEqual(excerptMaximumLengths.zh + 30);
				expect(segments.find(({ marked }) => marked)?.text).toBe(units[from]);
			}),
		);
	});
});

describe('other names', () => {
	const terms: Terms = {
		names: [['人类反馈强化学习', 'reinforcement learning from human feedback', 'RLHF']],
		readings: [
			{ text: '人类反馈强化学习', pinyin: 'ren lei fan kui qiang hua xue xi' },
			{ text: '强化学习', pinyin: 'qiang hua xue xi' },
			{ text: '估值', pinyin: 'gu zhi' },
		],
		variants: '強强學学習习',
	};
	test.each([
		['qianghuaxuexi', '强化学习'],
		['qiang hua xue xi', '强化学习'],
		['qianghuaxuex', '强化学习'],
		['qhxx', '强化学习'],
		['renleifankui', '人类反馈'],
		['guzhi', '估值'],
	])('pinyin %s means %s', (typed, text) => {
		expect(relationsOf(typed, terms, chineseRules)[0]).toEqual({ via: 'pinyin', text });
	});
	test.each(['qi', 'xuexiqiang', 'zz', '', 'guzhiz'])('%j is no pinyin of ours', (typed) => {
		expect(relationsOf(typed, terms, chineseRules)).toEqual([]);
	});
	test('the glossary joins names of one thing', () => {
		const texts = relationsOf('rlhf', terms, chineseRules).map(({ text }) => text);
		expect(texts).toContain('人类反馈强化学习');
		expect(relationsOf('人类反馈强化学习', terms, chineseRules).map(({ text }) => text)).toContain(
			'RLHF',
		);
	});
	test('traditional characters are read as the text writes them', () => {
		expect(simplified('強化學習 GPT', terms.variants)).toBe('强化学习 GPT');
	});
});
