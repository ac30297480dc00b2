/**
 * The order of hits, lowest first: where a block stands, what it is, its position in reading order.
 * The build writes it as Pagefind's sort key. Whole words come before parts of them (`ask.ts`).
 */

/** A chapter states a fact, a reference page lists it, a note comments on it. */
const placeRanks = { chapter: 0, home: 1, term: 2, claim: 3, note: 4 } as const;
export type RankedPlace = keyof typeof placeRanks;

/** A heading says what its section is about, the abstract sums up, the body states, a table lists. */
const kindRanks = {
	...{ title: 0, heading: 1, abstract: 2 },
	...{ text: 3, claim: 3, errata: 3, term: 3, note: 3 },
	...{ code: 4, figure: 5 },
} as const;
/** What a record is, as its hit says; it follows from the block and the page it stands on. */
export type RecordKind = keyof typeof kindRanks;

/** What the order of a record depends on. */
export type Ranked = { place: RankedPlace; kind: RecordKind };

/** Compares two records by rank; those of one rank stay in reading order. */
export const byRank = (a: Ranked, b: Ranked): number =>
	placeRanks[a.place] - placeRanks[b.place] || kindRanks[a.kind] - kindRanks[b.kind];
