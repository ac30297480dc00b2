import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from './engine.ts';
import { englishRules, lookupsOf, standsIn } from './english-rules.ts';
import { jointSign } from './index-files.ts';
import { searchable } from './match.ts';
import { foldWithMap, normalise } from './normalise.ts';
import type { PageText, TextKind } from './page-text.ts';
import { parseQuery } from './query.ts';
import { stemOf } from './stem.ts';
import { indexTokens } from './tokenizer.ts';
import { compoundOf, compoundsOf, spellingOf, wordsOf } from './words.ts';

function pageOf(lines: readonly [kind: TextKind, text: string][], order = 0): PageText {
	let heading = -1;
	const blocks = lines.map(([kind, text], at) => {
		const block = { kind, id: `b${at}`, text, under: kind === 'heading' ? -1 : heading };
		if (kind === 'heading') heading = at;
		return block;
	});
	return { path: `/en/${order}/`, title: lines[0]![1], language: 'en', order, blocks };
}

function ask(query: string, ...texts: string[]) {
	const page = pageOf(texts.map((text) => ['paragraph', text]));
	return answer(parseQuery(query), [searchable(page)], englishRules);
}

/** The stretches that are marked when a text is searched. */
function marked(query: string, text: string): string[] {
	const { exact } = ask(query, text);
	return exact.flatMap(({ hits }) =>
		hits.flatMap(({ ranges, block }) =>
			ranges.map(({ start, end }) => block.text.slice(start, end)),
		),
	);
}

describe('a word', () => {
	test.each([
		['train', 'Models are trained in training runs.', ['trained', 'training']],
		['labellers', 'A labeler’s ranking', ['labeler']],
		['optimization', 'proximal policy optimisation', ['optimisation']],
		['OpenAI’s', 'OpenAI says', ['OpenAI']],
		['openai', "OpenAI's post", ['OpenAI']],
		['hallucin', 'Hallucination rates', ['Hallucination']],
		['gpus', 'one GPU', ['GPU']],
		['PE', 'PEs of people', ['PEs']],
		['ai', 'AI was trained by OpenAI', ['AI']],
		['gpt', 'ChatGPT and GPT-3', ['ChatGPT', 'GPT']],
		['chatgpt', 'Chat-GPT', ['Chat-GPT']],
		['ＧＰＴ', 'GPT', ['GPT']],
		['rained', 'trained', []],
		['naive', 'a naïve view', ['naïve']],
		['40%', 'nearly 40% of 40', ['40%']],
		['US$22', 'US$22 million', ['US$22']],
		['12725', '12,725 prompts', ['12,725']],
		['12,725', '12,725 prompts', ['12,725']],
		['3.5', 'GPT-3.5 and 13.5', ['3.5']],
		['3', 'GPT-3, GPT-3.5 and 30', ['3', '3.5']],
	])('%s in “%s” marks %j', (query, text, words) => {
		expect(marked(query, text)).toEqual(words);
	});

	test('of two letters that is nowhere is the beginning of others', () => {
		expect(marked('re', 'A reward is returned')).toEqual(['reward', 'returned']);
		expect(marked('re', 'Re: a reward')).toEqual(['Re']);
		expect(marked('"re"', 'A reward')).toEqual([]);
	});

	test.each([
		['fine-tuning', 'finetuning'],
		['fine tuning', 'fine-tuned'],
		['finetune', 'fine tuning'],
	])('%s is found as “%s” only where hyphens allow it', (query, text) => {
		expect(marked(query, text)).toEqual(query === 'finetune' ? [] : [text]);
	});
});

describe('several words', () => {
	const page = pageOf([
		['title', 'Technical logic'],
		['heading', 'Step two'],
		['paragraph', 'Scores: the model gets a reward.'],
		['paragraph', 'A reward model scores answers.'],
		['paragraph', 'Reward models are trained'],
		['heading', 'Step three'],
		['paragraph', 'The policy is updated.'],
		['paragraph', 'It ends a reward. Models go on.'],
	]);
	const found = (query: string) => {
		const { exact, apart, closest } = answer(parseQuery(query), [searchable(page)], englishRules);
		const ids = (sections: typeof exact) =>
			sections.flatMap(({ hits }) => hits.map(({ block }) => block.id));
		return [ids(exact), ids(apart), ids(closest)];
	};

	test('in a row come first, as typed before other forms; then those apart', () => {
		expect(found('reward model')).toEqual([['b3', 'b4'], ['b2', 'b7'], []]);
		expect(found('reward models')).toEqual([['b4', 'b3'], ['b2', 'b7'], []]);
	});
	test('are no row across the end of a sentence, unless the query has one there', () => {
		expect(found('reward. Models')[0]).toContain('b7');
	});
	test('must else stand in one block, one section, one page', () => {
		expect(found('answer score')).toEqual([['b3'], [], []]);
		expect(found('training answers')).toEqual([['b3', 'b4'], [], []]);
		expect(found('policies answering')).toEqual([['b3', 'b6'], [], []]);
	});
	test('in quotes stand as they are', () => {
		expect(found('"reward model"')).toEqual([['b3'], [], []]);
		expect(found('"reward mod"')[0]).toEqual([]);
		expect(found('“reward models” trained')).toEqual([['b4'], [], []]);
		expect(found('"reward. Models"')).toEqual([['b7'], [], []]);
	});
	test('may end in a word half typed', () => {
		expect(found('reward m')[0]).toEqual(['b3', 'b4']);
		expect(found('a reward mod')[0]).toEqual(['b3']);
	});
	test('that are not all there give what comes closest, by words', () => {
		expect(found('reward models zzz')).toEqual([[], [], ['b2', 'b7']]);
		expect(found('zzz')).toEqual([[], [], []]);
	});
});

