import type { Language } from '../base/languages.ts';
import type { Range } from './match.ts';

/** A stretch of an excerpt, marked or not. Put it on the page as text, never as HTML. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** Longest excerpt, in UTF-16 units: some four lines of a phone, two of a wide window. */
export const excerptMaximumLengths = { zh: 96, en: 152 } as const satisfies Record<
	Language,
	number
>;

/** How much of the text before the first match is shown at most. */
const leadMaximumLengths = { zh: 24, en: 48 } as const satisfies Record<Language, number>;

/** Where a sentence or clause ends: a good place to begin an excerpt. */
const clauseEnd = /[。！？；，、：.!?;,:]\s*/gu;

/** Moves a position off the middle of a character that takes two units. */
function onCharacter(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** The excerpt's beginning: the clause that holds the first match, or as near as space allows. */
function startOf(text: string, first: Range, language: Language): number {
	const earliest = Math.max(0, first.start - leadMaximumLengths[language]);
	if (earliest === 0) return 0;
	const lead = text.slice(earliest, first.start);
	const ends = [...lead.matchAll(clauseEnd)].map((match) => match.index + match[0].length);
	if (ends.length > 0) return earliest + ends[0]!;
	// No clause begins here; in a Latin text at least do not begin inside a word.
	const space = lead.indexOf(' ');
	return onCharacter(text, earliest + (space >= 0 ? space + 1 : 0));
}

/** The excerpt's end; in English not inside a word, unless that is the match. */
function endOf(text: string, earliest: number, latest: number, language: Language): number {
	const end = onCharacter(text, Math.min(text.length, Math.max(earliest, latest)));
	if (language === 'zh' || end === text.length || /\s/u.test(text[end]!)) return end;
	return Math.max(earliest, text.lastIndexOf(' ', end));
}

/**
 * A short piece of a block's text round its first match, with every match in it marked. The
 * characters and their spacing are the page's own.
 */
export function excerptOf(
	text: string,
	ranges: readonly Range[],
	language: Language = 'zh',
): Segment[] {
	const first = ranges[0] ?? { start: 0, end: 0 };
	const maximumLength = excerptMaximumLengths[language];
	const fits = text.length <= maximumLength;
	const start = fits ? 0 : startOf(text, first, language);
	const end = fits ? text.length : endOf(text, first.end, start + maximumLength, language);

	const segments: Segment[] = [];
	const add = (from: number, to: number, marked: boolean) => {
		if (to > from) segments.push({ text: text.slice(from, to), marked });
	};
	if (start > 0) segments.push({ text: '…', marked: false });
	let at = start;
	for (const range of ranges) {
		const from = Math.max(at, range.start);
		const to = Math.min(range.end, end);
		if (to <= from) continue;
		add(at, from, false);
		add(from, to, true);
		at = to;
	}
	add(at, end, false);
	if (end < text.length) segments.push({ text: '…', marked: false });
	return segments;
}
