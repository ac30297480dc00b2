import {
	bestOf,
	foldedBlock,
	merged,
	rangesOf,
	wordFitOf,
	worseOf,
	type Range,
	type SearchablePage,
	type WordFit,
} from './match.ts';
import type { Found, Matcher } from './matcher.ts';
import { foldWithMap, normalise } from './normalise.ts';
import type { TextBlock } from './page-text.ts';
import { quoteSigns, type Piece, type Query } from './query.ts';
import type { Reach } from './ranking.ts';
import { stemOf } from './stem.ts';
import { compoundsOf, wordsOf, type Word } from './words.ts';

/**
 * English is matched by words. A word of a query stands for its other forms (stems are equal) and,
 * from three letters on, for every word that begins with it; in quotes it stands for itself. A
 * hyphen is as good as a space or nothing at all: `fine-tuning` = `fine tuning` = `finetuning`.
 *
 * Words in a row make a match, whatever comma or bracket stands between them; the end of a
 * sentence or clause does not, unless the query has one there. In quotes such an end stands for
 * itself, as a word does: the text has one exactly where the query has.
 */

/** Fewest letters that stand for the words they begin: `pe` is no beginning of `people`. */
export const prefixMinimumLength = 3;

export const isHan = /\p{Script=Han}/u;
const isNumber = (text: string) => /^\p{N}/u.test(text);

/** Whether a word of the query may be the beginning of a longer word or number. */
function begins(query: string, word: string): boolean {
	if (!word.startsWith(query)) return false;
	return query.length >= prefixMinimumLength || (isNumber(query) && word[query.length] === '.');
}

/** A place at which a word of the query stands: from which word to before which, and how well. */
export interface Step {
	next: number;
	fit: WordFit;
}

/** How a word of the query is to be taken. */
export interface WordMode {
	/** In quotes: neither other forms nor beginnings. */
	exact: boolean;
	/**
	 * The word may be half typed, however short it is: the last one of several, or a single one that
	 * is nowhere as it stands.
	 */
	unfinished?: boolean;
}

/**
 * Ways a word of the query stands at a word of a text. A text's word may be put together, so a
 * way may take several: `finetuning` takes two of `fine-tuning`. Where a capital begins a part
 * (`Chat|GPT`), the part is only the beginning or the middle of a word.
 */
export function stepsOf(
	query: string,
	words: readonly Word[],
	at: number,
	{ exact, unfinished = false }: WordMode,
): Step[] {
	const inside = words[at]!.joint === 'capital';
	if (inside && (exact || query.length < prefixMinimumLength)) return [];
	const steps: Step[] = [];
	let text = '';
	for (let next = at + 1; ; next++) {
		text += words[next - 1]!.text;
		const joint = words[next]?.joint ?? 'apart';
		const isWhole = !inside && joint !== 'capital';
		if (text === query && (isWhole || !exact))
			steps.push({ next, fit: isWhole ? 'whole' : 'start' });
		else if (!exact && isWhole && !isNumber(text) && stemOf(text) === stemOf(query)) {
			steps.push({ next, fit: 'form' });
		} else if (!exact && (begins(query, text) || (unfinished && text.startsWith(query)))) {
			steps.push({ next, fit: 'start' });
			break;
		}
		if (joint === 'apart') break;
	}
	return steps;
}

/** A word of the query with its parts, `fine` and `tuning`, which may also stand as words. */
interface QueryWord {
	text: string;
	/** Whether a sentence or clause ends before it. */
	breaks: boolean;
	/** None if there is only one. */
	parts: QueryWord[];
}

/** A phrase of the query. */
interface Row {
	words: QueryWord[];
	exact: boolean;
}

/** Words of a text that a reader typed, each with its parts. */
export function queryWordsOf(text: string): QueryWord[] {
	return compoundsOf(wordsOf(foldWithMap(text), text)).map((compound) => {
		const parts = compound.map(({ text, breaks }) => ({ text, breaks, parts: [] }));
		const whole = parts.map((part) => part.text).join('');
		return { text: whole, breaks: parts[0]!.breaks, parts: parts.length > 1 ? parts : [] };
	});
}

