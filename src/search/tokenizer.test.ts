import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholeForms } from './forms.ts';
import { normalise } from './normalise.ts';
import { indexTokens, queryTokens } from './tokenizer.ts';

test.each([
	['强化学习', '强化 化学 学习'],
	['RLHF 的训练', 'rlhf f的 的训 训练'],
	['GPT 与 RLHF', 'gpt t与 与r rlhf'],
	['训练，再训练', '训练 练再 再训 训练'],
	['machine learning', 'machine learning'],
	['GPT-3.5，', 'gpt t3 3 35 5'],
	['2,200 万美元', '2200 0万 万美 美元'],
	['naïve', 'naive'],
	['né 的', 'ne e的'],
	['……', ''],
])('indexes %j as %j', (text, tokens) => {
	expect(indexTokens(normalise(text)).join(' ')).toBe(tokens);
});

test.each([
	['强化学习', '强化 化学 学习', false, false],
	['的', '', false, false],
	['rlhf的', 'rlhf f的', true, false],
	['的gpt', '的g gpt', false, true],
	['练的gpt3', '练的 的g gpt t3 3', false, true],
	['40%', '40', true, false],
])('asks for %j as %j', (text, tokens, opensLeft, opensRight) => {
	expect(queryTokens(normalise(text))).toEqual({
		tokens: tokens.split(' ').filter(Boolean),
		opensLeft,
		opensRight,
	});
});

/** Whether the tokens of a query stand in a row in the index, allowing for cut words. */
function standsIn(index: string[], query: ReturnType<typeof queryTokens>): boolean {
	const { tokens, opensLeft, opensRight } = query;
	const last = tokens.length - 1;
	return index.some((_, from) =>
		tokens.every((token, at) => {
			const indexed = index[from + at] ?? '';
			const left = at === 0 && opensLeft;
			const right = at === last && opensRight;
			if (left && right) return indexed.includes(token);
			if (left) return indexed.endsWith(token);
			if (right) return indexed.startsWith(token);
			return indexed === token;
		}),
	);
}

test('every piece of a text is found by its tokens', () => {
	const text = fc.string({
		unit: fc.constantFrom(...'人类反馈强化学习的ab-3.5，（%'.split(''), ' '),
		maxLength: 30,
	});
	fc.assert(
		fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
			const folded = normalise(text);
			const piece = normalise([...folded].slice(from, from + length).join(''));
			const query = queryTokens(piece);
			fc.pre(query.tokens.length > 0 && folded.includes(piece));
			expect(standsIn(indexTokens(folded), query)).toBe(true);
		}),
		{ numRuns: 5000 },
	);
});

test('one of the whole forms of every piece stands in the index', () => {
	const text = fc.string({
		unit: fc.constantFrom(...'人类反馈强化学习的abc-3.5，（%'.split(''), ' '),
		maxLength: 30,
	});
	fc.assert(
		fc.property(text, fc.nat(30), fc.integer({ min: 1, max: 12 }), (text, from, length) => {
			const folded = normalise(text);
			const piece = normalise([...folded].slice(from, from + length).join(''));
			const index = indexTokens(folded);
			const asked = queryTokens(piece);
			// One Han character alone is never asked for in this way.
			fc.pre(folded.includes(piece) && !/^\p{Script=Han}$/u.test(piece));
			const words = [...new Set(index)].filter((word) => !/\p{Script=Han}/u.test(word));
			const forms = wholeForms(asked, words);
			if (forms === null) return;
			const standsInARow = (form: readonly string[]) =>
				index.some((_, at) => form.every((token, step) => index[at + step] === token));
			expect(forms.some(standsInARow)).toBe(true);
		}),
		{ numRuns: 5000 },
	);
});

test.each([
	['代码', [['代码']]],
	['强化学习', [['强化', '化学', '学习']]],
	['gpt', [['chatgpt'], ['gpt']]],
	[
		'gpt的',
		[
			['chatgpt', 't的'],
			['gpt', 't的'],
		],
	],
	['的ch', [['的c', 'chatgpt']]],
	['zz', []],
	['%', null],
])('%j is asked for as %j', (query, forms) => {
	expect(wholeForms(queryTokens(query), ['chatgpt', 'gpt'])).toEqual(forms);
});
