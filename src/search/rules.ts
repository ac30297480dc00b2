import type { Language } from '../base/languages.ts';
import { chineseRules } from './chinese-rules.ts';
import type { SearchablePage } from './match.ts';
import type { Matcher } from './matcher.ts';
import type { Candidates, PagefindCandidates } from './pagefind-candidates.ts';
import type { Query } from './query.ts';

/** What the search does in another way in each language. */
export interface LanguageRules {
	readonly language: Language;
	/** Reads blocks for a query as its language wants it. */
	matcherFor(query: Query): Matcher;
	/** Reads what matching needs of a page when it comes, so that the first query need not. */
	readPage(page: SearchablePage): void;
	/** Whether pages with the whole query are looked up before those with all its parts. */
	readonly looksUpWhole: boolean;
	/** Pages that may hold each part of a query that an answer must hold, a list for each part. */
	pagesWithParts(query: Query, index: PagefindCandidates): Promise<Candidates[]>;
	/** Pages that hold most of a query: what is exact never goes this way. */
	pagesNear(query: Query, index: PagefindCandidates, maximum: number): Promise<string[]>;
	/** What the names of one thing have in common. */
	nameKey(name: string): string;
}

/**
 * The rules of a language. Chinese ones come with the search, English ones when they are wanted.
 * Throws when they cannot be had: offline, or in a tab older than the newest build.
 */
export async function rulesOf(language: Language): Promise<LanguageRules> {
	return language === 'en' ? (await import('./english-rules.ts')).englishRules : chineseRules;
}