/** The best way in which a row, from its word at `index` on, stands at a place of a text. */
function rowAt(
	row: readonly QueryWord[],
	index: number,
	words: readonly Word[],
	at: number,
	mode: WordMode,
): Step | undefined {
	if (at >= words.length) return undefined;
	const word = row[index]!;
	const following = row[index + 1];
	const wordMode = following ? { exact: mode.exact } : mode;
	const steps = stepsOf(word.text, words, at, wordMode);
	const apart = word.parts.length > 0 && rowAt(word.parts, 0, words, at, wordMode);
	if (apart) steps.push(apart);
	let best: Step | undefined;
	for (const step of steps) {
		let { next, fit } = step;
		if (following) {
			const breaks = words[next]?.breaks === true;
			if (mode.exact ? breaks !== following.breaks : breaks && !following.breaks) continue;
			const further = rowAt(row, index + 1, words, next, mode);
			if (!further) continue;
			next = further.next;
			fit = worseOf(fit, further.fit);
		}
		if (!best || (fit !== best.fit && bestOf([fit, best.fit]) === fit)) best = { next, fit };
	}
	return best;
}

/** Whether a query is a single word too short to stand for what it begins, unless it is nowhere. */
export function isBegun({ phrases, pieces }: Query): boolean {
	if (phrases.length !== 1 || pieces[0]!.quoted || isHan.test(phrases[0]!)) return false;
	const words = queryWordsOf(pieces[0]!.text);
	return words.length === 1 && words[0]!.text.length < prefixMinimumLength;
}

const blockWords = new WeakMap<TextBlock, Word[]>();

function wordsOfBlock(block: TextBlock): Word[] {
	const known = blockWords.get(block) ?? wordsOf(foldedBlock(block), block.text);
	blockWords.set(block, known);
	return known;
}

/** Reads a page's words when the page comes, so that the first query need not read all of them. */
export function readWords({ page }: SearchablePage): void {
	for (const block of page.blocks) wordsOfBlock(block);
}

/** What is marked: the words matched, and all of a word of which a part was matched. */
function rangeOf(words: readonly Word[], from: number, next: number): Range {
	let first = from;
	while (words[first]!.joint === 'capital') first--;
	let last = next - 1;
	while (words[last + 1]?.joint === 'capital') last++;
	return { start: words[first]!.start, end: words[last]!.end };
}

const nothing: Found = { ranges: [], wordFit: 'inside', isAll: false };

/** Finds the words of an English query. A phrase with Han in it is looked for as it stands. */
export class EnglishMatcher implements Matcher {
	readonly units: readonly string[];
	readonly #query: Query;
	readonly #isLenient: boolean;
	readonly #rows = new Map<string, Row>();
	readonly #found = new Map<string, Map<TextBlock, Found>>();
	readonly #marks = new Map<string, readonly string[]>();

