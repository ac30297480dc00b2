import type { Language } from '../languages.ts';
import * as en from './en/index.ts';
import * as zh from './zh/index.ts';

type Words = typeof zh;
export type LinkWords = Words['links'];
export type SearchWords = Words['search'];

/** Every word the interface says: what one language says, each other one must. */
const dictionaries: Record<Language, Words> = { zh, en };

/** Every word of the interface in one language, by area. */
export const wordsIn = (language: Language): Words => dictionaries[language];
