import type { Range, SearchablePage, WordFit } from './match.ts';
import type { Reach } from './ranking.ts';

/** Where some phrases stand in a block. */
export interface Found {
	ranges: Range[];
	/** The best fit among them. */
	wordFit: WordFit;
	/** Whether the block's whole text is the first of them. */
	isAll: boolean;
}

/** A language's idea of what it means that a phrase of the query occurs in a block. */
export interface Matcher {
	/** Whether a phrase (folded, one of the query's) occurs in the block at a position of a page. */
	occurs(page: SearchablePage, at: number, phrase: string): boolean;
	/** Where phrases that occur stand. */
	find(page: SearchablePage, at: number, phrases: readonly string[]): Found;
	/** How the whole query stands, when its best fit in a block is this. */
	wholeReach(wordFit: WordFit): Reach;
	/** Folded texts that the marks on the page are put on for these phrases. */
	marksFor(page: SearchablePage, phrases: readonly string[]): readonly string[];
	/** What takes over when nothing is exact: a matcher that is content with less. */
	lenient(): Matcher | undefined;
	/** What is counted to tell how close a text comes to the query. */
	readonly units: readonly string[];
	/** Parts of the query that occur in some blocks of a page; `occurs` and `find` know them. */
	partsIn(page: SearchablePage, blocks: readonly number[]): string[];
}
