import { wordFits, type WordFit } from './match.ts';
import type { TextKind } from './page-text.ts';

/** How much of the query stands where: best first. */
export const reaches = [
	/** The whole query, as typed; in English, its words or other forms of them, in a row. */
	'whole',
	/** The same, but a word of it only begins a longer one (English). */
	'begun',
	/** Every phrase, in one block. */
	'block',
	/** Every phrase, in one section (below one h2, or before the first). */
	'section',
	/** Every phrase, somewhere on the page. */
	'page',
] as const;
export type Reach = (typeof reaches)[number];

/**
 * What kind of text is hit, best first: a reader who typed a title wants that section, then the
 * claim in brief, then the text. Within body text the order of reading decides.
 */
const kindTiers: readonly (readonly TextKind[])[] = [
	['title', 'heading'],
	['key-point', 'summary'],
	['paragraph', 'item', 'note', 'figure', 'table', 'row', 'code'],
];
export const tierCount = kindTiers.length;

/** Place of a kind of text among the tiers, from 0, the best. */
export function tierOf(kind: TextKind): number {
	return kindTiers.findIndex((kinds) => kinds.includes(kind));
}

/** A heading that is the query beats one that contains it. */
const headingIsQuery = -1;

/** Sections shown when nothing is exact. */
export const closestMaximum = 6;

/** Share of the query's characters that a section must hold to be called close. */
export const closestShare = 0.6;

/** Hits shown for a term that the query is another name of. */
export const relatedMaximum = 4;

/** What decides the place of a hit; compared from the first member on. */
export type Rank = readonly [
	reach: number,
	kind: number,
	wordFit: number,
	page: number,
	block: number,
];

/** What is known about a hit when it is ranked. */
export interface RankedFacts {
	reach: Reach;
	kind: TextKind;
	/** Whether the block's whole text is the query. */
	isQuery: boolean;
	wordFit: WordFit;
	pageOrder: number;
	block: number;
}

/** Rank of a hit: lower comes first. */
export function rankOf(facts: RankedFacts): Rank {
	const tier = tierOf(facts.kind);
	const isTitle = tier === 0 && facts.isQuery;
	return [
		reaches.indexOf(facts.reach),
		isTitle ? headingIsQuery : tier,
		wordFits.indexOf(facts.wordFit),
		facts.pageOrder,
		facts.block,
	];
}

/** Comparator over ranks. */
export function byRank(a: Rank, b: Rank): number {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at < 0 ? 0 : a[at]! - b[at]!;
}