	constructor(query: Query, isLenient = false) {
		this.#query = query;
		this.#isLenient = isLenient;
		const { raw, whole, phrases, pieces } = query;
		const words = new Set<string>();
		const add = (phrase: string, { text, quoted }: Piece) => {
			const row = { words: queryWordsOf(text), exact: quoted };
			if (row.words.length === 0 || isHan.test(phrase)) return;
			if (!this.#rows.has(phrase)) this.#rows.set(phrase, row);
		};
		for (const [at, phrase] of phrases.entries()) {
			add(phrase, pieces[at]!);
			const row = this.#rows.get(phrase);
			if (!row) words.add(phrase);
			for (const word of row?.words ?? []) {
				words.add(word.text);
				if (!this.#rows.has(word.text)) {
					this.#rows.set(word.text, { words: [word], exact: row!.exact });
				}
			}
		}
		// The quotes of a query that is one quoted phrase are no part of it.
		if (whole)
			add(whole, { text: raw.replace(quoteSigns, ' '), quoted: pieces[0]?.quoted ?? false });
		this.units = [...words];
	}

	occurs(page: SearchablePage, at: number, phrase: string): boolean {
		return this.#find(page, at, phrase).ranges.length > 0;
	}

	find(page: SearchablePage, at: number, phrases: readonly string[]): Found {
		const found = phrases.map((phrase) => this.#find(page, at, phrase));
		return {
			ranges: merged(found.flatMap(({ ranges }) => ranges)),
			wordFit: bestOf(found.map(({ wordFit }) => wordFit)),
			isAll: found[0]?.isAll ?? false,
		};
	}

	wholeReach(wordFit: WordFit): Reach {
		return wordFit === 'start' ? 'begun' : 'whole';
	}

	/** One word of a letter or two that is nowhere is on the way to a longer one. */
	lenient(): Matcher | undefined {
		return !this.#isLenient && isBegun(this.#query)
			? new EnglishMatcher(this.#query, true)
			: undefined;
	}

	/** Every form of the words that the page has, so that all of them are marked there. */
	marksFor(page: SearchablePage, phrases: readonly string[]): readonly string[] {
		const key = `${page.page.path}\n${phrases.join('\n')}`;
		const known = this.#marks.get(key);
		if (known) return known;
		const texts = page.page.blocks.flatMap(({ text }, at) =>
			this.find(page, at, phrases).ranges.map(({ start, end }) =>
				normalise(text.slice(start, end)),
			),
		);
		const marks = [...new Set(texts)];
		this.#marks.set(key, marks);
		return marks;
	}

	partsIn(page: SearchablePage, blocks: readonly number[]): string[] {
		return this.units.filter((unit) => blocks.some((at) => this.occurs(page, at, unit)));
	}

	/** Every block is asked several times: whether, where, and for the marks. */
	#find({ page, folded }: SearchablePage, at: number, phrase: string): Found {
		const block = page.blocks[at]!;
		const found = this.#found.get(phrase) ?? new Map<TextBlock, Found>();
		this.#found.set(phrase, found);
		const known = found.get(block);
		if (known) return known;
		const row = this.#rows.get(phrase);
		const answer = row ? findRow(row, block, this.#isLenient) : literal(block, folded[at]!, phrase);
		found.set(block, answer);
		return answer;
	}
}

function findRow(row: Row, block: TextBlock, isLenient: boolean): Found {
	const words = wordsOfBlock(block);
	const ranges: Range[] = [];
	const fits: WordFit[] = [];
	let isAll = false;
	const mode = { exact: row.exact, unfinished: isLenient || row.words.length > 1 };
	// All forms of a word begin with one letter: most words of a text are told off by it.
	const letter = row.words[0]!.text[0];
	for (let from = 0; from < words.length; from++) {
		if (words[from]!.text[0] !== letter) continue;
		const step = rowAt(row.words, 0, words, from, mode);
		if (!step) continue;
		ranges.push(rangeOf(words, from, step.next));
		fits.push(step.fit);
		isAll ||= from === 0 && step.next === words.length && step.fit !== 'start';
	}
	return ranges.length === 0 ? nothing : { ranges, wordFit: bestOf(fits), isAll };
}

/** A phrase found as it stands, from where a word begins. */
function literal(block: TextBlock, folded: string, phrase: string): Found {
	if (!folded.includes(phrase)) return nothing;
	const fitting = rangesOf(block, [phrase]).map((range) => ({
		range,
		fit: wordFitOf(block.text, range),
	}));
	const ranges = fitting.filter(({ fit }) => fit !== 'inside').map(({ range }) => range);
	if (ranges.length === 0) return nothing;
	return { ranges, wordFit: bestOf(fitting.map(({ fit }) => fit)), isAll: folded === phrase };
}
