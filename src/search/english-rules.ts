import {
	isBegun,
	EnglishMatcher,
	isHan,
	prefixMinimumLength,
	queryWordsOf,
	readWords,
	stepsOf,
} from './english.ts';
import { expansionMaximum, wholeForms } from './forms.ts';
import { jointSign } from './index-files.ts';
import { normalise } from './normalise.ts';
import { inAll, type Candidates, type PagefindCandidates } from './pagefind-candidates.ts';
import type { Query } from './query.ts';
import type { LanguageRules } from './rules.ts';
// For the bundler only: what these rules share with the search is then in one file with the rest.
import './session.ts';
import { stemOf } from './stem.ts';
import { queryTokens } from './tokenizer.ts';
import { compoundOf, type Word } from './words.ts';

/** A word of the query to be looked up in the index; a phrase with Han is looked up as it stands. */
export type Lookup =
	| { phrase: string }
	| {
			word: string;
			parts: string[];
			exact: boolean;
			/** If it is nowhere, it stands for all that it begins. */
			begins?: boolean;
	  };

/**
 * What every page must hold that answers a query. Left out is a last word too short to be looked
 * up: the whole query may stand in a row with a word that it begins.
 */
export function lookupsOf(query: Query): Lookup[] {
	const { phrases, pieces } = query;
	const begins = isBegun(query);
	return phrases.flatMap((phrase, at): Lookup[] => {
		const { text, quoted: exact } = pieces[at]!;
		const words = queryWordsOf(text);
		if (words.length === 0 || isHan.test(phrase)) return [{ phrase }];
		const ends = words.length > 1 || (phrases.length > 1 && at === phrases.length - 1);
		const isShort = words.at(-1)!.text.length < prefixMinimumLength;
		const asked = ends && isShort && !exact ? words.slice(0, -1) : words;
		return asked.map(({ text, parts }) => ({
			word: text,
			parts: parts.map((part) => part.text),
			exact,
			begins,
		}));
	});
}

/** Whether a word of the query stands in a compound of the index, whole, inflected or begun. */
export function standsIn(compound: readonly Word[], word: string, exact: boolean): boolean {
	return compound.some((_, at) => stepsOf(word, compound, at, { exact }).length > 0);
}

const compoundsByIndex = new WeakMap<PagefindCandidates, [token: string, compound: Word[]][]>();

/** The index's words, by token. */
async function indexCompounds(
	index: PagefindCandidates,
): Promise<[token: string, compound: Word[]][]> {
	const spellings = await index.spellings();
	const known =
		compoundsByIndex.get(index) ??
		spellings.map((spelling): [string, Word[]] => [
			spelling.replace(jointSign, ''),
			compoundOf(spelling),
		]);
	compoundsByIndex.set(index, known);
	return known;
}

/** Pages that may hold a word of a query, in any form that the matcher takes it in. */
async function pagesWithWord(lookup: Lookup, index: PagefindCandidates): Promise<Candidates> {
	if ('phrase' in lookup) return index.pagesWith(lookup.phrase);
	const { word, parts, exact, begins } = lookup;
	const asked = queryTokens(word);
	if (asked.tokens.length === 0) return null;
	if (/^\p{N}/u.test(word)) {
		// A number begins here, but may go on.
		const tokens = { ...asked, opensLeft: false, opensRight: !exact && word.length > 2 };
		const forms = wholeForms(tokens, await index.words());
		return index.pagesWithForms(begins && forms?.length === 0 ? null : forms);
	}
	const forms = (await indexCompounds(index))
		.filter(([, compound]) => standsIn(compound, word, exact))
		.map(([token]) => [token]);
	const isOpen = forms.length > expansionMaximum.alone || (begins && forms.length === 0);
	const joined = await index.pagesWithForms(isOpen ? null : forms);
	if (parts.length === 0 || joined === null) return joined;
	const apart = await Promise.all(
		parts.map((part) => pagesWithWord({ word: part, parts: [], exact }, index)),
	);
	const narrowing = apart.filter((pages) => pages !== null);
	return narrowing.length === 0 ? null : [...new Set([...joined, ...inAll(narrowing)])];
}

/** Pages that hold most of the words, the fullest first. */
async function pagesNear(
	query: Query,
	index: PagefindCandidates,
	maximum: number,
): Promise<string[]> {
	const held = new Map<string, number>();
	for (const lookup of lookupsOf(query)) {
		const weight = 'phrase' in lookup ? lookup.phrase.length : lookup.word.length;
		const pages = (await pagesWithWord(lookup, index)) ?? [];
		for (const id of pages) held.set(id, (held.get(id) ?? 0) + weight);
	}
	const fullest = [...held].sort((a, b) => b[1] - a[1]);
	return fullest.slice(0, maximum).map(([page]) => page);
}

/** How English is searched: by words, in any of their forms. Loaded when it is searched. */
export const englishRules: LanguageRules = {
	language: 'en',
	matcherFor: (query) => new EnglishMatcher(query),
	readPage: readWords,
	// Pages with all its words in a row have all its words.
	looksUpWhole: false,
	pagesWithParts: (query, index) =>
		Promise.all(lookupsOf(query).map((lookup) => pagesWithWord(lookup, index))),
	pagesNear,
	// Neither spaces nor a plural count.
	nameKey: (name) => stemOf(normalise(name).replace(/[^\p{L}\p{N}]/gu, '')),
};
