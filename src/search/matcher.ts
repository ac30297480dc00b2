import type { Language } from '../lib/languages.ts';
import { piecesOf } from './closest.ts';
import { EnglishMatcher } from './english.ts';
import { bestFitOf, rangesOf, type Range, type SearchablePage, type WordFit } from './match.ts';
import type { Query } from './query.ts';
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

/**
 * Chinese text holds Latin words without spaces round them, and a reader may paste any part of
 * it: every substring counts.
 */
class ChineseMatcher implements Matcher {
	readonly units: readonly string[];

	constructor({ phrases }: Query) {
		this.units = phrases;
	}

	occurs({ folded }: SearchablePage, at: number, phrase: string): boolean {
		return folded[at]!.includes(phrase);
	}

	find({ page, folded }: SearchablePage, at: number, phrases: readonly string[]): Found {
		const block = page.blocks[at]!;
		const ranges = rangesOf(block, phrases);
		return {
			ranges,
			wordFit: bestFitOf(block.text, ranges),
			isAll: folded[at] === phrases[0],
		};
	}

	wholeReach(): Reach {
		return 'whole';
	}

	lenient(): undefined {
		return undefined;
	}

	marksFor(_: SearchablePage, phrases: readonly string[]): readonly string[] {
		return phrases;
	}

	partsIn({ folded }: SearchablePage, blocks: readonly number[]): string[] {
		// Blocks are joined by a line break, which no folded text holds: nothing crosses it.
		const text = blocks.map((at) => folded[at]!).join('\n');
		return this.units.flatMap((phrase) => piecesOf(phrase, text));
	}
}

/** Reads blocks for a query as its language wants it. */
export function matcherFor(query: Query, language: Language): Matcher {
	return language === 'en' ? new EnglishMatcher(query) : new ChineseMatcher(query);
}
