import { normalise } from './normalise.ts';

/** What a reader asked for. All text is folded. */
export interface Query {
	/** As typed, without outer space. */
	raw: string;
	/** The whole query read as one phrase; empty when quotes ask for several. */
	whole: string;
	/** What must all occur. One phrase: the same as `whole`. */
	phrases: string[];
}

/** Longest query that is looked at, in characters; the rest is cut off. */
export const queryMaximumLength = 200;

/** Most phrases that are looked at. */
const phraseMaximum = 12;

/** A quoted phrase with space or an end on both sides; quotes inside text are text. */
const quoted = /(?<=^|\s)["“”„＂]([^"“”„＂]+)["“”＂](?=\s|$)/gu;

/**
 * Reads a query. Spaces separate phrases that must all occur; quotes hold a phrase with spaces
 * together. Because readers also put spaces where text has them (`AIGC 产业`), the whole query is
 * first asked for as one phrase; see `engine.ts`.
 */
export function parseQuery(input: string): Query {
	const raw = [...input.trim()].slice(0, queryMaximumLength).join('');
	const quotes = [...raw.matchAll(quoted)].map((match) => match[1]!);
	const rest = raw.replace(quoted, ' ');
	const pieces = [...quotes, ...rest.split(/\s+/u)].map(normalise).filter(Boolean);
	const phrases = [...new Set(pieces)].slice(0, phraseMaximum);
	const oneReading = quotes.length === 0 || phrases.length === 1;
	return { raw, whole: oneReading ? normalise(raw.replace(quoted, '$1')) : '', phrases };
}

/** Whether there is anything to look for. */
export function isEmpty(query: Query): boolean {
	return query.phrases.length === 0;
}
