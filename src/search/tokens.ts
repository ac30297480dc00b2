import { fold, kindOf } from './fold.ts';
import type { Language } from '../base/languages.ts';

/**
 * Cuts text into the words that Pagefind indexes, and a query into the words to ask for. Pagefind
 * would cut Han text by a dictionary of its own, so what is not a Latin word is written in
 * letters: a Han character as four, a pair of them as eight, a number as its digits after `wz`.
 * Only consonants are used, and no `s` or `y`: no stemmer changes such a word.
 *
 * Chinese: every pair of neighbouring characters, words and numbers whole, and where runs of two
 * kinds meet, the last character of the one with the first of the other:
 * `RLHF 的训练` → rlhf f的 的训 训练 练. At punctuation and at the end, the last character of a run
 * of Han stands alone too, and so does the first one after punctuation: nothing else is adjacent
 * across it.
 * English: words without possessive, numbers, `%` and signs of currency. A hyphen separates.
 */
export interface Token {
	/** The word Pagefind indexes. */
	code: string;
	/** The folded word or number; absent for pairs and signs. */
	word?: string;
	/** Whether it is the pair where runs of two kinds meet. */
	isEdge?: true;
}

const firstLetters = 'qxzjv';
const letters = 'bcdfghjklmnpqrtvwxz';
const hanStart = 0x4e00;
const hanCount = 0x9fff - hanStart + 1;
const otherCount = firstLetters.length * letters.length ** 3 - hanCount;

/** A character as four letters. Those outside the common Han block share the letters left over. */
export function characterCode(character: string): string {
	const point = character.codePointAt(0)!;
	const isHan = point >= hanStart && point < hanStart + hanCount;
	let rest = isHan ? point - hanStart : hanCount + (point % otherCount);
	let code = '';
	for (let at = 0; at < 3; at++) {
		code = letters[rest % letters.length] + code;
		rest = Math.floor(rest / letters.length);
	}
	return firstLetters[rest] + code;
}

const pairCode = (a: string, b: string) => characterCode(a) + characterCode(b);

/** A number as letters, since Pagefind would drop its point. */
function numberCode(digits: string): string {
	const point = letters[10]!;
	return `wz${digits.replace(/./gsu, (digit) => (/[0-9]/.test(digit) ? letters[Number(digit)]! : point))}`;
}

/** Stands between sentences of English, and before what is no text: no phrase goes across. */
export const breakCode = 'wvvv';

/** Punctuation, so that a phrase goes across it only where the query has the same. */
const gapCode = (gap: string) => `wv${[...gap].map(characterCode).join('')}`;

/** The first character of a run of Han after punctuation. */
const startCode = (character: string) => `wn${characterCode(character)}`;

/** Letters without their marks: Pagefind would index both forms and lose the phrase. */
function bare(word: string): string {
	if (/^[a-z]*$/.test(word)) return word;
	return word.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The word by which a block is found by its id, or by the number of its claim. */
export function idCode(id: string): string {
	let hash = 0x811c9dc5;
	for (const character of id) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
	let code = '';
	for (let at = 0; at < 7; at++) {
		code += letters[hash % letters.length];
		hash = Math.floor(hash / letters.length);
	}
	return `wx${code}`;
}

/** Marks a word of the report's own sentence, so that no phrase of a reader's meets it. */
export const concordanceCode = (code: string) => `kq${code}`;

type RunKind = 'han' | 'word' | 'number' | 'sign';
interface Run {
	kind: RunKind;
	text: string;
	/** Punctuation and space before it. */
	gap: string;
}

const runKinds = { han: 'han', letter: 'word', digit: 'number', symbol: 'sign' } as const;

/** Runs of one kind in folded text. */
function runsOf(folded: string): Run[] {
	const runs: Run[] = [];
	const characters = [...folded];
	let gap = '';
	for (const [at, character] of characters.entries()) {
		const kind = runKinds[kindOf(character) as keyof typeof runKinds];
		const last = runs.at(-1);
		const isPoint = character === '.' && last?.kind === 'number' && gap === '';
		if (isPoint && kindOf(characters[at + 1] ?? ' ') === 'digit') last.text += character;
		else if (!kind) gap += character;
		else if (last?.kind === kind && gap === '' && kind !== 'sign') last.text += character;
		else {
			runs.push({ kind, text: character, gap });
			gap = '';
		}
	}
	return runs;
}

function runCode({ kind, text }: Run): Token[] {
	if (kind === 'word') return [{ code: bare(text), word: text }];
	if (kind === 'number') return [{ code: numberCode(text), word: text }];
	const characters = [...text];
	if (kind === 'sign') return [{ code: characterCode(text) }];
	return characters
		.slice(1)
		.map((character, at) => ({ code: pairCode(characters[at]!, character) }));
}

const lastOf = (text: string) => [...text].at(-1)!;

function chineseTokens(folded: string, isText: boolean): Token[] {
	const runs = runsOf(folded);
	const tokens = runs.flatMap((run, at): Token[] => {
		const before = runs[at - 1];
		const next = runs[at + 1];
		const start = [...run.text][0]!;
		const gap = run.gap.trim();
		const edge: Token[] = [];
		if (before && gap) {
			edge.push({ code: gapCode(gap) });
			if (run.kind === 'han') edge.push({ code: startCode(start) });
		} else if (before && run.gap === '') {
			edge.push({ code: pairCode(lastOf(before.text), start), isEdge: true });
		}
		const endsHere = run.kind === 'han' && (next ? next.gap.trim() !== '' : isText);
		const end = endsHere ? [{ code: characterCode(lastOf(run.text)) }] : [];
		return [...edge, ...runCode(run), ...end];
	});
	return tokens.filter(({ code }) => code);
}

/** Words, numbers, signs and Han of English text, with what separates sentences. */
export const englishPattern =
	/(?<han>\p{Script=Han}+)|(?<word>[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*)(?:['’]s\b)?|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<sign>[%$€£¥])|(?<stop>[.!?;:](?=\s))/gu;

/** A word of English text, folded. */
export function englishWord(word: string): string {
	return bare(word.normalize('NFKC').toLowerCase().replace(/['’]/gu, ''));
}

const thousands = /,(?=\p{N}{3}(?!\p{N}))/gu;

function englishTokens(text: string): Token[] {
	const tokens: Token[] = [];
	for (const { groups } of text.normalize('NFKC').matchAll(englishPattern)) {
		const { han, word, number, sign } = groups!;
		if (han) tokens.push(...chineseTokens(fold(han), true));
		else if (word) tokens.push({ code: englishWord(word), word: englishWord(word) });
		else if (number) {
			const digits = number.replace(thousands, '');
			tokens.push({ code: numberCode(digits), word: digits });
		} else tokens.push({ code: sign ? characterCode(sign) : breakCode });
	}
	return tokens.filter(({ code }) => code);
}

/** Words of one block, as they are indexed. */
export function textTokens(text: string, language: Language): Token[] {
	return language === 'en' ? englishTokens(text) : chineseTokens(fold(text), true);
}

/** Words a block must hold in a row if it holds the query; its ends may lie inside a run. */
export function queryTokens(query: string, language: Language): Token[] {
	const isHan = /^[\p{Script=Han}\s]+$/u.test(query);
	if (language === 'en' && !isHan) return englishTokens(query.replace(/[.!?;:]+\s*$/u, ''));
	return chineseTokens(fold(query), false);
}
