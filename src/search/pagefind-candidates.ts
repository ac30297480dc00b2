import { wholeForms } from './forms.ts';
import {
	chunkFile,
	engineFolder,
	fileNames,
	indexFolder,
	jointSign,
	type IndexChunks,
} from './index-files.ts';
import { fetched, type Library } from './library.ts';
import type { FoundPages, PhraseSearch } from './pagefind-engine.ts';
import { openPhraseSearch } from './pagefind-thread.ts';
import { tierCount } from './ranking.ts';
import { queryTokens } from './tokenizer.ts';

/** Pages up to which a phrase is precise enough without its cut words. */
const preciseMaximum = 24;

/** Most parts of a query looked up to find pages close to it. */
const closestPartMaximum = 8;

/** Ids of pages, the likeliest first; `null`: Pagefind cannot narrow the search, take all. */
export type Candidates = string[] | null;

/** Pages by how well they will rank, else in the order of the index, which is the reading order. */
function byTier(answers: readonly FoundPages[]): string[] {
	const tiers = Array.from({ length: tierCount }, (_, tier) =>
		answers.map((found) => found[tier]!),
	);
	return [...new Set(tiers.flat(2))];
}

/** Pages that all lists have, in the order of the first. */
export function inAll(lists: readonly (readonly string[])[]): string[] {
	const [first = [], ...others] = lists;
	const sets = others.map((list) => new Set(list));
	return first.filter((id) => sets.every((set) => set.has(id)));
}

/** Parts of a phrase that a page close to it would hold. */
function partsOf(phrase: string): string[] {
	const characters = [...phrase];
	const middle = Math.ceil(characters.length / 2);
	const parts = [
		phrase,
		characters.slice(0, -1).join(''),
		characters.slice(1).join(''),
		characters.slice(0, middle).join(''),
		characters.slice(middle).join(''),
	];
	return parts.filter((part) => [...part].length > 1);
}

/** Whether a text comes before another in the order of code points, as the index is sorted. */
function isBefore(a: string, b: string): boolean {
	const [left, right] = [[...a], [...b]];
	const at = left.findIndex((character, index) => character !== right[index]);
	if (at < 0) return left.length < right.length;
	return right[at] !== undefined && left[at]!.codePointAt(0)! < right[at].codePointAt(0)!;
}

/**
 * Asks Pagefind which pages may hold a phrase. The answer holds every page that does, and perhaps
 * more: the pages' texts are searched afterwards. Throws when Pagefind or a file of its index
 * cannot be had whole, because Pagefind itself would then say "no hits".
 */
export class PagefindCandidates {
	readonly #search: PhraseSearch;
	readonly #library: Library;
	readonly #indexPath: string;
	#chunks: Promise<IndexChunks> | undefined;
	#spellings: Promise<string[]> | undefined;
	readonly #wholeness = new Map<string, Promise<boolean>>();

	private constructor(search: PhraseSearch, library: Library, indexPath: string) {
		this.#search = search;
		this.#library = library;
		this.#indexPath = indexPath;
	}

	static async open(library: Library): Promise<PagefindCandidates> {
		const { base, language } = library.place;
		const index = `${base}${indexFolder(language)}/`;
		const search = await openPhraseSearch({ engine: `${base}${engineFolder}/`, index });
		return new PagefindCandidates(search, library, index);
	}

