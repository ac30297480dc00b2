import type { Language } from '../base/languages.ts';
import { bare, breakCode, characterCode, fold, numberCode, pairTokens } from './text.ts';
import type { Token } from './text.ts';

/** What the search knows of a language; a further one is a further entry of `grammars`. */
export interface Grammar {
	/** The language Pagefind is given: Chinese is written in letters, which it must not stem. */
	pagefindLanguage: string;
	/** Words of a block as they are indexed. */
	textTokens(text: string): Token[];
	/** Words a block must hold in a row if it holds the query; its ends may lie inside a run. */
	queryTokens(query: string): Token[];
	/** Patterns of where a query stands in a text, the first that fits first. */
	patternsOf(query: string): string[];
	/** Whether words stand apart and Pagefind finds them in all forms; else inside words too. */
	isStemmed: boolean;
	/** Longest excerpt, and most text before its first mark, in UTF-16 units. */
	excerpt: { all: number; lead: number };
	/** Whether a query is in the script of this edition. */
	isNative(query: string): boolean;
}

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** What stands before and after a whole word, a whole number and other text. */
const edgesOf = (character = '') => {
	if (/\p{N}/u.test(character)) return ['(?<!\\p{N}[.,]?)', '(?![.,]?\\p{N})'];
	return /\p{Script=Latin}/u.test(character)
		? ['(?<!\\p{Script=Latin})', '(?!\\p{Script=Latin})']
		: ['', ''];
};

/** A text as it may stand on a page, with any space and punctuation: whole, or else inside words. */
function pairPatterns(query: string): string[] {
	const characters = fold(query).match(/[\p{L}\p{N}\p{S}%#&@]/gu) ?? [];
	if (characters.length === 0) return [];
	const row = characters.map(escaped).join('[\\s\\p{P}]*');
	return [`${edgesOf(characters[0])[0]}${row}${edgesOf(characters.at(-1))[1]}`, row];
}

/** Words, numbers, signs and Han of English text, with what separates sentences. */
const englishPattern =
	/(?<han>\p{Script=Han}+)|(?<word>[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*)(?:['’]s\b)?|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<sign>[%$€£¥])|(?<stop>[.!?;:](?=\s))/gu;
const thousands = /,(?=\p{N}{3}(?!\p{N}))/gu;

/** Both spellings of a verb in -ise are one word. */
const british = (word: string) => word.replace(/iz(?=(?:e[drs]?|ing|ations?)$)/u, 'is');

/** Words without possessive, numbers, `%` and signs of currency. A hyphen separates. */
function englishTokens(text: string): Token[] {
	const tokens = [...text.normalize('NFKC').matchAll(englishPattern)].flatMap(
		({ groups }): Token[] => {
			const { han: run, word, number, sign } = groups!;
			if (run) return pairTokens(run, true);
			if (number) {
				const digits = number.replace(thousands, '');
				return [{ code: numberCode(digits), word: digits }];
			}
			const folded = british(bare((word ?? '').toLowerCase().replace(/['’]/gu, '')));
			if (word) return [{ code: folded, word: folded }];
			return [{ code: sign ? characterCode(sign) : breakCode }];
		},
	);
	return tokens.filter(({ code }) => code);
}

const ending = '(?:e?ments?|ations?|ings?|ions?|ed|es|e|s|ly|l?ers?)';

/** Words in a row, each in any of its forms, the last one perhaps half typed. */
function englishPatterns(query: string): string[] {
	const words = englishTokens(query).flatMap(({ word }) => word ?? []);
	if (words.length === 0) return pairPatterns(query);
	const forms = words.map((word, at) => {
		if (/^\p{N}/u.test(word)) return [...word].map(escaped).join(',?');
		const root = word.length > 3 ? word.replace(new RegExp(`${ending}$`, 'u'), '') : word;
		const [either, all] = [root, word].map((text) =>
			text.replace(/is(?=[ei]|ations?$|$)/u, 'i[sz]'),
		);
		const begun = at === words.length - 1 && word.length > 2 ? `|${all}\\p{L}*` : '';
		return `(?:${either}${ending}?${begun})`;
	});
	const row = forms.join("(?:['’]s)?[^\\p{L}\\p{N}]+");
	const after = /^\p{N}/u.test(words.at(-1)!) ? '\\p{N}' : '\\p{L}\\p{N}';
	return [`(?<![\\p{L}\\p{N}])${row}(?![${after}])`];
}

export const grammars: Record<Language, Grammar> = {
	zh: {
		pagefindLanguage: 'unknown',
		textTokens: (text) => pairTokens(text, true),
		queryTokens: (query) => pairTokens(query, false),
		patternsOf: pairPatterns,
		isStemmed: false,
		excerpt: { all: 96, lead: 24 },
		isNative: hasHan,
	},
	en: {
		pagefindLanguage: 'en',
		textTokens: englishTokens,
		queryTokens: (query) =>
			/^[\p{Script=Han}\s]+$/u.test(query)
				? pairTokens(query, false)
				: englishTokens(query.replace(/[.!?;:]+\s*$/u, '')),
		patternsOf: englishPatterns,
		isStemmed: true,
		excerpt: { all: 176, lead: 48 },
		isNative: (query) => !hasHan(query),
	},
};
