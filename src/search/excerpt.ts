import type { Grammar } from './grammars.ts';

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

/** Where any of some texts stands in a text, in order and without overlap. */
export function stretchesOf(text: string, needles: readonly string[], grammar: Grammar): Stretch[] {
	const found = needles.flatMap((needle) => {
		const patterns = grammar.patternsOf(needle).map((pattern) => new RegExp(pattern, 'giu'));
		const first = patterns.find((pattern) => text.search(pattern) >= 0);
		return first ? [...text.matchAll(first)] : [];
	});
	const merged: Stretch[] = [];
	for (const { 0: match, index: start } of found.sort((a, b) => a.index - b.index)) {
		const [last, end] = [merged.at(-1), start + match.length];
		if (last && start <= last.end) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}

/** Beginning of a window round a mark: of a clause not far before it, or behind a word that is cut. */
function startBefore(text: string, mark: number, lead: number): number {
	const earliest = Math.max(0, mark - lead);
	const before = text.slice(earliest, mark);
	const clause = /[。！？；，、：]|[.!?;,:]\s+/u.exec(before);
	const border = clause ?? /^[\p{Script=Latin}\p{N}.,-]+ ?| /u.exec(before);
	return earliest > 0 && border ? earliest + border.index + border[0].length : earliest;
}

/** The piece of a text in which the marks stand densest, with its marks. */
export function excerptOf(text: string, marks: readonly Stretch[], grammar: Grammar): Segment[] {
	const { all, lead } = grammar.excerpt;
	const markedFrom = (from: number) =>
		marks
			.filter(({ start, end }) => start >= from && end <= from + all - lead)
			.reduce((sum, { start, end }) => sum + end - start, 0);
	const starts = marks.map((mark) => mark.start);
	const densest = starts.sort((a, b) => markedFrom(b) - markedFrom(a) || a - b)[0] ?? 0;
	const start = text.length <= all ? 0 : startBefore(text, densest, lead);
	let end = Math.min(text.length, start + all);
	const isInWord = /^[.,-]?[\p{Script=Latin}\p{N}]/u.test(text.slice(end));
	const tail = isInWord ? /\s*[\p{Script=Latin}\p{N}.,-]*$/u : /\s*$/u;
	end = start + text.slice(start, end).replace(tail, '').length;

	const inside = marks.filter((mark) => mark.end > start && mark.start < end);
	const edges = inside.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)]);
	const borders = [start, ...edges, end];
	const pieces = borders.slice(1).map((to, at) => ({
		text: text.slice(borders[at], to),
		marked: at % 2 === 1,
	}));
	const cut = (isCut: boolean) => ({ text: isCut ? '…' : '', marked: false });
	return [cut(start > 0), ...pieces, cut(end < text.length)].filter((piece) => piece.text);
}
