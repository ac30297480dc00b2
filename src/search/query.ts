import { normalise } from './normalise.ts';

/** One of the phrases that must all occur, as it was typed. */
export interface Piece {
	text: string;
	quoted: boolean;
}

/** What a reader asked for. All text but `raw` and `pieces` is folded. */
export interface Query {
	/** As typed, without outer space. */
	raw: string;
	/** The whole query read as one phrase; empty when quotes ask for several. */
	whole: string;
	/** What must all occur. One phrase: the same as `whole`. */
	phrases: string[];
	/** The phrases as typed, in the same order: English has hyphens and quotes count. */
	pieces: Piece[];
}

/** Longest query that is looked at, in characters; the rest is cut off. */
export const queryMaximumLength = 200;

/** Most phrases that are looked at. */
const phraseMaximum = 12;

/** A quoted phrase with space or an end on both sides; quotes inside text are text. */
const quoted = /(?<=^|\s)["“”„＂]([^"“”„＂]+)["“”＂](?=\s|$)/gu;

/** Quotes however a reader writes them. */
export const quoteSigns = /["“”„＂]/gu;

/**
 * Reads a query. Spaces separate phrases that must all occur; quotes hold a phrase with spaces
 * together. Because readers also put spaces where text has them (`AIGC 产业`), the whole query is
 * first asked for as one phrase; see `engine.ts`.
 */
export function parseQuery(input: string): Query {
	const raw = [...input.trim()].slice(0, queryMaximumLength).join('');
	const quotes = [...raw.matchAll(quoted)].map((match) => match[1]!);
	const rest = raw.replace(quoted, ' ').split(/\s+/u);
	const pieces = new Map<string, Piece>();
	const add = (text: string, quoted: boolean) => {
		const phrase = normalise(text);
		if (phrase && !pieces.has(phrase)) pieces.set(phrase, { text, quoted });
	};
	for (const text of quotes) add(text, true);
	for (const text of rest) add(text, false);
	const kept = [...pieces].slice(0, phraseMaximum);
	const oneReading = quotes.length === 0 || kept.length === 1;
	return {
		raw,
		whole: oneReading ? normalise(raw.replace(quoted, '$1')) : '',
		phrases: kept.map(([phrase]) => phrase),
		pieces: kept.map(([, piece]) => piece),
	};
}

/** A query for a text that is known to be one phrase; in English its words may be inflected. */
export function phraseQuery(text: string): Query {
	const raw = text.replace(quoteSigns, '');
	const whole = normalise(raw);
	return {
		raw,
		whole,
		phrases: whole ? [whole] : [],
		pieces: whole ? [{ text: raw, quoted: false }] : [],
	};
}

/** Whether there is anything to look for. */
export function isEmpty(query: Query): boolean {
	return query.phrases.length === 0;
}