	/**
	 * Pages that may hold a folded phrase. Words that it cuts are first left out, because the table
	 * of all words is large; where too many pages hold the rest, they are made whole.
	 */
	async pagesWith(phrase: string): Promise<Candidates> {
		const asked = queryTokens(phrase);
		const { tokens, opensLeft, opensRight } = asked;
		const inner = tokens.slice(opensLeft ? 1 : 0, opensRight ? -1 : undefined);
		if (inner.length > 0) {
			const pages = byTier(await this.#phrases([inner]));
			if (inner.length === tokens.length || pages.length <= preciseMaximum) return pages;
		}
		const words = opensLeft || opensRight ? await this.words() : [];
		return this.pagesWithForms(wholeForms(asked, words));
	}

	/** Pages that hold one of some rows of whole words; `null` asks for none, as in `Candidates`. */
	async pagesWithForms(forms: string[][] | null): Promise<Candidates> {
		if (!forms) return null;
		return byTier(await this.#phrases(forms));
	}

	/**
	 * Pages that hold the phrases as whole words: where nothing narrows the search, they are read
	 * before all others, so that a title with the word comes first.
	 */
	async pagesWithWhole(phrases: readonly string[]): Promise<string[]> {
		const asked = phrases.map((phrase) => queryTokens(phrase).tokens);
		return byTier(await this.#phrases(asked.filter((tokens) => tokens.length > 0)));
	}

	/**
	 * Pages that hold most of the phrases: their halves, and all but the first or last character.
	 * What comes closest may escape this; what is exact never goes this way.
	 */
	async pagesNear(phrases: readonly string[], maximum: number): Promise<string[]> {
		const parts = [...new Set(phrases.flatMap(partsOf))].slice(0, closestPartMaximum);
		const asked = parts.filter((part) => queryTokens(part).tokens.length > 0);
		const answers = await this.#phrases(asked.map((part) => queryTokens(part).tokens));
		const held = new Map<string, number>();
		for (const [at, found] of answers.entries()) {
			for (const id of found.flat()) held.set(id, (held.get(id) ?? 0) + asked[at]!.length);
		}
		const fullest = [...held].sort((a, b) => b[1] - a[1]);
		return fullest.slice(0, maximum).map(([page]) => page);
	}

	/** The index's words as its table spells them. */
	spellings(): Promise<string[]> {
		const read = (response: Response) => response.json() as Promise<string>;
		this.#spellings ??= this.#library
			.table(fileNames.words, read)
			.then((words) => words.split(' '));
		return this.#spellings;
	}

	/** The same as the index has them, without joints. */
	async words(): Promise<string[]> {
		return (await this.spellings()).map((spelling) => spelling.replace(jointSign, ''));
	}

	#allChunks(): Promise<IndexChunks> {
		const read = (response: Response) => response.json() as Promise<IndexChunks>;
		this.#chunks ??= this.#library.table(fileNames.chunks, read);
		return this.#chunks;
	}

	/** Pages with the tokens of a phrase in a row, for each phrase. */
	async #phrases(phrases: readonly (readonly string[])[]): Promise<FoundPages[]> {
		const answers = await this.#search(phrases);
		const empty = phrases.filter((_, at) => answers[at]!.flat().length === 0);
		if (empty.length > 0 && !(await this.#areWhole(empty.flat()))) {
			throw new Error('A file of the search index is missing, cut or from another build');
		}
		return answers;
	}

	/** Whether the index files that would hold the tokens arrived as they were built. */
	async #areWhole(tokens: readonly string[]): Promise<boolean> {
		const { name, chunks } = await this.#allChunks();
		const holding = tokens.map((token) => chunks.findLastIndex(([from]) => !isBefore(token, from)));
		const checks = [...new Set(holding)]
			.filter((at) => at >= 0)
			.map((at) => {
				const file = chunkFile(name, at);
				const check = this.#wholeness.get(file) ?? this.#isWhole(file, chunks[at]![1]);
				this.#wholeness.set(file, check);
				return check;
			});
		return (await Promise.all(checks)).every(Boolean);
	}

	async #isWhole(file: string, bytes: number): Promise<boolean> {
		const url = `${this.#indexPath}index/${file}.pf_index`;
		try {
			// Pagefind just fetched it: this is the browser's copy of what Pagefind got.
			const init: RequestInit = { cache: 'force-cache' };
			const content = await fetched(url, (response) => response.arrayBuffer(), init);
			return content.byteLength === bytes;
		} catch {
			return false;
		}
	}
}
