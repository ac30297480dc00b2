import type { LanguageRules } from './rules.ts';

/** Why a term answers a query that it does not contain. */
export type Via = 'pinyin' | 'glossary';

/** A Han text with its pinyin: one syllable without tone for each character. */
export interface Reading {
	text: string;
	/** Syllables joined by spaces. */
	pinyin: string;
}

/** Other names of things and the pinyin of headings and terms, made when the site is built. */
export interface Terms {
	/** Groups of names of one thing: 人类反馈强化学习, RLHF, reinforcement learning from … */
	names: string[][];
	readings: Reading[];
	/** Traditional characters and the simplified ones of the text, as pairs: `學学習习`. */
	variants: string;
}

/** Another text to look for, and why. */
export interface Relation {
	via: Via;
	/** As it stands in the glossary or heading. */
	text: string;
}

/** Fewest letters of a query that is read as pinyin. */
const pinyinMinimumLength = 3;
/** Fewest characters a text found by pinyin has: one syllable means too many things. */
const hanMinimumLength = 2;
/** Most texts one query is taken to mean. */
const relationMaximum = 3;

/** The query with traditional characters as the text writes them. */
export function simplified(text: string, variants: string): string {
	const pairs = [...variants];
	const map = new Map<string, string>();
	for (let at = 0; at < pairs.length; at += 2) map.set(pairs[at]!, pairs[at + 1]!);
	return [...text].map((character) => map.get(character) ?? character).join('');
}

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

/**
 * Texts that mean what the query says by another name or in pinyin. Never the query itself. The
 * English text has few Han characters, so there pinyin stands for the English name of its term.
 */
export function relationsOf(whole: string, terms: Terms, rules: LanguageRules): Relation[] {
	const { language, nameKey: key } = rules;
	const byPinyin = pinyinMatches(whole, terms.readings);
	const meant = language === 'en' ? byPinyin.slice(0, relationMaximum).map(key) : [];
	const wanted = new Set([key(whole), ...meant]);
	const byName = terms.names
		.filter((names) => names.some((name) => wanted.has(key(name))))
		.flatMap((names) =>
			language === 'en' ? names.toSorted((a, b) => Number(isHan(a)) - Number(isHan(b))) : names,
		);
	const seen = new Set([key(whole)]);
	return [
		...byName.map((text): Relation => ({ via: 'glossary', text })),
		...byPinyin.map((text): Relation => ({ via: 'pinyin', text })),
	]
		.filter(({ text }) => {
			const folded = key(text);
			const isNew = !seen.has(folded);
			seen.add(folded);
			return isNew;
		})
		.slice(0, relationMaximum);
}

/** Han texts whose syllables or initials the letters spell, the closest to a whole text first. */
function pinyinMatches(whole: string, readings: readonly Reading[]): string[] {
	const letters = whole.replace(/[\s']/gu, '');
	if (letters.length < pinyinMinimumLength || !/^[a-z]+$/u.test(letters)) return [];
	const found = new Map<string, number>();
	for (const { text, pinyin } of readings) {
		const characters = [...text];
		const syllables = pinyin.split(' ');
		if (characters.length !== syllables.length) continue;
		const spans = [...fullSpans(letters, syllables), ...initialSpans(letters, syllables)];
		for (const [from, to] of spans) {
			if (to - from < hanMinimumLength) continue;
			const piece = characters.slice(from, to).join('');
			const surplus = characters.length - (to - from);
			found.set(piece, Math.min(surplus, found.get(piece) ?? Infinity));
		}
	}
	return [...found].sort((a, b) => a[1] - b[1]).map(([piece]) => piece);
}

type Span = [from: number, to: number];

/** Where the letters spell syllables in full; the last one may be half typed. */
function fullSpans(letters: string, syllables: readonly string[]): Span[] {
	return syllables.flatMap((_, from): Span[] => {
		let rest = letters;
		for (let to = from; to < syllables.length; to++) {
			const syllable = syllables[to]!;
			if (syllable.startsWith(rest)) return [[from, to + 1]];
			if (!rest.startsWith(syllable)) return [];
			rest = rest.slice(syllable.length);
		}
		return [];
	});
}

/** Where the letters are the initials of syllables. */
function initialSpans(letters: string, syllables: readonly string[]): Span[] {
	const initials = syllables.map((syllable) => syllable[0]).join('');
	const spans: Span[] = [];
	let from = initials.indexOf(letters);
	while (from >= 0) {
		spans.push([from, from + letters.length]);
		from = initials.indexOf(letters, from + 1);
	}
	return spans;
}
