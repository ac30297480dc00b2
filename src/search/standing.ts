import type { Bundle } from './bundle.ts';
import type { Grammar } from './grammars.ts';
import { characterCode, fold, type Token } from './text.ts';

/** Most longer words that a word cut by an end of the query is taken for. */
const longerMaximum = 400;
/** A word of one or two letters is part of too many: looked for inside words only if it is none. */
const partMinimumLength = 3;

/** The words that Pagefind indexes for some tokens. */
export const codesOf = (tokens: readonly Token[]) => tokens.map(({ code }) => code);

/** Finds where texts stand as typed, in one edition. */
export function standingIn(bundle: Bundle, grammar: Grammar) {
	const allWords = bundle.table.words.split(' ');

	/** Records that hold a text as whole words, and as part of longer ones, each in order of rank. */
	async function standingOf(text: string, isWhole = false) {
		const tokens = grammar.queryTokens(text);
		const form = fold(text);
		if (tokens.length === 0) {
			const isHan = /^\p{Script=Han}$/u.test(form);
			return { whole: isHan ? await bundle.beginning(characterCode(form)) : [], parts: [] };
		}
		const whole = await bundle.phrase(codesOf(tokens));
		if (isWhole) return { whole, parts: [] };
		const longer = tokens.length === 1 ? longerWords(tokens[0]!, whole) : await cutWords(tokens);
		const parts = await Promise.all(longer.map((codes) => bundle.phrase(codes)));
		return { whole, parts: bundle.inOrder(parts.flat()) };
	}

	/** Longer words that a query of one word is part of. */
	function longerWords({ word }: Token, whole: readonly string[]): string[][] {
		const isKnown = whole.length > 0;
		if (!word || (isKnown && (word.length < partMinimumLength || /^\d/.test(word)))) return [];
		const begun = wordsWith((known) => known.startsWith(word));
		const isEnough = grammar.isStemmed && (isKnown || begun.length > 0);
		return isEnough ? begun : wordsWith((known) => known.includes(word));
	}

	/** Phrases in which the first or last word of a query is part of a longer one. */
	async function cutWords(tokens: readonly Token[]): Promise<string[][]> {
		const { isStemmed } = grammar;
		const readings = (at: 0 | -1, next: Token, fits: (word: string, part: string) => boolean) => {
			const { code, word } = tokens.at(at)!;
			if (!word || (isStemmed && (at === 0 || word.length === 1))) return [[code]];
			// The pair across the border holds the one character already.
			if (word.length === 1 && next.isEdge) return [[]];
			return [[code], ...wordsWith((known) => fits(known, word))];
		};
		const lefts = readings(0, tokens[1]!, (word, part) => word.endsWith(part));
		const rights = readings(-1, tokens.at(-2)!, (word, part) => word.startsWith(part));
		const begun = lefts.map((left) => [...left, ...codesOf(tokens.slice(1, -1))]);
		const isFound = await Promise.all(
			begun.map(async (codes) => codes.length === 0 || (await bundle.phrase(codes)).length > 0),
		);
		return begun
			.filter((_, at) => isFound[at])
			.flatMap((codes) => rights.map((right) => [...codes, ...right]))
			.filter((codes) => codes.length > 0);
	}

	/** Codes of the text's words that fit. */
	function wordsWith(fits: (word: string) => boolean): string[][] {
		const words = allWords.filter(fits).slice(0, longerMaximum);
		return words.map((word) => codesOf(grammar.queryTokens(word)));
	}

	/** The records whose text has words just as typed: Pagefind finds all forms of an English word. */
	async function verbatim(ids: readonly string[], text: string): Promise<string[]> {
		if (!grammar.isStemmed) return [...ids];
		const row = (tokens: readonly Token[]) =>
			` ${tokens.map(({ word, code }) => word ?? code).join(' ')} `;
		const wanted = row(grammar.queryTokens(text));
		const hits = await Promise.all(ids.map((id) => bundle.hit(id)));
		return ids.filter((_, at) => row(grammar.textTokens(hits[at]!.text)).includes(wanted));
	}

	return { allWords, standingOf, verbatim };
}
