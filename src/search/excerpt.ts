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
		const matches = grammar
			.patternsOf(needle)
			.map((pattern) => [...text.matchAll(new RegExp(pattern, 'giu'))]);
		const first = matches.find((some) => some.length > 0) ?? [];
		return first.map(({ 0: match, index }) => ({ start: index, end: index + match.length }));
	});
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
	const before = text.slice(earliest, mark);
	const border = /[。！？；，、：.!?;,:]\s*/u.exec(before) ?? / /.exec(before);
	return earliest > 0 && border ? earliest + border.index + border[0].length : earliest;
}

/** The piece of a text in which the marks stand densest, with its marks. */
export function excerptOf(text: string, marks: readonly Stretch[], grammar: Grammar): Segment[] {
	const { all, lead } = grammar.excerpt;
	const markedFrom = (from: number) =>
		marks
			.filter(({ start, end }) => start >= from && end <= from + all - lead)
			.reduce((sum, { start, end }) => sum + end - start, 0);
	const densest = marks
		.map(({ start }) => start)
		.reduce((best, at) => (markedFrom(at) > markedFrom(best) ? at : best), marks[0]?.start ?? 0);
	let start = text.length <= all ? 0 : startBefore(text, densest, lead);
	let end = Math.min(text.length, start + all);
	const isWordCut = /^\p{Script=Latin}{2}/u.test(text.slice(end - 1));
	if (end < text.length && isWordCut && text.lastIndexOf(' ', end) > start) {
		end = text.lastIndexOf(' ', end);
	}
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
