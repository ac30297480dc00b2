import {
	engineFolder,
	fileNames,
	headingSign,
	indexFolder,
	probeToken,
	type IndexChunk,
} from './index-files.ts';
import { fetched, type Library } from './library.ts';
import { queryTokens } from './tokenizer.ts';

/** What we use of Pagefind's browser API. */
interface PagefindModule {
	createInstance(options: { basePath: string }): PagefindInstance;
}
interface PagefindInstance {
	init(): Promise<void>;
	mergeIndex(path: string, options: { language: string }): Promise<void>;
	preload(term: string): Promise<void>;
	search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
	destroy(): Promise<void>;
}

/** Longest wait for Pagefind; it waits for ever for WASM that never came. */
const patienceMs = 6000;

/** Most whole words a cut word is asked for as; beyond, the word does not narrow the search. */
const expansionMaximum = 24;

/** Most index files a single character may be spread over; beyond, it is on most pages anyway. */
const spreadMaximum = 6;

/** Most tokens looked up to find pages close to a query that is nowhere. */
const closestTokenMaximum = 12;

/** Ids of pages, the likeliest first; `null`: Pagefind cannot narrow the search, take all. */
export type Candidates = string[] | null;

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
	readonly #chunks: IndexChunk[];
	readonly #words: string[];
	readonly #indexPath: string;
	readonly #wholeness = new Map<string, Promise<boolean>>();

	private constructor(
		pagefind: PagefindInstance,
		indexPath: string,
		chunks: IndexChunk[],
		words: string[],
	) {
		this.#pagefind = pagefind;
		this.#indexPath = indexPath;
		this.#chunks = chunks;
		this.#words = words;
	}

	static async open(library: Library): Promise<PagefindCandidates> {
		const { base, language } = library.place;
		const enginePath = `${base}${engineFolder}/`;
		const indexPath = `${base}${indexFolder(language)}/`;
		const tables = Promise.all([
			library.table(fileNames.chunks, (response) => response.json() as Promise<IndexChunk[]>),
			library.table(fileNames.words, (response) => response.json() as Promise<string>),
		]);
		tables.catch(() => {});
		const module = (await import(/* @vite-ignore */ `${enginePath}pagefind.js`)) as PagefindModule;
		const pagefind = module.createInstance({ basePath: enginePath });
		try {
			await within(pagefind.init());
			// An engine that did not start fails here; mergeIndex would wait for it without end.
			await expectAnswer(pagefind);
			await within(pagefind.mergeIndex(indexPath, { language: 'unknown' }));
			await expectAnswer(pagefind);
			const [chunks, words] = await tables;
			return new PagefindCandidates(pagefind, indexPath, chunks, words.split(' '));
		} catch (error) {
			void pagefind.destroy();
			throw error;
		}
	}

	/** Pages that may hold a folded phrase. */
	async pagesWith(phrase: string): Promise<Candidates> {
		const { tokens, opensLeft, opensRight } = queryTokens(phrase);
		if (tokens.length === 1 && !opensLeft && !opensRight) return this.#pagesWithOne(tokens[0]!);
		const forms = this.#wholeForms(tokens, opensLeft, opensRight);
		if (!forms) return null;
		const inHeadings = forms.map((form) => form.map((token) => headingSign + token));
		const asked = [...inHeadings, ...forms];
		const answers = await Promise.all(asked.map((form) => this.#phrase(form)));
		return [...new Set(answers.flat())];
	}

	/** Pages that hold most tokens of the phrases, fullest first. */
	async pagesNear(phrases: readonly string[], maximum: number): Promise<string[]> {
		const tokens = phrases.flatMap((phrase) => queryTokens(phrase).tokens);
		const asked = [...new Set(tokens)].slice(0, closestTokenMaximum);
		const counts = new Map<string, number>();
		for (const page of (await Promise.all(asked.map((token) => this.#phrase([token])))).flat()) {
			counts.set(page, (counts.get(page) ?? 0) + 1);
		}
		const fullest = [...counts].sort((a, b) => b[1] - a[1]);
		return fullest.slice(0, maximum).map(([page]) => page);
	}

	/**
	 * The phrase with its cut words made whole: every combination that the index may hold. A word
	 * with too many whole forms is left out; if nothing else is left, `null`.
	 */
	#wholeForms(tokens: string[], opensLeft: boolean, opensRight: boolean): string[][] | null {
		const first = tokens[0];
		const last = tokens.at(-1);
		if (first === undefined || last === undefined) return null;
		if (tokens.length === 1) {
			const words = this.#words.filter(
				(word) =>
					(opensLeft && opensRight && word.includes(first)) ||
					(opensLeft && word.endsWith(first)) ||
					(opensRight && word.startsWith(first)),
			);
			return words.length > expansionMaximum ? null : words.map((word) => [word]);
		}
		const inner = tokens.slice(opensLeft ? 1 : 0, opensRight ? -1 : undefined);
		const lefts = opensLeft ? this.#words.filter((word) => word.endsWith(first)) : [];
		const rights = opensRight ? this.#words.filter((word) => word.startsWith(last)) : [];
		if ((opensLeft && lefts.length === 0) || (opensRight && rights.length === 0)) return [];
		const asOptions = (words: string[]) =>
			words.length === 0 || words.length > expansionMaximum ? [[]] : words.map((word) => [word]);
		const leftOptions = asOptions(lefts);
		const room = expansionMaximum / leftOptions.length;
		const rightOptions = rights.length > room ? [[]] : asOptions(rights);
		const forms = leftOptions.flatMap((left) =>
			rightOptions.map((right) => [...left, ...inner, ...right]),
		);
		return forms[0]!.length === 0 ? null : forms;
	}

	/** Pages with these tokens in a row, earliest place first. */
	async #phrase(tokens: string[]): Promise<string[]> {
		const { results } = await within(this.#pagefind.search(`"${tokens.join(' ')}"`));
		if (results.length === 0 && !(await this.#areWhole(tokens))) {
			throw new Error('A file of the search index is missing, cut or from another build');
		}
		return results
			.sort((a, b) => (a.words[0] ?? Infinity) - (b.words[0] ?? Infinity))
			.map(({ id }) => id);
	}

	/**
	 * Pages with one Han character: those with any pair that begins with it. Pagefind only loads
	 * the file in which the character itself would stand, so the neighbours are called for first.
	 */
	async #pagesWithOne(character: string): Promise<Candidates> {
		const end = `${character}\u{10ffff}`;
		const chunks = this.#chunks.filter(({ from, to }) => to >= character && from <= end);
		if (chunks.length > spreadMaximum) return null;
		if (!(await this.#allWhole(chunks))) {
			throw new Error('A file of the search index is missing, cut or from another build');
		}
		await within(Promise.all(chunks.map(({ from }) => this.#pagefind.preload(from))));
		const { results } = await within(this.#pagefind.search(character));
		return results.map(({ id }) => id);
	}

	/** Whether the index files that would hold the tokens arrived as they were built. */
	#areWhole(tokens: readonly string[]): Promise<boolean> {
		return this.#allWhole(
			this.#chunks.filter(({ from, to }) => tokens.some((token) => token >= from && token <= to)),
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
