import type { Language } from '../languages.ts';
import { words as en } from './permalinks-en.ts';
import { words as zh } from './permalinks-zh.ts';

/** Words of links and citations, for the pages that are built; a browser loads one language only. */
export const permalinkWords: Record<Language, typeof zh> = { zh, en };
