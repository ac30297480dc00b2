import type { Language } from '../base/languages.ts';
import { foldWithMap, fold } from './fold.ts';
import { englishPattern, englishWord } from './tokens.ts';

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
	start: number;
	end: number;
}

/** A piece of an excerpt, marked or not. Put it on the page as text, never as HTML. */
export interface Segment {
	text: string;
	marked: boolean;
}

/** Longest excerpt, in UTF-16 units: some four lines of a phone, two of a wide window. */
export const excerptMaximumLengths = { zh: 96, en: 176 } as const satisfies Record<
	Language,
	number
>;
/** How much text stands before the first mark at most. */
const leadMaximumLengths = { zh: 24, en: 48 } as const satisfies Record<Language, number>;

/** The middle of a Latin word or of a number. */
const insideWord = /(?:(?!\p{Script=Han})\p{L}\|(?!\p{Script=Han})\p{L}|\p{N}[.,]?\|[.,]?\p{N})/u;

function isInside(text: string, at: number): boolean {
	return insideWord.test(`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`);
}

/** Where a folded text stands in a text; inside a longer word only if nowhere as a word. */
function placesOf(text: string, needle: string): Stretch[] {
	const folded = foldWithMap(text);
	const sought = fold(needle);
	const all: Stretch[] = [];
	for (let at = folded.text.indexOf(sought); sought && at >= 0;) {
		const end = folded.ends[at + sought.length - 1]!;
		all.push({ start: folded.starts[at]!, end });
		at = folded.text.indexOf(sought, at + sought.length);
	}
	const whole = all.filter(({ start, end }) => !isInside(text, start) && !isInside(text, end));
	return whole.length > 0 ? whole : all;
}

/** A word without the common endings of English, so that marks meet other forms of it. */
function rootOf(word: string): string {
	return word.length > 3 ? word.replace(/(?:ations?|ings?|ions?|ed|es|e|s|ly|ers?)$/, '') : word;
}

interface PlacedWord extends Stretch {
	word: string;
}

function englishWordsOf(text: string): PlacedWord[] {
	return [...text.matchAll(englishPattern)].flatMap(({ 0: all, index, groups }) => {
		const word = groups!.word ?? groups!.number;
		if (!word) return [];
		const folded = englishWord(word.replaceAll(',', ''));
		return [{ word: folded, start: index, end: index + (groups!.word ? word.length : all.length) }];
	});
}

/** Where words stand in a row in English text, in any form, the last one perhaps half typed. */
function englishPlacesOf(text: string, needle: string): Stretch[] {
	const sought = englishWordsOf(needle).map(({ word }) => word);
	const words = englishWordsOf(text);
	if (sought.length === 0) return placesOf(text, needle);
	const isForm = (a: string, b: string) => a === b || rootOf(a) === rootOf(b);
	return words.flatMap((first, at) => {
		const fits = sought.every((word, step) => {
			const here = words[at + step]?.word ?? '';
			const isBegun = step === sought.length - 1 && word.length > 2 && here.startsWith(word);
			return isForm(here, word) || isBegun;
		});
		return fits ? [{ start: first.start, end: words[at + sought.length - 1]!.end }] : [];
	});
}

/** Where any of some texts stands in a text, in order and without overlap. */
export function stretchesOf(
	text: string,
	needles: readonly string[],
	language: Language,
): Stretch[] {
	const places = language === 'en' ? englishPlacesOf : placesOf;
	const found = needles.flatMap((needle) => places(text, needle));
	const merged: Stretch[] = [];
	for (const { start, end } of found.sort((a, b) => a.start - b.start)) {
		const last = merged.at(-1);
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}

/** Where a sentence or clause ends: a good place to begin an excerpt. */
const clauseEnd = /[。！？；，、：.!?;,:]\s*/gu;

/** Moves a position off the middle of a character that takes two units. */
function onCharacter(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

/** The excerpt's beginning: the clause that holds the first mark, or as near as space allows. */
function startOf(text: string, first: number, language: Language): number {
	const earliest = Math.max(0, first - leadMaximumLengths[language]);
	if (earliest === 0) return 0;
	const lead = text.slice(earliest, first);
	const ends = [...lead.matchAll(clauseEnd)].map((match) => match.index + match[0].length);
	if (ends.length > 0) return earliest + ends[0]!;
	// No clause begins here; in a Latin text at least do not begin inside a word.
	const space = lead.indexOf(' ');
	return onCharacter(text, earliest + (space >= 0 ? space + 1 : 0));
}

function endOf(text: string, latest: number, language: Language): number {
	const end = onCharacter(text, Math.min(text.length, latest));
	if (language === 'zh' || end === text.length || /\s/u.test(text[end]!)) return end;
	const space = text.lastIndexOf(' ', end);
	return space > 0 ? space : end;
}

/** The first mark of the window that holds most marked text. */
function densest(marks: readonly Stretch[], length: number): number {
	let best = 0;
	let most = -1;
	for (const { start } of marks) {
		const within = marks.filter((mark) => mark.start >= start && mark.end <= start + length);
		const marked = within.reduce((sum, mark) => sum + mark.end - mark.start, 0);
		if (marked > most) [best, most] = [start, marked];
	}
	return best;
}

/** The piece of a text in which the marks stand densest, with its marks. */
export function excerptOf(
	text: string,
	marks: readonly Stretch[],
	language: Language = 'zh',
): Segment[] {
	const length = excerptMaximumLengths[language];
	const first = densest(marks, length - leadMaximumLengths[language]);
	const start = text.length <= length ? 0 : startOf(text, first, language);
	const end = text.length <= length ? text.length : endOf(text, start + length, language);

	const segments: Segment[] = [];
	const add = (from: number, to: number, marked: boolean) => {
		if (to > from) segments.push({ text: text.slice(from, to), marked });
	};
	if (start > 0) segments.push({ text: '…', marked: false });
	let at = start;
	for (const mark of marks) {
		const from = Math.max(at, mark.start);
		const to = Math.min(mark.end, end);
		if (to <= from) continue;
		add(at, from, false);
		add(from, to, true);
		at = to;
	}
	add(at, end, false);
	if (end < text.length) segments.push({ text: '…', marked: false });
	return segments;
}
