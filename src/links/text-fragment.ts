/**
 * Links to selected words: `#k7q2:~:text=归母净利润`. Chromium matches whole words only, and in
 * Chinese its dictionary decides what a word is, so the selection grows to word borders first. The
 * id in front is the fallback: where the words have changed, the link still finds their paragraph.
 * Format: https://wicg.github.io/scroll-to-text-fragment/
 */
import type { Block } from '../base/blocks.ts';
import { textRunsOf } from '../base/blocks.ts';

/** A stretch of a text, by offsets. */
export interface Stretch {
	start: number;
	end: number;
}

/** Texts longer than this are named by their beginning and end. */
const longestWhole = 40;

interface Word extends Stretch {
	isWord: boolean;
}

function wordsOf(text: string, tag: string): Word[] {
	const segmenter = new Intl.Segmenter(tag, { granularity: 'word' });
	return [...segmenter.segment(text)].map(({ index, segment, isWordLike }) => ({
		start: index,
		end: index + segment.length,
		isWord: isWordLike === true,
	}));
}

/** The stretch grown to whole words, without space and punctuation at its ends. */
export function snapped(text: string, { start, end }: Stretch, tag: string): Stretch | undefined {
	const touched = wordsOf(text, tag).filter(
		(word) => word.isWord && word.end > start && word.start < end,
	);
	const [first, last] = [touched[0], touched.at(-1)];
	return first && last ? { start: first.start, end: last.end } : undefined;
}

/** Percent-encoding of a text directive: `-` and `,` mean something there. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

const timesIn = (text: string, part: string) => text.split(part).length - 1;

/** Up to three words before or after a stretch, inside its block and its line or cell. */
function neighbours(
	text: string,
	words: Word[],
	{ start, end }: Stretch,
	breaks: readonly number[],
) {
	const from = breaks.findLast((at) => at <= start) ?? 0;
	const to = breaks.find((at) => at >= end) ?? text.length;
	const before = words.filter((w) => w.isWord && w.start >= from && w.end <= start).slice(-3);
	const after = words.filter((w) => w.isWord && w.start >= end && w.end <= to).slice(0, 3);
	return {
		prefix: before[0] ? text.slice(before[0].start, start).trim() : '',
		suffix: after.at(-1) ? text.slice(end, after.at(-1)!.end).trim() : '',
	};
}

/** First words and last words of a stretch, at least six characters each where it has them. */
function endsOf(text: string, words: Word[], { start, end }: Stretch): [string, string] {
	const inside = words.filter((word) => word.isWord && word.start >= start && word.end <= end);
	const head = inside.find((word) => word.end - start >= 6) ?? inside.at(-1)!;
	const tail = inside.findLast((word) => end - word.start >= 6) ?? inside[0]!;
	return [text.slice(start, head.end), text.slice(tail.start, end)];
}

/**
 * First and last words of a stretch by which it is named: of all of it, or where it runs over a
 * break, of its first and of its last line. Words on two sides of a break are never found as one.
 */
function namesOf(
	text: string,
	words: Word[],
	stretch: Stretch,
	breaks: readonly number[],
): [head: string, tail: string] {
	const crossed = breaks.filter((at) => at > stretch.start && at < stretch.end);
	const [first = stretch.end] = crossed;
	const last = crossed.at(-1) ?? stretch.start;
	if (first === stretch.end && stretch.end - stretch.start <= longestWhole) {
		return [text.slice(stretch.start, stretch.end), ''];
	}
	return [
		endsOf(text, words, { start: stretch.start, end: first })[0],
		endsOf(text, words, { start: last, end: stretch.end })[1],
	];
}

/**
 * The `text=` directive for a stretch of a block that ends on word borders.
 *
 * @param pageText Text of the whole page, to tell whether the words occur elsewhere.
 * @param breaks Offsets where a cell or a line of the block ends.
 */
export function textDirective(
	text: string,
	stretch: Stretch,
	pageText: string,
	tag: string,
	breaks: readonly number[] = [],
): string {
	const words = wordsOf(text, tag);
	const chosen = text.slice(stretch.start, stretch.end);
	const [head, tail] = namesOf(text, words, stretch, breaks);
	const parts = [encoded(head), ...(tail ? [encoded(tail)] : [])];
	if (timesIn(pageText, chosen) > 1 || (tail && timesIn(pageText, head) > 1)) {
		const { prefix, suffix } = neighbours(text, words, stretch, breaks);
		if (prefix) parts.unshift(`${encoded(prefix)}-`);
		if (suffix) parts.push(`-${encoded(suffix)}`);
	}
	return `text=${parts.join(',')}`;
}

/** A selected part of one block, by offsets into its text. */
export interface SelectedPart {
	block: Block;
	text: string;
	stretch: Stretch;
	/** Offsets where its cells or lines end. */
	breaks: number[];
}

/** What of a selection lies in blocks, part by part; white space is folded as in `textOf`. */
export function selectedParts(range: Range, blocks: readonly Block[]): SelectedPart[] {
	return blocks.flatMap((block): SelectedPart[] => {
		if (!range.intersectsNode(block.element)) return [];
		let text = '';
		const breaks: number[] = [];
		let start = -1;
		let end = -1;
		const append = (added: string) => {
			const folded = added.replace(/\s+/gu, ' ');
			text += text === '' || text.endsWith(' ') ? folded.trimStart() : folded;
		};
		for (const { text: run, node } of textRunsOf(block.element)) {
			if (!node && text) breaks.push(text.trimEnd().length);
			if (!node || !range.intersectsNode(node)) {
				append(run);
				continue;
			}
			const from = node === range.startContainer ? range.startOffset : 0;
			const to = node === range.endContainer ? range.endOffset : run.length;
			append(run.slice(0, from));
			if (start < 0) start = text.length;
			append(run.slice(from, to));
			end = text.length;
			append(run.slice(to));
		}
		return end > start ? [{ block, text: text.trimEnd(), stretch: { start, end }, breaks }] : [];
	});
}

/** A link to selected words: the words, and the fragment that leads to them. */
export interface Passage {
	block: Block;
	quote: string;
	/** `k7q2:~:text=…`, without `#`. */
	fragment: string;
}

/** The passage a range selects, or nothing when it selects no word of a block. */
export function passageOf(
	range: Range,
	blocks: readonly Block[],
	tag: string,
): Passage | undefined {
	const parts = selectedParts(range, blocks).flatMap((part) => {
		const whole = snapped(part.text, part.stretch, tag);
		return whole ? [{ ...part, stretch: whole }] : [];
	});
	const [first, last] = [parts[0], parts.at(-1)];
	if (!first || !last) return undefined;
	const chosen = ({ text, stretch }: SelectedPart) => text.slice(stretch.start, stretch.end);
	const pageText = blocks.map(({ text }) => text).join('\n');
	if (first === last) {
		const directive = textDirective(first.text, first.stretch, pageText, tag, first.breaks);
		return {
			block: first.block,
			quote: chosen(first),
			fragment: `${first.block.id}:~:${directive}`,
		};
	}
	const namesIn = ({ text, stretch, breaks }: SelectedPart) =>
		namesOf(text, wordsOf(text, tag), stretch, breaks);
	const [head] = namesIn(first);
	const [start, end] = namesIn(last);
	const tail = end || start;
	return {
		block: first.block,
		quote: parts.map(chosen).join(' '),
		fragment: `${first.block.id}:~:text=${encoded(head)},${encoded(tail)}`,
	};
}
