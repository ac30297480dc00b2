import type { Language } from '../lib/languages.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Widen<T> = T extends string
	? string
	: T extends (...args: infer A) => string
		? (...args: A) => string
		: T extends string[]
			? string[]
			: { [K in keyof T]: Widen<T[K]> };

/** The shape of the interface's words: what Chinese says, English must say too. */
export type Strings = Widen<typeof zh>;

/** The interface's words in one language. */
export function stringsFor(language: Language): Strings {
	return { zh, en }[language];
}
