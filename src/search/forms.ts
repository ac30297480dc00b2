import type { Language } from '../base/languages.ts';
import { fold } from './fold.ts';
import type { NameTable } from './hit.ts';
import { numberForms } from './numbers.ts';

/** Why a text answers a query that it does not hold as typed. */
export type Via = 'name' | 'pinyin' | 'number' | 'regional';

/** Another text that means what was typed. */
export interface Form {
	via: Via;
	text: string;
}

/** Most other names one query is taken to mean. */
const formMaximum = 12;
/** Fewest letters of a query that is read as pinyin, where it is no whole name's initials. */
const pinyinMinimumLength = 3;

/** A text with traditional characters as the pages write them. */
export function simplified(text: string, variants: string): string {
	const pairs = [...variants];
	const map = new Map<string, string>();
	for (let at = 0; at < pairs.length; at += 2) map.set(pairs[at]!, pairs[at + 1]!);
	return [...text].map((character) => map.get(character) ?? character).join('');
}

/** Names are one when they differ in case, spaces, punctuation or a plural's s. */
export function nameKey(name: string): string {
	const letters = fold(name).replace(/[^\p{L}\p{N}]/gu, '');
	return /^[a-z]{3,}s$/.test(letters) ? letters.slice(0, -1) : letters;
}

function otherNames(text: string, { names }: NameTable): string[] {
	const key = nameKey(text);
	return names
		.filter((group) => group.some((name) => nameKey(name) === key))
		.flat()
		.filter((name) => nameKey(name) !== key);
}

/** A query with each regional word replaced by the one of the text. */
function regionalForm(text: string, { regional }: NameTable): string {
	// Longer words first: 程式码 before 程式.
	const byLength = regional.toSorted((a, b) => b[0].length - a[0].length);
	return byLength.reduce((form, [from, to]) => form.replaceAll(from, to), text);
}

/**
 * Where letters spell syllables from `from` on, each in full or by its initial, the last one
 * perhaps half typed. Returns the position after the last syllable; -1 when they do not.
 */
function spelledTo(letters: string, syllables: readonly string[], from: number): number {
	if (letters === '') return from;
	const syllable = syllables[from];
	if (!syllable) return -1;
	if (syllable.startsWith(letters)) return from + 1;
	for (const part of [
		syllable,
		syllable.slice(0, /^[csz]h/.test(syllable) ? 2 : 1),
		syllable[0]!,
	]) {
		if (!letters.startsWith(part)) continue;
		const to = spelledTo(letters.slice(part.length), syllables, from + 1);
		if (to >= 0) return to;
	}
	return -1;
}

