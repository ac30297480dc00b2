import { distance } from 'fastest-levenshtein';
import type { NameTable } from './hit.ts';

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

/** The nearest word that the text or a name has; the word itself when it has it. */
export function nearestWord(word: string, known: ReadonlySet<string>): string | undefined {
	if (known.has(word)) return word;
	const near = [...known]
		.filter((one) => one.length >= nearMinimumLength && /^\p{L}+$/u.test(one))
		.map((one) => ({ one, count: edits(word, one) }))
		.filter(({ count }) => count <= editsFor(word.length))
		.sort((a, b) => a.count - b.count);
	return near[0]?.one;
}

/** Fewest characters of a Han word in which one may be wrong. */
const hanMinimumLength = 3;

/** A term or piece of a heading that differs from a Han word in one character. */
export function nearestHan(word: string, { readings }: NameTable): string | undefined {
	const { length } = [...word];
	if (length < hanMinimumLength || !/^\p{Script=Han}+$/u.test(word)) return undefined;
	const pieces = readings.flatMap(([han]) => {
		// In the middle of a long heading three characters in common mean little.
		const surplus = [...han].length - length;
		const count = surplus === 0 || length > hanMinimumLength ? surplus + 1 : 0;
		const starts = Array.from({ length: Math.max(0, count) }, (_, from) => from);
		return starts.map((from) => ({ surplus, piece: [...han].slice(from, from + length) }));
	});
	const isNear = ({ piece }: { piece: string[] }) =>
		piece.filter((one, at) => one !== [...word][at]).length === 1;
	const near = pieces.filter(isNear).sort((a, b) => a.surplus - b.surplus);
	return near[0]?.piece.join('');
}
