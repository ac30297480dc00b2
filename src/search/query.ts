import { fold } from './fold.ts';

/** What a reader typed. */
export interface Query {
	/** As typed, without outer space, cut at the longest that is looked at. */
	raw: string;
	/** Whether something was cut off. */
	isCut: boolean;
	/** Whether it stands in quotes as a whole, or by parts: then nothing else is looked for. */
	isQuoted: boolean;
	/** The query as one phrase; empty when quotes ask for several. */
	whole: string;
	/** Its words: parts between spaces and the signs of a list, or in quotes. Each once. */
	words: string[];
}

/** Longest query that is looked at and kept in the address, in characters. */
export const queryMaximumLength = 200;
/** Most words that are looked at. */
const wordMaximum = 12;

/** A quoted phrase with space or an end on both sides; quotes inside text are text. */
const quoted = /(?<=^|\s)["“”„＂]([^"“”„＂]+)["“”＂](?=\s|$)/gu;
/** What separates words: space, signs of a list, “and” in both languages. */
const separator = /\s+(?:and|or|与|和|及|或)\s+|[\s、，,／/；;|]+/iu;

/** Reads what a reader typed. */
export function parseQuery(input: string): Query {
	const all = [...input.trim()];
	const raw = all.slice(0, queryMaximumLength).join('');
	const quotes = [...raw.matchAll(quoted)].map((match) => match[1]!);
	const rest = raw.replace(quoted, ' ').split(separator);
	const words = new Map<string, string>();
	for (const word of [...quotes, ...rest]) {
		const folded = fold(word);
		if (folded && !words.has(folded)) words.set(folded, word);
	}
	const kept = [...words.values()].slice(0, wordMaximum);
	const isOne = quotes.length === 0 || kept.length === 1;
	return {
		raw,
		isCut: all.length > queryMaximumLength,
		isQuoted: quotes.length > 0,
		// The same word twice asks for the word.
		whole: kept.length === 1 ? kept[0]! : isOne ? raw.replace(quoted, '$1') : '',
		words: kept,
	};
}
