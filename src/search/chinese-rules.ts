import { piecesOf } from './closest.ts';
import { bestFitOf, rangesOf, type SearchablePage } from './match.ts';
import type { Found, Matcher } from './matcher.ts';
import { normalise } from './normalise.ts';
import type { Query } from './query.ts';
import type { Reach } from './ranking.ts';
import type { LanguageRules } from './rules.ts';

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

/** How Chinese is searched: as it stands, so that a page's folded text is all there is to read. */
export const chineseRules: LanguageRules = {
	language: 'zh',
	matcherFor: (query) => new ChineseMatcher(query),
	readPage: () => {},
	looksUpWhole: true,
	pagesWithParts: ({ phrases }, index) =>
		Promise.all(phrases.map((phrase) => index.pagesWith(phrase))),
	pagesNear: ({ phrases }, index, maximum) => index.pagesNear(phrases, maximum),
	nameKey: normalise,
};
