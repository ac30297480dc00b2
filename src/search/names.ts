import { contentWords } from './query.ts';
import { fold } from './text.ts';
import { numberForms } from './numbers.ts';
import type { NameTable } from './hit.ts';

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
/** Most Han texts that one spelling is taken for. */
const pinyinMaximum = 3;

/** A text with traditional characters as the pages write them. */
export function simplified(text: string, variants: string): string {
	const pairs = [...variants];
	return [...text]
		.map((one) => {
			const at = pairs.findIndex((from, place) => place % 2 === 0 && from === one);
			return pairs[at + 1] && at >= 0 ? pairs[at + 1]! : one;
		})
		.join('');
}

/** Names are one when they differ in case, spaces, punctuation or a plural's s. */
function nameKey(name: string): string {
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

/** A query with each regional word replaced by the one of the text, longer words first. */
function regionalForm(text: string, { regional }: NameTable): string {
	const byLength = [...regional].sort((a, b) => b[0].length - a[0].length);
	return byLength.reduce((form, [from, to]) => form.replaceAll(from, to), text);
}

/** What letters begin with if they spell syllables, each in full or by its initial. */
function spelling(syllables: readonly string[]): RegExp {
	const parts = (one: string) => [one, /^[csz]h/.test(one) ? one.slice(0, 2) : '', one[0]!];
	const begun = (one: string) => [...one].map((_, at) => one.slice(0, one.length - at));
	// The last syllable may be half typed.
	const pattern = syllables.reduceRight((rest, one) => {
		const next = rest && `|(${parts(one).filter(Boolean).join('|')})(?:${rest})`;
		return `(?:${begun(one).join('|')})$${next}`;
	}, '');
	return new RegExp(`^(?:${pattern})`);
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
		for (let from = 0; from < syllables.length; from++) {
			const match = spelling(syllables.slice(from)).exec(letters);
			if (!match) continue;
			const length = match.slice(1).filter((group) => group !== undefined).length + 1;
			// One syllable means too many things, and so do two initials, unless of a whole name.
			const isWhole = length === characters.length && isName.has(han);
			if (length < 2 || (letters.length < pinyinMinimumLength && !isWhole)) continue;
			const surplus = characters.length - length + (isWhole ? 0 : 1);
			const piece = characters.slice(from, from + length).join('');
			found.set(piece, Math.min(surplus, found.get(piece) ?? Infinity));
		}
	}
	const best = Math.min(...found.values());
	return [...found]
		.filter(([, surplus]) => best > 0 || surplus === 0)
		.sort((a, b) => a[1] - b[1])
		.slice(0, pinyinMaximum)
		.map(([piece]) => piece);
}

/**
 * Other texts that mean what was typed: names, words of Taiwan, numbers, pinyin.
 * @param space what stands between a number and the words round it in this edition
 */
export function formsOf(text: string, table: NameTable, space: '' | ' '): Form[] {
	const regional = regionalForm(text, table);
	const named = (via: Via, some: readonly string[]) =>
		some.map((one): Form => ({ via, text: one }));
	const spelt = pinyinTexts(text, table);
	const forms: Form[] = [
		...named('name', otherNames(text, table)),
		...named('regional', [regional, ...otherNames(regional, table)]),
		...named('number', numberForms(text, space)),
		...named('pinyin', [...spelt, ...spelt.flatMap((han) => otherNames(han, table))]),
	];
	const byForm = new Map([...forms].reverse().map((form) => [fold(form.text), form]));
	byForm.delete(fold(text));
	byForm.delete('');
	return forms.filter((form) => byForm.get(fold(form.text)) === form).slice(0, formMaximum);
}

/** What a question asks for in other words than the text's, if it asks for nothing else. */
export function questionFor(raw: string, { questions }: NameTable): string | undefined {
	const text = raw.toLowerCase();
	for (const [asked, meant] of questions) {
		for (const ask of asked) {
			const pattern = new RegExp(/^[a-z]/.test(ask) ? `\\b${ask}\\b` : ask, 'u');
			if (!pattern.test(text)) continue;
			const rest = text.replace(pattern, ' ').split(/[\s，,、]+/u);
			if (contentWords(rest).length === 0) return meant;
		}
	}
	return undefined;
}
