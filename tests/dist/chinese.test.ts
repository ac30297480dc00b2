import { expect, test } from 'vitest';
import { pagesIn } from './dist.ts';

const blocks = (await pagesIn('zh'))
	.flatMap((page) => page.blocks.map((block) => ({ ...block, page: page.path })))
	// Code and a citation's half-width marks (GB/T 7714) keep rules of their own.
	.filter(({ kind, text }) => kind !== 'code' && !/\[(R|EB\/OL)\]/.test(text));

/** Lists where a pattern stands in Chinese text, each with what is around it. */
function find(pattern: RegExp): string[] {
	return blocks.flatMap(({ page, id, text }) =>
		[...text.matchAll(pattern)].map(
			({ index }) => `${page}#${id}: …${text.slice(Math.max(0, index - 8), index + 10)}…`,
		),
	);
}

test('Han and Latin stand a space apart', () => {
	expect(blocks.length).toBeGreaterThan(150);
	expect(find(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)).toEqual([]);
});

test('punctuation after Han is full-width', () => {
	expect(find(/\p{Script=Han}\s?[,;:!?](?!\/)/gu)).toEqual([]);
});

test('ChatGPT is spelled as OpenAI spells it, except where the spelling is the subject', () => {
	// The report's title, the note on its spelling, and the other spellings a glossary lists.
	const allowed = /从 Chat-GPT|写作 Chat-GPT|又名 (Chat|Instruct)-GPT/;
	const hits = blocks.filter(({ text }) =>
		/Chat-?\s?GPT|Instruct-GPT/.test(text.replace(/ChatGPT/g, '')),
	);
	expect(
		hits.filter(({ text }) => !allowed.test(text)).map(({ id, text }) => `${id}: ${text}`),
	).toEqual([]);
});
