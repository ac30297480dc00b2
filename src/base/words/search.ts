import type { Language } from '../languages.ts';
import { words as en } from './search-en.ts';
import { words as zh, type SearchWords } from './search-zh.ts';

/** What the search says, for the pages that are built; a browser loads one language only. */
export const searchWords: Record<Language, SearchWords> = { zh, en };
