import fc from 'fast-check';
import { textRunsOf } from '../src/base/blocks.ts';
import { truthForm } from './search-truth.ts';

/** `count` different strings from a source; a seed on the command line repeats them. */
export const drawn = (source: fc.Arbitrary<string>, count: number, seed: number): string[] =>
	[...new Set(fc.sample(source, { seed, numRuns: count * 4, unbiased: true }))].slice(0, count);

/** Part of a list, in any order. */
export const someOf = <T>(list: readonly T[], count: number, seed: number): T[] =>
	fc.sample(fc.shuffledSubarray([...list], { minLength: count, maxLength: count }), {
		seed,
		numRuns: 1,
	})[0]!;

const oneOf = <T>(list: readonly T[]) => fc.nat({ max: list.length - 1 }).map((at) => list[at]!);

/** Pieces of texts of so many characters at most, cut wherever they are cut. */
const pieces = (texts: readonly string[], least: number, most: number) =>
	fc
		.tuple(oneOf(texts), fc.nat(), fc.integer({ min: least, max: most }))
		.map(([text, at, length]) => {
			const from = at % text.length;
			return text.slice(from, from + length);
		});

const hanRuns = (texts: readonly string[]) =>
	texts.flatMap((text) => text.match(/\p{Script=Han}{2,}/gu) ?? []);

/** Whether a query asks for text; a quote that opens it quotes it: that is grammar and not text. */
const isText = (text: string) =>
	/^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(text) && !/["“”„]/u.test(text);

/** Substrings of 2 to 8 Han characters. */
export const hanStrings = (texts: readonly string[]) =>
	pieces(hanRuns(texts), 2, 8).filter((text) => text.length > 1);

/** Windows that hold Han and Latin or digits. */
export const mixedStrings = (texts: readonly string[]) =>
	pieces(texts, 3, 12).filter(
		(text) => isText(text) && /\p{Script=Han}/u.test(text) && /[A-Za-z0-9]/.test(text),
	);

/** Strings across inline tags, links and line breaks: from one text node into the next. */
export function crossingStrings(elements: readonly Element[]) {
	const seams = elements.flatMap((element) => {
		const runs = textRunsOf(element);
		return runs.slice(1).map((run, at) => [runs[at]!.text, run.text] as const);
	});
	const length = fc.integer({ min: 1, max: 4 });
	return fc
		.tuple(oneOf(seams), length, length)
		.map(([[before, after], left, right]) =>
			(before.slice(-left) + after.slice(0, right)).replace(/\s+/gu, ' '),
		)
		.filter((text) => {
			// The same word twice asks for the word, wherever it stands.
			const isTwice = new Set(text.split(' ')).size < text.split(' ').length;
			return isText(text) && text.length > 2 && !isTwice && /\p{Script=Han}/u.test(text);
		});
}

/** Random Han and shuffled real strings that occur nowhere. */
export function absentStrings(texts: readonly string[]) {
	const characters = [...hanRuns(texts).join('')];
	const all = texts.map(truthForm).join('\n');
	const random = fc.array(oneOf(characters), { minLength: 3, maxLength: 6 });
	const shuffled = hanStrings(texts).chain((text) =>
		fc.shuffledSubarray([...text], { minLength: text.length }),
	);
	return fc
		.oneof(random, shuffled)
		.map((list) => list.join(''))
		.filter((text) => text.length > 2 && !all.includes(truthForm(text)));
}
