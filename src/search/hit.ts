import type { RecordKind } from './rank.ts';

/** Kinds of text that readers can narrow a search to, in the order of the chips. */
export const hitParts = ['text', 'figure', 'note', 'check', 'term'] as const;
export type Part = (typeof hitParts)[number];

/** What Pagefind returns of a block, stored as its value of the filter `record`. */
export interface StoredRecord {
	text: string;
	/** Titles from the page down to the heading it stands under. */
	trail: string[];
	kind: RecordKind;
	/** Numbers of the claims it makes. */
	claims: number[];
}

/** A block that answers a query. */
export interface Hit extends StoredRecord {
	/** Root-relative address without the base: `/origin/#k7j2`. */
	path: string;
	part: Part;
}

/** What every query needs besides Pagefind's files (`words.json`). */
export interface WordTable {
	/** Words and numbers of the text, sorted, joined by spaces. */
	words: string;
	/** Last words of the index's files, sorted: a file is missing when its last word is not found. */
	ends: string;
	/** Number of records that stand in chapters: they are the first in the order of rank. */
	chapters: number;
}

/** Other ways to say what readers look for (`names.json`), fetched where a query needs them. */
export interface NameTable {
	/** Names of one thing each, and pinyin; the first is the name in this edition, or a heading. */
	names: string[][];
	/** Traditional characters and the simplified ones of the text, as pairs: `學学習习`. */
	variants: string;
	/** Words of Taiwan and those of the text, longer ones first. */
	regional: [from: string, to: string][];
	/** Words of questions and what they ask for. */
	questions: [asked: string[], found: string][];
}

/** Where the bundle of an edition stands below the base. */
export const bundleFolder = (language: string) => `pagefind/${language}`;
export const tableFiles = { words: 'words.json', names: 'names.json' } as const;
