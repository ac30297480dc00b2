import { stem } from 'porter2';

/**
 * The common beginning of a word's forms, by the Snowball algorithm for English (Porter 2):
 * train, trained, training → train. Two things it lacks are added: British and American spelling
 * are one, and so are an abbreviation and its plural.
 */

/** American to British where the rest of the word tells which it is; else the shorter one. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/(?<=..)iz(?=(?:e[drs]?|ers|ing|ations?|able)$)/, 'is'],
	[/(?<=..)yz(?=(?:e[drs]?|ers|ing)$)/, 'ys'],
	[/(?<=...)our(?=(?:s|ed|ing|able|ite|al|ally)?$)/, 'or'],
	[/(?<=.[^aeiou])tre(?=s?$)/, 'ter'],
	[/(?<=..)ogue(?=s?$)/, 'og'],
	[/(?<=^(?:lic|def|off|pret))ence(?=s?$)/, 'ense'],
];

/** Most letters of an abbreviation with its plural's s: GPUs, PEs, LLMs. */
const abbreviationMaximumLength = 5;

/** Words that end in s like a plural and are none. */
const singular = new Set(['news', 'his', 'has', 'was', 'this', 'thus']);

const known = new Map<string, string>();

function newStem(word: string): string {
	if (!/^[a-z]+$/.test(word)) return word;
	const spelled = spellings.reduce((form, [pattern, by]) => form.replace(pattern, by), word);
	const stemmed = stem(spelled);
	const mayBePlural = word.length > 2 && word.length <= abbreviationMaximumLength;
	const isUntouched = stemmed === spelled && /[^s]s$/.test(word) && !singular.has(word);
	return isUntouched && mayBePlural ? stemmed.slice(0, -1) : stemmed;
}

/** Stem of a folded word; anything but English letters is its own. */
export function stemOf(word: string): string {
	let found = known.get(word);
	if (found === undefined) {
		found = newStem(word);
		known.set(word, found);
	}
	return found;
}
