import { languageOfPath, type Language } from '../base/languages.ts';
import { importAgain } from '../base/load-again.ts';
import { bundleFolder, filterNames, tableFiles } from './hit.ts';
import type { Hit, NameTable, Part, StoredRecord, WordTable } from './hit.ts';

interface PagefindResult {
	id: string;
	data(): Promise<{ url: string; filters: Record<string, string[]> }>;
}
interface PagefindAnswer {
	results: PagefindResult[];
	totalFilters: Record<string, Record<string, number>>;
}
interface PagefindInstance {
	init(): Promise<void>;
	search(term: string | null, options?: object): Promise<PagefindAnswer>;
}

/** Where a site's bundles are: its base path with both slashes, and the edition. */
export interface Site {
	base: string;
	language: Language;
}

/** Where this page stands. */
export function pageSite(): Site {
	const base = document.documentElement.dataset.base ?? '/';
	return { base, language: languageOfPath(location.pathname, base) };
}

/** A file of the index is missing or of another build: nothing can be said to be nowhere. */
export class IncompleteIndexError extends Error {}

/** Longest wait for the index to start: Pagefind waits for its WASM without end if that fails. */
const startMaximumMs = 20_000;

async function fetchTable<Table>(address: string): Promise<Table> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} for ${address}`);
	return (await response.json()) as Table;
}

/** Pagefind's bundle of one edition: asks for words in a row and gives back ids, best first. */
export class Bundle {
	readonly table: WordTable;
	readonly #folder: string;
	readonly #pagefind: PagefindInstance;
	/** Every record, best first. */
	readonly #results: ReadonlyMap<string, PagefindResult>;
	readonly #order: ReadonlyMap<string, number>;
	readonly #ends: readonly string[];
	readonly #known = new Map<string, Promise<unknown>>();

	private constructor(
		folder: string,
		pagefind: PagefindInstance,
		table: WordTable,
		all: PagefindResult[],
	) {
		this.#folder = folder;
		this.#pagefind = pagefind;
		this.table = table;
		this.#results = new Map(all.map((result) => [result.id, result]));
		this.#order = new Map(all.map(({ id }, at) => [id, at]));
		this.#ends = table.ends.split(' ');
	}

	/** Loads what every query needs. Throws when a part of it fails; the next call tries again. */
	static async open({ base, language }: Site): Promise<Bundle> {
		const folder = `${base}${bundleFolder(language)}/`;
		const [{ createInstance }, table] = await Promise.all([
			importAgain<{ createInstance(options: object): PagefindInstance }>(
				new URL(`${folder}pagefind.js`, location.href).href,
			),
			fetchTable<WordTable>(folder + tableFiles.words),
		]);
		const pagefind = createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
		const started = pagefind.init().then(() => pagefind.search(null, { sort: { order: 'asc' } }));
		const late = new Promise<never>((_, reject) => {
			setTimeout(() => reject(new Error('Pagefind does not start')), startMaximumMs);
		});
		const { results } = await Promise.race([started, late]);
		if (results.length === 0) throw new IncompleteIndexError('Pagefind’s metadata lacks records');
		return new Bundle(folder, pagefind, table, results);
	}

	/** Names and other ways to say things; fetched when they are first wanted. */
	names(): Promise<NameTable> {
		return this.#once('', () => fetchTable<NameTable>(this.#folder + tableFiles.names));
	}

	/** Number of records. */
	get size(): number {
		return this.#order.size;
	}

	/** Ids of the records that hold these words in a row, best first. */
	phrase(codes: readonly string[]): Promise<string[]> {
		return this.#ask(`"${codes.join(' ')}"`, codes);
	}

	/** Ids of the records in which a word begins with a code, best first. */
	beginning(code: string): Promise<string[]> {
		return this.#ask(code, [code]);
	}

	#ask(term: string, codes: readonly string[]): Promise<string[]> {
		return this.#once(term, async () => {
			const { results } = await this.#pagefind.search(term);
			if (results.length === 0) await this.#believeNothing(codes);
			return this.inOrder(results.map(({ id }) => id));
		});
	}

	/**
	 * Pagefind answers nothing, and no error, when a file of the index fails. Each file ends with a
	 * word of ours, which is found only if the file that would hold the words asked for arrived.
	 */
	async #believeNothing(codes: readonly string[]): Promise<void> {
		for (const code of codes) {
			const end = this.#ends.find((one) => one >= code) ?? this.#ends.at(-1)!;
			await this.#once(`end ${end}`, async () => {
				const { results } = await this.#pagefind.search(`"${end}"`);
				if (results.length === 0) throw new IncompleteIndexError(`the file of ${end} is missing`);
			});
		}
	}

	/** Remembers an answer, until it fails. */
	#once<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
		const value = (this.#known.get(key) as Promise<Value> | undefined) ?? make();
		this.#known.set(key, value);
		value.catch(() => this.#known.delete(key));
		return value;
	}

	/** Known ids without doubles, best first. */
	inOrder(ids: Iterable<string>): string[] {
		const known = [...new Set(ids)].filter((id) => this.#order.has(id));
		return known.sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
	}

	/** Whether a record stands in a chapter. */
	isChapter(id: string | undefined): boolean {
		return (this.#order.get(id ?? '') ?? Infinity) < this.table.chapters;
	}

	/** What one of the filters says of every record: its part, or `origin origin#origin-launch`. */
	values(name: 'part' | 'section'): Promise<ReadonlyMap<string, string>> {
		return this.#once(`filter ${name}`, async () => {
			const search = (filters: object) => this.#pagefind.search(null, { filters });
			const filter = filterNames[name];
			// A filter’s file is fetched when it is named; its values come with the answer.
			const { totalFilters } = await search({ [filter]: { any: [] } });
			const byId = new Map<string, string>();
			for (const value of Object.keys(totalFilters[filter] ?? {})) {
				const { results } = await search({ [filter]: [value] });
				for (const { id } of results) byId.set(id, value);
			}
			if (byId.size < this.size) throw new IncompleteIndexError(`the filter ${name} is missing`);
			return byId;
		});
	}

	/** What to show of a record. Throws when its file fails. */
	async hit(id: string): Promise<Hit> {
		const { url: path, filters } = await this.#results.get(id)!.data();
		const first = (name: keyof typeof filterNames) => filters[filterNames[name]]![0]!;
		const record = JSON.parse(first('record')) as StoredRecord;
		return {
			...record,
			path,
			part: first('part') as Part,
			chapter: first('section').split(' ')[0]!,
		};
	}
}
