import type { Language } from '../base/languages.ts';
import { breakCode, characterCode, fold, pairCodes, spaced, foldedWords } from './text.ts';

/** What the search knows of a language, an entry of `grammars`. */
export interface Grammar {
	/** The language Pagefind is given: Chinese is written in letters, which it must not stem. */
	pagefindLanguage: string;
	/** Words of a block as they are indexed. */
	textCodes(text: string): string[];
	/** Words a block must hold in a row if it holds the query as whole words. */
	queryCodes(query: string): string[];
	/** The same where the query ends within longer words; `known`: all words of the text. */
	partCodes(query: string, known: readonly string[]): string[][];
	/** Latin words and numbers of a text, as they are compared. */
	wordsOf(text: string): string[];
	/** Patterns that find a query in a text; the first that matches is used. */
	patternsOf(query: string): string[];
	/** Whether words stand apart and Pagefind finds them in all forms; else inside words too. */
	isStemmed: boolean;
	/** Longest excerpt, and most text before its first mark, in UTF-16 units. */
	excerpt: { all: number; lead: number };
}

const escapedForPattern = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');

/** Pairs of a text and its last character alone: each character is found as a word's beginning. */
const hanCodes = (form: string) => [...pairCodes(form), ...[...form].slice(-1).map(characterCode)];

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
	const row = characters.map(escapedForPattern).join('[\\s\\p{P}]*');
	return [`${edgesOf(characters[0])[0]}${row}${edgesOf(characters.at(-1))[1]}`, row];
}

/** Words, numbers, signs and Han of English text, with what separates sentences. */
const englishPattern =
	/(?<han>\p{Script=Han}+)|(?<word>[\p{L}\p{M}]+(?:['’](?!s\b)[\p{L}\p{M}]+)*)(?:['’]s\b)?|(?<number>\p{N}+(?:[.,]\p{N}+)*)|(?<sign>[%$€£¥])|(?<stop>[.!?;:](?=\s))/gu;
const thousands = /,(?=\p{N}{3}(?!\p{N}))/gu;

/** Both spellings of a verb in -ise are one word. */
const british = (word: string) => word.replace(/iz(?=(?:e[drs]?|ing|ations?)$)/u, 'is');

/** Letters without their marks: Pagefind would index both forms and lose the phrase. */
const withoutMarks = (word: string) =>
	british(
		word
			.toLowerCase()
			.normalize('NFKD')
			.replace(/[^\p{L}\p{N}]/gu, ''),
	);

/**
 * Words without possessive, numbers, `%` and signs of currency. A hyphen separates.
 * @returns each with the word that Pagefind indexes for it: it would drop the point of a number
 */
function englishTokens(text: string): { word?: string; codes: string[] }[] {
	return [...text.normalize('NFKC').matchAll(englishPattern)].map(({ groups }) => {
		const { han, word, number, sign } = groups!;
		if (han) return { codes: hanCodes(han) };
		if (word) return { word: withoutMarks(word), codes: [withoutMarks(word)] };
		const digits = number?.replace(thousands, '');
		if (digits) return { word: digits, codes: [[...digits].map(characterCode).join('')] };
		return { codes: [sign ? characterCode(sign) : breakCode] };
	});
}
const englishForms = (text: string) => englishTokens(text).flatMap(({ word }) => word || []);
const englishCodes = (text: string) =>
	englishTokens(text).flatMap(({ codes }) => codes.filter(Boolean));

const ending = '(?:e?ments?|ations?|ions?|es|e|s|ly|l{0,2}(?:ings?|ed|ers?))';

/** Words in a row, each in any of its forms, the last one perhaps half typed. */
function englishPatterns(query: string): string[] {
	const words = englishForms(query);
	if (words.length === 0) return pairPatterns(query);
	const forms = words.map((word, at) => {
		if (/^\p{N}/u.test(word)) return [...word].map(escapedForPattern).join(',?');
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
		textCodes: (text) => hanCodes(spaced(text)),
		queryCodes: (query) => pairCodes(spaced(query)),
		partCodes(query) {
			const part = spaced(query).trim();
			return part === spaced(query) ? [] : [pairCodes(part)];
		},
		wordsOf: foldedWords,
		patternsOf: pairPatterns,
		isStemmed: false,
		excerpt: { all: 96, lead: 24 },
	},
	en: {
		pagefindLanguage: 'en',
		textCodes: englishCodes,
		queryCodes: (query) =>
			/^\p{Script=Han}+$/u.test(fold(query)) ? pairCodes(fold(query)) : englishCodes(query),
		partCodes(query, known) {
			const last = /[\p{Script=Latin}\p{N}]$/u.test(query) ? englishForms(query).at(-1)! : '';
			const longer = last.length > 1 ? known.filter((word) => word.startsWith(last)) : [];
			return longer.map((word) => [...englishCodes(query).slice(0, -1), ...englishCodes(word)]);
		},
		wordsOf: englishForms,
		patternsOf: englishPatterns,
		isStemmed: true,
		excerpt: { all: 176, lead: 48 },
	},
};