/** Han texts that letters spell in pinyin, the closest to a whole text first. */
function pinyinTexts(text: string, { readings, names }: NameTable): string[] {
	const letters = text.toLowerCase().replace(/[\s'’]/gu, '');
	if (!/^[a-z]{2,}$/.test(letters)) return [];
	const isName = new Set(names.flat());
	const found = new Map<string, number>();
	for (const [han, pinyin] of readings) {
		const characters = [...han];
		const syllables = pinyin.split(' ');
		if (characters.length !== syllables.length) continue;
		for (let from = 0; from < syllables.length; from++) {
			const to = spelledTo(letters, syllables, from);
			const length = to - from;
			// One syllable means too many things, and so do two initials, unless of a whole name.
			const isWhole = length === characters.length && isName.has(han);
			if (length < 2 || (letters.length < pinyinMinimumLength && !isWhole)) continue;
			const surplus = characters.length - length + (isWhole ? 0 : 1);
			const piece = characters.slice(from, to).join('');
			found.set(piece, Math.min(surplus, found.get(piece) ?? Infinity));
		}
	}
	const best = Math.min(...found.values());
	return [...found]
		.filter(([, surplus]) => best > 0 || surplus === 0)
		.sort((a, b) => a[1] - b[1])
		.slice(0, 3)
		.map(([piece]) => piece);
}

/** Other texts that mean what was typed: names, pinyin, numbers, words of Taiwan. */
export function formsOf(text: string, table: NameTable, language: Language): Form[] {
	const regional = regionalForm(text, table);
	const pinyin = pinyinTexts(text, table);
	const named = [text, regional, ...pinyin].flatMap((one) => otherNames(one, table));
	const forms: Form[] = [
		...pinyin.map((han): Form => ({ via: 'pinyin', text: han })),
		...named.map((name): Form => ({ via: 'name', text: name })),
		...numberForms(text, language).map((form): Form => ({ via: 'number', text: form })),
		{ via: 'regional', text: regional },
	];
	const seen = new Set([fold(text)]);
	return forms
		.filter((form) => {
			const folded = fold(form.text);
			return folded && !seen.has(folded) && seen.add(folded);
		})
		.slice(0, formMaximum);
}

/** Words that only ask or join: they do not count where a query does not stand as typed. */
const askingHan =
	/请问|为什么|为何|怎么样|怎样|怎么|如何|有哪些|有哪几|哪些|哪个|哪家|哪几|哪里|是谁|谁|是什么|什么是|什么|有多少|多少|是多少|多大|几个|几家|能不能|能否|是否|是不是|有没有|可以|应该|这份|这篇|该报告|吗|呢|吧|啊/gu;
const askingLatin = new Set(
	'a an the of in on at to for by with from as is are was were be been do does did can could will would should shall may might has have had what which who whom whose when where why how many much it its this that these those there and or not about into than i you we they he she his her their our your me any some'.split(
		' ',
	),
);

/** Words of a query without those that only ask; none when there are no others. */
export function contentWords(words: readonly string[]): string[] {
	return words
		.flatMap((word) =>
			word
				.replace(askingHan, ' ')
				.replace(/[?？!！。.]+/gu, ' ')
				.trim()
				.split(/\s+/u),
		)
		.filter((word) => word && !askingLatin.has(word.toLowerCase()));
}

/** What a question asks for in other words than the text's. */
export function questionFor(raw: string, { questions }: NameTable): string | undefined {
	const text = raw.toLowerCase();
	const words = new Set(text.match(/[a-z]+/gu) ?? []);
	const isAsked = (ask: string) => (/^[a-z]+$/.test(ask) ? words.has(ask) : text.includes(ask));
	return questions.find(([asked]) => asked.some(isAsked))?.[1];
}

/** Edits that turn one word into another: insert, delete, replace, swap neighbours. */
export function editDistance(a: string, b: string, maximum: number): number {
	if (Math.abs(a.length - b.length) > maximum) return maximum + 1;
	let before: number[] = [];
	let last = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const cost = a[i - 1] === b[j - 1] ? 0 : 1;
			let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + cost);
			const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			if (isSwap) least = Math.min(least, before[j - 2]! + 1);
			row.push(least);
		}
		before = last;
		last = row;
	}
	return last[b.length]!;
}

/** Edits allowed for a Latin word of so many letters. */
const editsFor = (length: number) => (length >= 9 ? 2 : length >= 5 ? 1 : 0);

/** The nearest word that the text or a name has; the word itself when it has it. */
export function nearestWord(word: string, known: Iterable<string>): string | undefined {
	const allowed = editsFor(word.length);
	let best: string | undefined;
	let least = allowed + 1;
	for (const candidate of known) {
		if (candidate === word) return word;
		// A word half as long again, or of numbers, is never meant.
		if (!/^\p{L}+$/u.test(candidate) || candidate.length < 4) continue;
		const edits = editDistance(word, candidate, allowed);
		if (edits < least) [best, least] = [candidate, edits];
	}
	return best;
}

/** Fewest characters of a Han word in which one may be wrong. */
const hanTypoMinimumLength = 3;

/** A term or piece of a heading that differs from a Han word in one character. */
export function nearestHan(word: string, { readings }: NameTable): string | undefined {
	const typed = [...word];
	if (typed.length < hanTypoMinimumLength || !/^\p{Script=Han}+$/u.test(word)) return undefined;
	let best: { piece: string; surplus: number } | undefined;
	for (const [han] of readings) {
		const characters = [...han];
		for (let from = 0; from + typed.length <= characters.length; from++) {
			const piece = characters.slice(from, from + typed.length);
			const wrong = piece.filter((character, at) => character !== typed[at]).length;
			const surplus = characters.length - typed.length;
			if (wrong !== 1 || (best && best.surplus <= surplus)) continue;
			// In the middle of a long heading three characters in common mean little.
			if (surplus > 0 && typed.length === hanTypoMinimumLength) continue;
			best = { piece: piece.join(''), surplus };
		}
	}
	return best?.piece;
}
