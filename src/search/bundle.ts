import type { Language } from '../base/languages.ts';
import { importAgain } from '../base/load-again.ts';
import {
	bundleFolder,
	filterNames,
	tableFiles,
	type Hit,
	type NameTable,
	type Part,
	type StoredRecord,
	type WordTable,
} from './hit.ts';
import { characterCode } from './tokens.ts';

interface PagefindResult {
	id: string;
	data(): Promise<{ raw_url?: string; url: string; filters: Record<string, string[]> }>;
}
interface PagefindAnswer {
	results: PagefindResult[];
	totalFilters: Record<string, Record<string, number>>;
}
interface PagefindInstance {
	init(): Promise<void>;
	search(term: string | null, options?: object): Promise<PagefindAnswer>;
}
interface PagefindModule {
	createInstance(options: object): PagefindInstance;
}

/** Where a site's bundles are: its base path with both slashes, and the edition. */
export interface Site {
	base: string;
	language: Language;
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

function within<Value>(promise: Promise<Value>, ms: number, what: string): Promise<Value> {
	let timer = 0;
	const late = new Promise<never>((_, reject) => {
		timer = window.setTimeout(() => reject(new Error(`${what} took more than ${ms} ms`)), ms);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Pagefind's bundle of one edition: asks for words in a row and gives back ids, best first. */
export class Bundle {
	readonly table: WordTable;
	readonly #folder: string;
	readonly #pagefind: PagefindInstance;
	readonly #order: ReadonlyMap<string, number>;
	readonly #probes: readonly string[];
	readonly #found = new Set<string>();
	readonly #answers = new Map<string, Promise<string[]>>();
	readonly #results: Map<string, PagefindResult>;
	#names: Promise<NameTable> | undefined;
	readonly #values = new Map<string, Promise<ReadonlyMap<string, string>>>();

	private constructor(
		folder: string,
		pagefind: PagefindInstance,
		table: WordTable,
		all: PagefindResult[],
	) {
		this.#folder = folder;
		this.#pagefind = pagefind;
		this.table = table;
		this.#order = new Map(all.map(({ id }, at) => [id, at]));
		this.#results = new Map(all.map((result) => [result.id, result]));
		this.#probes = table.probes.split(' ');
	}

	/** Loads what every query needs. Throws when a part of it fails; the next call tries again. */
	static async open({ base, language }: Site): Promise<Bundle> {
		const folder = `${base}${bundleFolder(language)}/`;
		const [{ createInstance }, table] = await Promise.all([
			importAgain<PagefindModule>(new URL(`${folder}pagefind.js`, location.href).href),
			fetchTable<WordTable>(folder + tableFiles.words),
		]);
		const pagefind = createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
		await within(pagefind.init(), startMaximumMs, 'Pagefind’s start');
		const everything = pagefind.search(null, { sort: { order: 'asc' } });
		const { results } = await within(everything, startMaximumMs, 'Pagefind’s first answer');
		if (results.length === 0) throw new IncompleteIndexError('Pagefind’s metadata lacks records');
		return new Bundle(folder, pagefind, table, results);
	}

	/** Names and other ways to say things; fetched when they are first wanted. */
	names(): Promise<NameTable> {
		this.#names ??= fetchTable<NameTable>(this.#folder + tableFiles.names);
		this.#names.catch(() => (this.#names = undefined));
		return this.#names;
	}

	/** Number of records. */
	get size(): number {
		return this.#order.size;
	}

	/** Ids of the records that hold these words in a row, best first. */
	phrase(codes: readonly string[]): Promise<string[]> {
		return this.#remember(`"${codes.join(' ')}"`, () => codes);
	}

	/** Ids of the records in which a pair begins with a Han character. */
	async character(character: string): Promise<string[]> {
		const code = characterCode(character);
		// Pagefind loads the file in which the word itself would stand; its pairs may go on in the next.
		const border = ['qbbb', 'qzzz', 'xbbb', 'xzzz', 'zzzz'].map((end) => code + end);
		await Promise.all(border.map((word) => this.#pagefind.search(`"${word}"`)));
		return this.#remember(code, () => [code, ...border]);
	}

	#remember(term: string, codes: () => readonly string[]): Promise<string[]> {
		const known = this.#answers.get(term);
		if (known) return known;
		const asked = this.#ask(term, codes);
		this.#answers.set(term, asked);
		asked.catch(() => this.#answers.delete(term));
		return asked;
	}

	async #ask(term: string, codes: () => readonly string[]): Promise<string[]> {
		const { results } = await this.#pagefind.search(term);
		if (results.length === 0) await this.#believeNothing(codes());
		for (const result of results) this.#results.set(result.id, result);
		const ids = results.map(({ id }) => id).filter((id) => this.#order.has(id));
		return this.inOrder(ids);
	}

	/**
	 * Pagefind answers nothing, and no error, when a file of the index fails. Words that the index
	 * must have stand before and after each word asked for: both are found only if the file that
	 * would hold the word arrived.
	 */
	async #believeNothing(codes: readonly string[]): Promise<void> {
		const wanted = new Set(codes.flatMap((code) => this.#neighbours(code)));
		for (const probe of wanted) {
			if (this.#found.has(probe)) continue;
			const { results } = await this.#pagefind.search(`"${probe}"`);
			if (results.length === 0) throw new IncompleteIndexError(`a file with ${probe} is missing`);
			this.#found.add(probe);
		}
	}

	#neighbours(code: string): string[] {
		const after = this.#probes.findIndex((probe) => probe >= code);
		const at = after < 0 ? this.#probes.length : after;
		return [this.#probes[at - 1], this.#probes[at]].filter((probe) => probe !== undefined);
	}

	/** Ids without doubles, best first. */
	inOrder(ids: Iterable<string>): string[] {
		return [...new Set(ids)].sort((a, b) => this.#order.get(a)! - this.#order.get(b)!);
	}

	/** What one of the filters says of every record: its part, or `origin origin#origin-launch`. */
	values(filter: 'part' | 'section'): Promise<ReadonlyMap<string, string>> {
		const values = this.#values.get(filter) ?? this.#valuesOf(filterNames[filter]);
		this.#values.set(filter, values);
		values.catch(() => this.#values.delete(filter));
		return values;
	}

	async #valuesOf(filter: string): Promise<ReadonlyMap<string, string>> {
		// A filter’s file is fetched when it is named; its values come with the answer.
		const { totalFilters } = await this.#pagefind.search(null, {
			filters: { [filter]: { any: [] } },
		});
		const values = Object.keys(totalFilters[filter] ?? {});
		const byId = new Map<string, string>();
		for (const value of values) {
			const { results } = await this.#pagefind.search(null, { filters: { [filter]: [value] } });
			for (const { id } of results) byId.set(id, value);
		}
		if (byId.size < this.size) throw new IncompleteIndexError(`the filter ${filter} is missing`);
		return byId;
	}

	/** What to show of a record. Throws when its file fails. */
	async hit(id: string): Promise<Hit> {
		const { raw_url, url, filters } = await this.#results.get(id)!.data();
		const record = JSON.parse(filters[filterNames.record]![0]!) as StoredRecord;
		const [chapter] = filters[filterNames.section]![0]!.split(' ') as [string];
		const part = filters[filterNames.part]![0] as Part;
		return { ...record, path: (raw_url ?? url).replace(/~$/, ''), part, chapter };
	}
}
