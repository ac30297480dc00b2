import { classOf } from './characters.ts';
import { foldWithMap, type FoldedText } from './normalise.ts';
import type { PageText, TextBlock } from './page-text.ts';

/** A stretch of a block's original text, in UTF-16 units. */
export interface Range {
	start: number;
	end: number;
}

/**
 * How a match sits in a Latin word, best first: `Chat[GPT]` begins a word in it, `tr[ai]n` does
 * not. `form`: the word is another form of what was asked for (English).
 */
export const wordFits = ['whole', 'form', 'start', 'inside'] as const;
export type WordFit = (typeof wordFits)[number];

/** The best of some fits; of none, the worst there is. */
export function bestOf(fits: readonly WordFit[]): WordFit {
	return wordFits.find((fit) => fits.includes(fit)) ?? 'inside';
}

/** The worse of two fits. */
export function worseOf(a: WordFit, b: WordFit): WordFit {
	return wordFits[Math.max(wordFits.indexOf(a), wordFits.indexOf(b))]!;
}

/** A page with the folded text of its blocks, ready to be searched. */
export interface SearchablePage {
	page: PageText;
	folded: string[];
}

/** Folded blocks with their way back: made once, wanted for every hit of every query. */
const foldedBlocks = new WeakMap<TextBlock, FoldedText>();

/** The folded text of a block. */
export function foldedBlock(block: TextBlock): FoldedText {
	const known = foldedBlocks.get(block) ?? foldWithMap(block.text);
	foldedBlocks.set(block, known);
	return known;
}

/** Folds a page once; every query then is a plain search for a string. */
export function searchable(page: PageText): SearchablePage {
	return { page, folded: page.blocks.map((block) => foldedBlock(block).text) };
}

/** Characters folded between two chances for the browser to do something else: a few ms of a phone. */
const sliceCharacters = 6000;

/** The same in slices, so that typing goes on while a long page is folded. */
export async function searchableInSlices(page: PageText): Promise<SearchablePage> {
	let sinceYield = 0;
	for (const block of page.blocks) {
		if (sinceYield >= sliceCharacters) {
			sinceYield = 0;
			await new Promise((resolve) => setTimeout(resolve));
		}
		foldedBlock(block);
		sinceYield += block.text.length;
	}
	return searchable(page);
}

/** Where a folded phrase stands in a block's original text; matches do not overlap. */
export function rangesOf(block: TextBlock, phrases: readonly string[]): Range[] {
	const folded = foldedBlock(block);
	const ranges: Range[] = [];
	for (const phrase of phrases) {
		if (!phrase) continue;
		let at = folded.text.indexOf(phrase);
		while (at >= 0) {
			const last = at + phrase.length - 1;
			ranges.push({ start: folded.starts[at]!, end: folded.ends[last]! });
			at = folded.text.indexOf(phrase, at + phrase.length);
		}
	}
	return merged(ranges);
}

/** Sorts ranges and joins those that touch or overlap. */
export function merged(ranges: readonly Range[]): Range[] {
	const result: Range[] = [];
	for (const range of [...ranges].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = result.at(-1);
		if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
		else result.push({ ...range });
	}
	return result;
}

function isWordCharacter(character: string | undefined): boolean {
	if (!character) return false;
	const kind = classOf(character.toLowerCase());
	return kind === 'letter' || kind === 'digit';
}

/** Whether a word, or a part of one that readers see as a word (`Chat|GPT`, `GPT|3`), begins here. */
function beginsWord(text: string, at: number): boolean {
	const before = text[at - 1];
	const here = text[at];
	if (!isWordCharacter(before) || !isWordCharacter(here)) return true;
	if (classOf(before!.toLowerCase()) !== classOf(here!.toLowerCase())) return true;
	return /\p{Ll}/u.test(before!) && /\p{Lu}/u.test(here!);
}

/** How well a match keeps to the words around it. Han has no words to cut. */
export function wordFitOf(text: string, { start, end }: Range): WordFit {
	if (!beginsWord(text, start)) return 'inside';
	return beginsWord(text, end) ? 'whole' : 'start';
}

/** The best fit among the matches of a block. */
export function bestFitOf(text: string, ranges: readonly Range[]): WordFit {
	return bestOf(ranges.map((range) => wordFitOf(text, range)));
}
