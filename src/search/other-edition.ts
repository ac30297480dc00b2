import { languages, type Language } from '../base/languages.ts';
import { answer } from './engine.ts';
import type { Place } from './library.ts';
import { parseQuery } from './query.ts';
import { Reader, type EngineChoice } from './reading.ts';
import { rulesOf } from './rules.ts';
import { simplified } from './terms.ts';

/** How much the other edition has for a query. */
export interface OtherEdition {
	language: Language;
	/** Exact hits there; never counted as hits of this edition. */
	count: number;
	/** Whether there may be more: not all pages were read. */
	isMore: boolean;
}

/** Exact hits in the other edition after which no further pages are read. */
const enoughThere = 20;

/** Whether a query is written as the other edition is: without Han, or with it. */
export function isOfOtherLanguage(text: string, language: Language): boolean {
	const hasHan = /\p{Script=Han}/u.test(text);
	return language === 'en' ? hasHan : !hasHan && /\p{Script=Latin}/u.test(text);
}

/** Looks into the other edition. Its files are fetched when it is first asked. */
export class OtherEditionSearch {
	readonly #reader: Reader;

	constructor({ base, language }: Place, choice: EngineChoice) {
		const other = languages.find((one) => one !== language)!;
		this.#reader = new Reader({ base, language: other }, choice);
	}

	/** Counts what a query finds there; nothing, and what cannot be read whole, is `undefined`. */
	async count(raw: string): Promise<OtherEdition | undefined> {
		const terms = await this.#reader.terms();
		if (!terms) return undefined;
		const query = parseQuery(simplified(raw, terms.variants));
		const { pages, missing, rescued, unread } = await this.#reader.read(query, enoughThere);
		if (missing > 0 || rescued) return undefined;
		const { language } = this.#reader.place;
		const { exactCount } = answer(query, pages, await rulesOf(language));
		return exactCount > 0 ? { language, count: exactCount, isMore: unread > 0 } : undefined;
	}
}
