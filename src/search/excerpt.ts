import type { Language } from '../base/languages.ts';
import { fold, foldWithMap } from './fold.ts';
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

/** Longest excerpt, and most text before its first mark, in UTF-16 units: two lines of a window. */
const lengths = { zh: { all: 96, lead: 24 }, en: { all: 176, lead: 48 } } as const;

/** The middle of a Latin word or of a number. */
const insideWord = /(?:(?!\p{Script=Han})\p{L}\|(?!\p{Script=Han})\p{L}|\p{N}[.,]?\|[.,]?\p{N})/u;
const isInside = (text: string, at: number) =>
	insideWord.test(`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`);

/** Where a folded text stands in a text; inside a longer word only if nowhere as a word. */
function placesOf(text: string, needle: string): Stretch[] {
	const folded = foldWithMap(text);
	const sought = fold(needle);
	const all: Stretch[] = [];
	for (let at = folded.text.indexOf(sought); sought && at >= 0;) {
		all.push({ start: folded.starts[at]!, end: folded.ends[at + sought.length - 1]! });
		at = folded.text.indexOf(sought, at + sought.length);
	}
	const whole = all.filter(({ start, end }) => !isInside(text, start) && !isInside(text, end));
	return whole.length > 0 ? whole : all;
}

/** A word without the common endings of English, so that marks meet other forms of it. */
function rootOf(word: string): string {
	return word.length > 3 ? word.replace(/(?:ations?|ings?|ions?|ed|es|e|s|ly|ers?)$/, '') : word;
}

function englishWordsOf(text: string): (Stretch & { word: string })[] {
	return [...text.matchAll(englishPattern)].flatMap(({ index, groups }) => {
		const word = groups!.word ?? groups!.number;
		if (!word) return [];
		return [
			{ word: englishWord(word.replaceAll(',', '')), start: index, end: index + word.length },
		];
	});
}

/** Where words stand in a row in English text, in any form, the last one perhaps half typed. */
function englishPlacesOf(text: string, needle: string): Stretch[] {
	const sought = englishWordsOf(needle).map(({ word }) => word);
	if (sought.length === 0) return placesOf(text, needle);
	const words = englishWordsOf(text);
	return words.flatMap(({ start }, at) => {
		const row = words.slice(at, at + sought.length);
		const fits = sought.every((word, step) => {
			const here = row[step]?.word ?? '';
			const isBegun = step === sought.length - 1 && word.length > 2 && here.startsWith(word);
			return isBegun || here === word || rootOf(here) === rootOf(word);
		});
		return fits ? [{ start, end: row.at(-1)!.end }] : [];
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

/** Beginning of a window round a mark: a clause or word that begins not far before it. */
function startBefore(text: string, mark: number, lead: number): number {
	const earliest = Math.max(0, mark - lead);
	if (earliest === 0) return 0;
	const before = text.slice(earliest, mark);
	const border = /[。！？；，、：.!?;,:]\s*/u.exec(before) ?? / /.exec(before);
	return border ? earliest + border.index + border[0].length : earliest;
}

/** The piece of a text in which the marks stand densest, with its marks. */
export function excerptOf(text: string, marks: readonly Stretch[], language: Language): Segment[] {
	const { all, lead } = lengths[language];
	const markedFrom = (from: number) =>
		marks
			.filter(({ start, end }) => start >= from && end <= from + all - lead)
			.reduce((sum, { start, end }) => sum + end - start, 0);
	const starts = marks.map((mark) => mark.start);
	const densest = starts.reduce(
		(best, at) => (markedFrom(at) > markedFrom(best) ? at : best),
		starts[0] ?? 0,
	);
	let start = text.length <= all ? 0 : startBefore(text, densest, lead);
	let end = Math.min(text.length, start + all);
	const isWordCut = language === 'en' && end < text.length && text.lastIndexOf(' ', end) > start;
	if (isWordCut) end = text.lastIndexOf(' ', end);
	// No character that takes two units is cut.
	if (/[\udc00-\udfff]/.test(text[start] ?? '')) start -= 1;
	if (/[\udc00-\udfff]/.test(text[end] ?? '')) end -= 1;

	const segments: Segment[] = start > 0 ? [{ text: '…', marked: false }] : [];
	let at = start;
	const add = (to: number, marked: boolean) => {
		if (to > at) segments.push({ text: text.slice(at, to), marked });
		at = Math.max(at, to);
	};
	for (const mark of marks.filter((one) => one.end > start && one.start < end)) {
		add(Math.max(start, mark.start), false);
		add(Math.min(mark.end, end), true);
	}
	add(end, false);
	return end < text.length ? [...segments, { text: '…', marked: false }] : segments;
}
