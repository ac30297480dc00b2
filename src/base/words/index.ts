import { languages, type Language } from '../languages.ts';
import * as en from './en/index.ts';
import * as zh from './zh/index.ts';

type Words = typeof zh;

/** Every word the interface says: what one language says, each other one must. */
const dictionaries: Record<Language, Words> = { zh, en };

const areaWords = <Area extends keyof Words>(area: Area) =>
	Object.fromEntries(
		languages.map((language) => [language, dictionaries[language][area]]),
	) as Record<Language, Words[Area]>;

/** Every word of the interface in one language, by area. */
export const wordsIn = (language: Language): Words => dictionaries[language];

/** Words of links and citations. */
export const permalinkWords = areaWords('links');
/** Words of the claims, errata and glossary pages. */
export const provenanceWords = areaWords('claims');
/** Words of the search. */
export const searchWords = areaWords('search');
/** Words around the text of a page, in one language. */
export const stringsFor = (language: Language) => wordsIn(language).site;

export type SearchWords = Words['search'];
