import type { Bundle } from './bundle.ts';
import type { Grammar } from './grammars.ts';
import { characterCode, fold } from './text.ts';

/** Words that are part of too many: looked for inside longer ones only where they are no word. */
const shortWord = /^(?:\p{L}{1,2}|[\p{N}.]+)$/u;

/** Finds where texts stand as typed, in one edition. */
export function standingIn(bundle: Bundle, grammar: Grammar) {
	const allWords = bundle.table.words.split(' ');

	/** Records that hold a text as whole words, and as part of longer ones, each in order of rank. */
	async function standingOf(text: string, isWhole = false) {
		const codes = grammar.queryCodes(text);
		const [character] = fold(text);
		if (!character) return { whole: [], parts: [] };
		if (codes.length === 0) {
			return { whole: await bundle.beginning(characterCode(character)), parts: [] };
		}
		const whole = await bundle.phrase(codes);
		if (isWhole || (whole.length > 0 && shortWord.test(fold(text)))) return { whole, parts: [] };
		const rows = grammar.partCodes(text, allWords).filter((row) => row.length > 0);
		const parts = await Promise.all(rows.map((row) => bundle.phrase(row)));
		return { whole, parts: bundle.inOrder(parts.flat()) };
	}

	/** The records whose text has words just as typed: Pagefind finds all forms of an English word. */
	async function verbatim(ids: readonly string[], text: string): Promise<string[]> {
		if (!grammar.isStemmed) return [...ids];
		const words = (some: string) => grammar.wordsOf(some).map((word) => ` ${word} `);
		const row = (some: string) => words(some).join('');
		const hits = await Promise.all(ids.map((id) => bundle.hit(id)));
		return ids.filter((_, at) => row(hits[at]!.text).includes(row(text)));
	}

	return { allWords, standingOf, verbatim };
}
