import type { Language } from '../languages.ts';
import { en } from './en.ts';
import { zh, type Strings } from './zh.ts';

export type { Strings };

/** The interface's words in one language. */
export function stringsFor(language: Language): Strings {
	return { zh, en }[language];
}
