import type { Language } from '../languages.ts';
import { words as en } from './provenance-en.ts';
import { words as zh, type ProvenanceWords } from './provenance-zh.ts';

/** Words of the claims, notes and glossary pages; only the build reads them. */
export const provenanceWords: Record<Language, ProvenanceWords> = { zh, en };