test('a heading with another form of the word comes before text with the word', () => {
	const page = pageOf([
		['paragraph', 'We recommend it. The recommendation stands.'],
		['heading', 'Companies recommended'],
	]);
	const { exact } = answer(parseQuery('recommendation'), [searchable(page)], englishRules);
	expect(exact[0]!.hits[0]!.block.kind).toBe('heading');
});

const word = fc.constantFrom(
	...'train training trained fine-tuning ChatGPT TruthfulQA GPT-3.5 OpenAI’s label labelling'.split(
		' ',
	),
	...[
		'US$22',
		'40%',
		'4,152',
		'naïve',
		'DALL·E',
		'人类反馈',
		'state-of-the-art',
		'e\u0301t',
		'“a”',
	],
);
const separator = fc.constantFrom(' ', ', ', '. ', ' (', '-', '—', '\n', '/', '');
const prose = fc
	.array(fc.tuple(word, separator), { minLength: 1, maxLength: 12 })
	.map((parts) => parts.flat().join(''));

describe('words of any text', () => {
	test('joined, are the words of the index', () => {
		fc.assert(
			fc.property(fc.oneof(prose, fc.string({ unit: 'grapheme' })), (text) => {
				const folded = foldWithMap(text);
				const tokens = new Set(indexTokens(folded.text));
				for (const compound of compoundsOf(wordsOf(folded, text))) {
					const token = spellingOf(compound).replace(jointSign, '');
					if (!/^\p{L}/u.test(token) || /\p{Script=Han}/u.test(token)) continue;
					expect([...tokens]).toContain(token);
					expect(compoundOf(spellingOf(compound)).map(({ text }) => text)).toEqual(
						compound.map(({ text }) => text),
					);
				}
			}),
			{ numRuns: 2000 },
		);
	});

	test('stand where they say they do, in order', () => {
		fc.assert(
			fc.property(prose, (text) => {
				let end = 0;
				for (const found of wordsOf(foldWithMap(text), text)) {
					expect(found.start).toBeGreaterThanOrEqual(end);
					expect(found.end).toBeGreaterThan(found.start);
					end = found.end;
				}
				expect(end).toBeLessThanOrEqual(text.length);
			}),
		);
	});

	test('are found again, alone, in a row and in quotes', () => {
		fc.assert(
			fc.property(prose, fc.nat(), fc.integer({ min: 1, max: 4 }), (text, seed, count) => {
				const words = compoundsOf(wordsOf(foldWithMap(text), text));
				fc.pre(words.length > 0);
				const from = seed % words.length;
				const row = words.slice(from, from + count);
				const start = row[0]![0]!.start;
				const typed = text.slice(start, row.at(-1)!.at(-1)!.end).replace(/["“”]/gu, ' ');
				fc.pre(!/\p{Script=Han}/u.test(typed));
				expect(ask(typed, text).exactCount).toBe(1);
				expect(ask(`"${typed}"`, text).exactCount).toBe(1);
			}),
			{ numRuns: 1000 },
		);
	});

	test('are looked up in the index wherever the matcher finds them', () => {
		fc.assert(
			fc.property(prose, prose, (text, query) => {
				const asked = parseQuery(query);
				if (
					answer(asked, [searchable(pageOf([['paragraph', text]]))], englishRules).exactCount === 0
				)
					return;
				const index = compoundsOf(wordsOf(foldWithMap(text), text));
				for (const lookup of lookupsOf(asked)) {
					if ('phrase' in lookup) {
						expect(normalise(text)).toContain(lookup.phrase);
						continue;
					}
					const { word, parts, exact, begins } = lookup;
					const holds = (asked: string) => index.some((one) => standsIn(one, asked, exact));
					// A short word that is nowhere narrows nothing.
					if (begins && !holds(word)) continue;
					expect(holds(word) || (parts.length > 0 && parts.every(holds))).toBe(true);
				}
			}),
			{ numRuns: 3000 },
		);
	});
});

test('forms of a word begin with one letter, which the matcher relies on', () => {
	const letters = fc.stringMatching(/^[a-z]{1,12}$/);
	fc.assert(
		fc.property(letters, (text) => {
			expect(stemOf(text)[0]).toBe(text[0]);
		}),
		{ numRuns: 3000 },
	);
});
