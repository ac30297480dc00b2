import { answer, type Answer, type HitSection } from './engine.ts';
import type { Language } from '../base/languages.ts';
import type { Place } from './library.ts';
import { isOfOtherLanguage, OtherEditionSearch, type OtherEdition } from './other-edition.ts';
import { isEmpty, parseQuery, phraseQuery, type Query } from './query.ts';
import { relatedMaximum } from './ranking.ts';
import { Reader, type EngineChoice } from './reading.ts';
import { rulesOf, type LanguageRules } from './rules.ts';
import { relationsOf, simplified, type Relation, type Terms } from './terms.ts';

/** What a reader should know besides the hits. */
export type Notice =
	/** Files of the search failed; the pages themselves were read instead. */
	| 'rescued'
	/** Some pages could not be read: there may be more hits than shown. */
	| 'incomplete'
	/** There is no network; what is at hand was searched. */
	| 'offline';

/** Hits for another name of what was asked. */
export interface Related {
	relation: Relation;
	sections: HitSection[];
}

/** What the reader is told. */
export interface Reply {
	/**
	 * `failed`: nothing was found, but not every page could be read, so nobody knows that there is
	 * nothing. An empty `done` is certain.
	 */
	state: 'done' | 'failed';
	query: Query;
	answer: Answer;
	related: Related[];
	notices: Notice[];
	/** Candidate pages not read, because there are enough hits to show. */
	unread: number;
}

/**
 * Exact hits after which no further candidate pages are read: a screen of them, since each page
 * costs about 3 kB before anything shows.
 */
export const enoughHits = 8;
/** Hits added when the reader asks for more. */
export const moreHits = 20;

const nothing: Answer = { exact: [], apart: [], closest: [], exactCount: 0 };

/** The first hits of some sections, no more than `maximum` in all. */
function firstHits(sections: readonly HitSection[], maximum: number): HitSection[] {
	let left = maximum;
	return sections.flatMap((section) => {
		const hits = section.hits.slice(0, left);
		left -= hits.length;
		return hits.length > 0 ? [{ ...section, hits }] : [];
	});
}

/** A search in one edition. */
export class SearchSession {
	readonly #reader: Reader;
	readonly #other: OtherEditionSearch;

	constructor(place: Place, choice: EngineChoice = 'auto') {
		this.#reader = new Reader(place, choice);
		this.#other = new OtherEditionSearch(place, choice);
	}

	get #language(): Language {
		return this.#reader.place.language;
	}

	/** Begins to fetch what the first question will need. */
	warm(): void {
		this.#reader.warm();
	}

	/** Answers what a reader typed. Never throws: what failed is told in the reply. */
	async ask(input: string, enough = enoughHits): Promise<Reply> {
		const typed = parseQuery(input);
		if (isEmpty(typed)) {
			return { state: 'done', query: typed, answer: nothing, related: [], notices: [], unread: 0 };
		}
		const rules = await rulesOf(this.#language).catch(() => undefined);
		if (!rules) {
			const notices = [this.#incomplete()];
			return { state: 'failed', query: typed, answer: nothing, related: [], notices, unread: 0 };
		}
		const terms = await this.#reader.terms();
		const written = terms ? parseQuery(simplified(typed.raw, terms.variants)) : typed;
		const query = { ...written, raw: typed.raw };

		const reading = await this.#reader.read(query, enough);
		const found = answer(query, reading.pages, rules);
		const notices: Notice[] = [];
		// No page at all is an answer of Pagefind's, but not of a reading of every page.
		const isPartial = reading.missing > 0 || (reading.rescued && reading.pages.length === 0);
		if (isPartial) notices.push(this.#incomplete());
		else if (reading.rescued) notices.push('rescued');
		return {
			state: isPartial && found.exactCount === 0 ? 'failed' : 'done',
			query,
			answer: found,
			related: terms ? await this.#related(query, terms, rules) : [],
			notices,
			unread: reading.unread,
		};
	}

	/**
	 * What the other edition has, when this one has nothing or the query is in its language. Letters
	 * that were read as pinyin are Chinese. Never throws: what cannot be read is not offered.
	 */
	async otherEdition({ query, answer, related, state }: Reply): Promise<OtherEdition | undefined> {
		const isPinyin = related.some(({ relation }) => relation.via === 'pinyin');
		const isWanted = answer.exactCount === 0 || isOfOtherLanguage(query.raw, this.#language);
		if (!isWanted || isEmpty(query) || state === 'failed') return undefined;
		if (isPinyin && this.#language === 'zh') return undefined;
		return this.#other.count(query.raw).catch(() => undefined);
	}

	#incomplete(): Notice {
		return navigator.onLine ? 'incomplete' : 'offline';
	}

	async #related(query: Query, terms: Terms, rules: LanguageRules): Promise<Related[]> {
		const related: Related[] = [];
		for (const relation of relationsOf(query.whole, terms, rules)) {
			const phrase = phraseQuery(relation.text);
			const { pages } = await this.#reader.read(phrase, relatedMaximum);
			const { exact } = answer(phrase, pages, rules);
			const sections = firstHits(exact, relatedMaximum);
			if (sections.length > 0) related.push({ relation, sections });
		}
		return related;
	}
}
