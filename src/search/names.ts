import { distance } from 'fastest-levenshtein';
import { contentWords } from './query.ts';
import { fold } from './text.ts';
import { numberForms } from './numbers.ts';
import type { NameTable } from './hit.ts';

/** Most other names one query is taken to mean. */
const formMaximum = 16;

/** A text with traditional characters as the pages write them. */
export function simplified(text: string, variants: string): string {
	const byTraditional = Object.fromEntries(variants.match(/../gsu)?.map((pair) => [...pair]) ?? []);
	return [...text].map((one) => byTraditional[one] ?? one).join('');
}

/** Names are one when they differ in case, spaces, punctuation or a plural's s. */
const nameKey = (name: string): string =>
	fold(name)
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replaceAll('iza', 'isa')
		.replace(/^([a-z]{3,})s$/, '$1');

/** All names of what a text names; else of what its letters, four at least, begin to name. */
function otherNames(text: string, { names }: NameTable): string[] {
	const key = nameKey(text);
	const keys = names.map((group) => group.map(nameKey));
	const namesWhere = (fits: (name: string) => boolean) =>
		names.filter((_, at) => keys[at]!.some(fits)).flat();
	const whole = namesWhere((name) => name === key);
	const isEnough = whole.length > 0 || !/^[a-z]{4,}/.test(key);
	return isEnough ? whole : namesWhere((name) => name.startsWith(key));
}

/**
 * Other texts that mean what was typed: names, words of Taiwan, numbers.
 * @param space what stands between a number and the words round it in this edition
 * @param words all words of the text
 */
export function formsOf(
	text: string,
	table: NameTable,
	space: '' | ' ',
	words: readonly string[],
): string[] {
	// Longer words come first.
	const regional = table.regional.reduce((form, [from, to]) => form.replaceAll(from, to), text);
	const names = [regional, ...otherNames(regional, table)];
	const forms = [...names, ...numberForms(text, space, words)];
	const known = new Set(['', text.toLowerCase()]);
	const isNew = (form: string) => !known.has(form) && known.add(form);
	return forms.filter((form) => isNew(form.toLowerCase())).slice(0, formMaximum);
}

/** What a question asks for in other words than the text's, if it asks for nothing else. */
export function questionFor(raw: string, { questions }: NameTable): string | undefined {
	const text = raw.toLowerCase();
	const isAll = (ask: string) => {
		const pattern = new RegExp(/^[a-z]/.test(ask) ? `\\b${ask}\\b` : ask, 'u');
		const rest = text.replace(pattern, ' ').split(/[\s，,、]+/u);
		return pattern.test(text) && contentWords(rest).length === 0;
	};
	return questions.find(([asked]) => asked.some(isAll))?.[1];
}

const sorted = (word: string) => [...word].sort().join('');

/** Edits that turn one word into another: insert, delete, replace; or swap two neighbours, once. */
export function edits(a: string, b: string): number {
	const count = distance(a, b);
	return count === 2 && sorted(a) === sorted(b) ? 1 : count;
}

/** Edits allowed for a Latin word of so many letters. */
const editsFor = (length: number) => (length >= 9 ? 2 : length >= 5 ? 1 : 0);
/** Fewest letters of a word that another is taken for. */
const nearMinimumLength = 4;

/** One spelling of `labelling` and `labeling`. */
const single = (word: string) => word.replaceAll('ll', 'l');

/**
 * The nearest word that the text or a name has; the word itself when it has it.
 * @param isSlip whether both must end alike: otherwise they may be forms of one word
 */
export function nearestWord(
	word: string,
	known: ReadonlySet<string>,
	isSlip = false,
): string | undefined {
	if (known.has(word)) return word;
	const isAlike = (one: string) => one.slice(-3) === word.slice(-3) && single(one) !== single(word);
	const isWord = (one: string) => one.length >= nearMinimumLength && /^\p{L}+$/u.test(one);
	const counts = [...known]
		.filter((one) => isWord(one) && (!isSlip || isAlike(one)))
		.map((one) => [one, edits(word, one)] as const)
		.sort((a, b) => a[1] - b[1]);
	return counts.find(([, count]) => count <= editsFor(word.length))?.[0];
}

/** Fewest characters of a Han word in which one may be wrong. */
const hanMinimumLength = 3;

/** A name, term or heading that differs from a Han word in one character. */
export function nearestHan(word: string, { names }: NameTable): string | undefined {
	const characters = [...word];
	if (characters.length < hanMinimumLength || !/^\p{Script=Han}+$/u.test(word)) return undefined;
	const isNear = (name: string[]) =>
		name.length === characters.length &&
		name.filter((one, at) => one !== characters[at]).length === 1;
	return names.flat().find((name) => isNear([...name]));
}
