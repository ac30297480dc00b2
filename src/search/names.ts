import { distance } from 'fastest-levenshtein';
import { contentWords } from './query.ts';
import { fold } from './text.ts';
import { numberForms } from './numbers.ts';
import type { NameTable } from './hit.ts';

/** Most other texts that are searched for one query. */
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

/** All names of what a text names; else of what begins with its letters, if there are four. */
function otherNames(text: string, { names }: NameTable): string[] {
	const key = nameKey(text);
	const namesWhere = (fits: (key: string) => boolean) =>
		names.filter((group) => group.some((name) => fits(nameKey(name)))).flat();
	const whole = namesWhere((name) => name === key);
	const isEnough = whole.length > 0 || !/^[a-z]{4,}/.test(key);
	return isEnough ? whole : namesWhere((name) => name.startsWith(key));
}

/** Other texts that mean what was typed: names, words of Taiwan, numbers (see `numberForms`). */
export function formsOf(text: string, table: NameTable, space: '' | ' ', words: readonly string[]) {
	const regional = table.regional.reduce((form, [from, to]) => form.replaceAll(from, to), text);
	const forms = [regional, ...otherNames(regional, table), ...numberForms(text, space, words)];
	const known = new Set(['', text.toLowerCase()]);
	const isNew = (form: string) => !known.has(form) && known.add(form);
	return forms.filter((form) => isNew(form.toLowerCase())).slice(0, formMaximum);
}

/** What to search for in place of a question, if the query has no other words. */
export function questionFor(raw: string, { questions }: NameTable): string | undefined {
	const text = raw.toLowerCase();
	const isAll = (ask: string) => {
		const pattern = new RegExp(/^[a-z]/.test(ask) ? `\\b${ask}\\b` : ask, 'u');
		const rest = text.replace(pattern, ' ').split(/[\s，,、]+/u);
		return pattern.test(text) && contentWords(rest).length === 0;
	};
	return questions.find(([asked]) => asked.some(isAll))?.[1];
}

/** Names that stand in a text: 特斯拉 in 特斯拉值得买. */
export function namesIn(text: string, { names }: NameTable): string[] {
	const keys = new Set(text.split(/\s+/u).map(nameKey));
	const isIn = (name: string) => /^\p{Script=Han}{2,}$/u.test(name) && text.includes(name);
	return names.flat().filter((name) => isIn(name) || keys.has(nameKey(name)));
}

/** The words, with neighbours that are one name joined: market value. */
export function togetherNamed(words: readonly string[], { names }: NameTable): string[] {
	const keys = new Set(names.flat().map(nameKey));
	return words.reduce<string[]>((all, word) => {
		const both = `${all.at(-1)} ${word}`;
		return keys.has(nameKey(both)) ? all.slice(0, -1).concat(both) : all.concat(word);
	}, []);
}

const sorted = (word: string) => [...word].sort().join('');

/** Edits that turn one word into another: insert, delete, replace; or swap two neighbours, once. */
export function edits(a: string, b: string): number {
	const count = distance(a, b);
	return count === 2 && sorted(a) === sorted(b) ? 1 : count;
}

/** What words of one root share: competing, competitors, competition; labelling, labeling. */
const wordRoot = (word: string) =>
	word.replace(/(?<=.{4})l{0,2}(?:(?:[ai]t)?(?:ions?|ors?|ing|ive|e[drs]?|s)|ac?y|age)$/u, '');

/** The word itself, one of the same root, or the nearest; for a slip only one that ends alike. */
export function nearestWord(word: string, known: ReadonlySet<string>, isSlip = false) {
	if (known.has(word)) return word;
	const sameRoot = [...known].find((one) => wordRoot(one) === wordRoot(word));
	if (sameRoot) return isSlip ? undefined : sameRoot;
	const editsAllowed = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
	const counts = [...known]
		.filter((one) => /^\p{L}{4,}$/u.test(one) && (!isSlip || one.endsWith(word.slice(-3))))
		.map((one) => [one, edits(word, one)] as const)
		.sort((a, b) => a[1] - b[1]);
	return counts.find(([, count]) => count <= editsAllowed)?.[0];
}

/** A name, term or heading that differs from a Han word of three or more in one character. */
export function nearestHan(word: string, { names }: NameTable): string | undefined {
	const isNear = (name: string) => name.length === word.length && distance(name, word) === 1;
	return /^\p{Script=Han}{3,}$/u.test(word) ? names.flat().find(isNear) : undefined;
}
