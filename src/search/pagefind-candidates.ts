import { classOf } from './characters.ts';
import { standsIn, type Lookup } from './english.ts';
import { expansionMaximum, wholeForms } from './forms.ts';
import {
	engineFolder,
	fileNames,
	indexFolder,
	probeToken,
	type IndexChunk,
} from './index-files.ts';
import { fetched, type Library } from './library.ts';
import { compoundOf, jointSign, queryTokens, type Word } from './tokenizer.ts';

/** What we use of Pagefind's browser API. */
interface PagefindModule {
	createInstance(options: { basePath: string }): PagefindInstance;
}
interface PagefindInstance {
	init(): Promise<void>;
	mergeIndex(path: string, options: { language: string }): Promise<void>;
	search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
	destroy(): Promise<void>;
}

/** Longest wait for Pagefind; it waits for ever for WASM that never came. */
const patienceMs = 6000;

/** Most parts of a query looked up to find pages close to it. */
const closestPartMaximum = 8;

/** Ids of pages, the likeliest first; `null`: Pagefind cannot narrow the search, take all. */
export type Candidates = string[] | null;

interface Place {
	id: string;
	at: number;
}

/** Pages by their first place: headings were indexed first, so they come first. */
function byPlace(places: readonly Place[]): string[] {
	return [...new Set(places.toSorted((a, b) => a.at - b.at).map(({ id }) => id))];
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

function within<T>(promise: Promise<T>): Promise<T> {
	const late = new Promise<never>((_, reject) => {
		setTimeout(() => reject(new Error('Pagefind does not answer')), patienceMs);
	});
	return Promise.race([promise, late]);
}

/** Throws unless Pagefind finds the one page of its engine's own index. */
async function expectAnswer(pagefind: PagefindInstance): Promise<void> {
	const { results } = await within(pagefind.search(`"${probeToken}"`));
	if (results.length !== 1) throw new Error('Pagefind does not find its probe');
}

/**
 * Asks Pagefind which pages may hold a phrase. The answer holds every page that does, and perhaps
 * more: the pages' texts are searched afterwards. Throws when Pagefind or a file of its index
 * cannot be had whole, because Pagefind itself would then say "no hits".
 */
export class PagefindCandidates {
	readonly #pagefind: PagefindInstance;
	readonly #library: Library;
	readonly #indexPath: string;
	#chunks: Promise<IndexChunk[]> | undefined;
	#spellings: Promise<string[]> | undefined;
	#compounds: [token: string, compound: Word[]][] | undefined;
	readonly #wholeness = new Map<string, Promise<boolean>>();

	private constructor(pagefind: PagefindInstance, library: Library, indexPath: string) {
		this.#pagefind = pagefind;
		this.#library = library;
		this.#indexPath = indexPath;
	}

	static async open(library: Library): Promise<PagefindCandidates> {
		const { base, language } = library.place;
		const enginePath = `${base}${engineFolder}/`;
		const indexPath = `${base}${indexFolder(language)}/`;
		const module = (await import(/* @vite-ignore */ `${enginePath}pagefind.js`)) as PagefindModule;
		const pagefind = module.createInstance({ basePath: enginePath });
		try {
			await within(pagefind.init());
			// An engine that did not start fails here; mergeIndex would wait for it without end.
			await expectAnswer(pagefind);
			await within(pagefind.mergeIndex(indexPath, { language: 'unknown' }));
			await expectAnswer(pagefind);
			return new PagefindCandidates(pagefind, library, indexPath);
		} catch (error) {
			void pagefind.destroy();
			throw error;
		}
	}

	/**
	 * Pages that may hold a folded phrase. One Han character alone is on most pages, and Pagefind
	 * takes seconds to say so (every pair that begins with it, on every page): it is not asked.
	 */
	async pagesWith(phrase: string): Promise<Candidates> {
		if ([...phrase].length === 1 && classOf(phrase) === 'han') return null;
		const asked = queryTokens(phrase);
		const words = asked.opensLeft || asked.opensRight ? await this.#allWords() : [];
		return this.#pagesWithForms(wholeForms(asked, words));
	}

	/** Pages that may hold a word of an English query, in any form that the matcher takes it in. */
	async pagesWithWord(lookup: Lookup): Promise<Candidates> {
		if ('phrase' in lookup) return this.pagesWith(lookup.phrase);
		const { word, parts, exact, begins } = lookup;
		const asked = queryTokens(word);
		if (asked.tokens.length === 0) return null;
		if (/^\p{N}/u.test(word)) {
			// A number begins here, but may go on.
			const tokens = { ...asked, opensLeft: false, opensRight: !exact && word.length > 2 };
			const forms = wholeForms(tokens, await this.#allWords());
			return this.#pagesWithForms(begins && forms?.length === 0 ? null : forms);
		}
		const forms = (await this.#allCompounds())
			.filter(([, compound]) => standsIn(compound, word, exact))
			.map(([token]) => [token]);
		const isOpen = forms.length > expansionMaximum.alone || (begins && forms.length === 0);
		const joined = await this.#pagesWithForms(isOpen ? null : forms);
		if (parts.length === 0 || joined === null) return joined;
		const apart = await Promise.all(
			parts.map((part) => this.pagesWithWord({ word: part, parts: [], exact })),
		);
		const narrowing = apart.filter((pages) => pages !== null);
		return narrowing.length === 0 ? null : [...new Set([...joined, ...inAll(narrowing)])];
	}

	async #pagesWithForms(forms: string[][] | null): Promise<Candidates> {
		if (!forms) return null;
		const answers = await Promise.all(forms.map((form) => this.#phrase(form)));
		return byPlace(answers.flat());
	}

	/**
	 * Pages that hold most of the phrases: their halves, and all but the first or last character.
	 * What comes closest may escape this; what is exact never goes this way.
	 */
	async pagesNear(phrases: readonly string[], maximum: number): Promise<string[]> {
		const parts = [...new Set(phrases.flatMap(partsOf))].slice(0, closestPartMaximum);
		const asked = parts.filter((part) => queryTokens(part).tokens.length > 0);
		const answers = await Promise.all(asked.map((part) => this.#phrase(queryTokens(part).tokens)));
		const held = new Map<string, number>();
		for (const [at, places] of answers.entries()) {
			for (const { id } of places) held.set(id, (held.get(id) ?? 0) + asked[at]!.length);
		}
		const fullest = [...held].sort((a, b) => b[1] - a[1]);
		return fullest.slice(0, maximum).map(([page]) => page);
	}

	/** English pages that hold most of the words; like `pagesNear`, for what comes closest. */
	async pagesNearWords(lookups: readonly Lookup[], maximum: number): Promise<string[]> {
		const held = new Map<string, number>();
		for (const lookup of lookups) {
			const weight = 'phrase' in lookup ? lookup.phrase.length : lookup.word.length;
			const pages = (await this.pagesWithWord(lookup)) ?? [];
			for (const id of pages) held.set(id, (held.get(id) ?? 0) + weight);
		}
		const fullest = [...held].sort((a, b) => b[1] - a[1]);
		return fullest.slice(0, maximum).map(([page]) => page);
	}

	#allSpellings(): Promise<string[]> {
		const read = (response: Response) => response.json() as Promise<string>;
		this.#spellings ??= this.#library
			.table(fileNames.words, read)
			.then((words) => words.split(' '));
		return this.#spellings;
	}

	async #allWords(): Promise<string[]> {
		return (await this.#allSpellings()).map((spelling) => spelling.replace(jointSign, ''));
	}

	/** The index's words, by token. */
	async #allCompounds(): Promise<[token: string, compound: Word[]][]> {
		const spellings = await this.#allSpellings();
		this.#compounds ??= spellings.map((spelling) => [
			spelling.replace(jointSign, ''),
			compoundOf(spelling),
		]);
		return this.#compounds;
	}

	#allChunks(): Promise<IndexChunk[]> {
		const read = (response: Response) => response.json() as Promise<IndexChunk[]>;
		this.#chunks ??= this.#library.table(fileNames.chunks, read);
		return this.#chunks;
	}

	/** Pages with these tokens in a row, and the first place on each. */
	async #phrase(tokens: string[]): Promise<Place[]> {
		const { results } = await within(this.#pagefind.search(`"${tokens.join(' ')}"`));
		if (results.length === 0 && !(await this.#areWhole(tokens))) {
			throw new Error('A file of the search index is missing, cut or from another build');
		}
		return results.map(({ id, words }) => ({ id, at: words[0] ?? Infinity }));
	}

	/** Whether the index files that would hold the tokens arrived as they were built. */
	async #areWhole(tokens: readonly string[]): Promise<boolean> {
		const chunks = await this.#allChunks();
		return this.#allWhole(
			chunks.filter(({ from, to }) => tokens.some((token) => token >= from && token <= to)),
		);
	}

	async #allWhole(chunks: readonly IndexChunk[]): Promise<boolean> {
		const checks = chunks.map(({ file, bytes }) => {
			let check = this.#wholeness.get(file);
			if (!check) {
				const url = `${this.#indexPath}index/${file}.pf_index`;
				// Pagefind just fetched it: this is the browser's copy of what Pagefind got.
				check = fetched(url, (response) => response.arrayBuffer(), { cache: 'force-cache' }).then(
					({ byteLength }) => byteLength === bytes,
					() => false,
				);
				this.#wholeness.set(file, check);
			}
			return check;
		});
		return (await Promise.all(checks)).every(Boolean);
	}
}
