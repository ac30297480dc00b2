import { languageOfPath, type Language } from '../base/languages.ts';
import { importAgain } from '../base/load-again.ts';
import { bundleFolder, tableFiles } from './hit.ts';
import type { Hit, NameTable, Part, StoredRecord, WordTable } from './hit.ts';

interface PagefindResult {
	id: string;
	data(): Promise<{ url: string; filters: Record<string, string[]> }>;
}
interface PagefindInstance {
	init(): Promise<void>;
	search(
		term: string | null,
		options?: object,
	): Promise<{ results: PagefindResult[]; totalFilters: Record<string, object> }>;
}

/** Where a site's bundles are: its base path with both slashes, and the edition. */
export type Site = { base: string; language: Language };

/** The site and edition of this page. */
export function pageSite(): Site {
	const base = document.documentElement.dataset.base ?? '/';
	return { base, language: languageOfPath(location.pathname, base) };
}

/** Longest wait for the index to start: without its WASM, Pagefind would wait for ever. */
const startMaximumMs = 20_000;

async function fetchTable<Table>(address: string): Promise<Table> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${response.status} for ${address}`);
	return (await response.json()) as Table;
}

/** Pagefind's bundle of one edition: asks for words in a row and gives back ids, best first. */
export type Bundle = Awaited<ReturnType<typeof openBundle>>;

/** Loads what every query needs. Throws when a part of it fails; the next call tries again. */
export async function openBundle({ base, language }: Site) {
	const folder = `${base}${bundleFolder(language)}/`;
	const script = new URL(`${folder}pagefind.js`, location.href).href;
	const [{ createInstance }, table] = await Promise.all([
		importAgain<{ createInstance(options: object): PagefindInstance }>(script),
		fetchTable<WordTable>(folder + tableFiles.words),
	]);
	const pagefind = createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
	const late = new Promise<never>((_, reject) => {
		setTimeout(() => reject(new Error('Pagefind does not start')), startMaximumMs);
	});
	await Promise.race([pagefind.init(), late]);
	const { results: all } = await pagefind.search(null, { sort: { order: 'asc' } });
	if (all.length === 0) throw new Error('Pagefind’s metadata lacks records');
	const order = new Map(all.map(({ id }, at) => [id, at]));
	const ends = table.ends.split(' ');
	const answers = new Map<string, Promise<unknown>>();

	/** Remembers an answer, until it fails. */
	function once<Value>(key: string, make: () => Promise<Value>): Promise<Value> {
		const value = (answers.get(key) as Promise<Value> | undefined) ?? make();
		answers.set(key, value);
		value.catch(() => answers.delete(key));
		return value;
	}

	/** Known ids without doubles, best first. */
	function inOrder(ids: Iterable<string>): string[] {
		const known = [...new Set(ids)].filter((id) => order.has(id));
		return known.sort((a, b) => order.get(a)! - order.get(b)!);
	}

	/**
	 * Throws when a file that would hold these words is missing: Pagefind then finds nothing and
	 * throws no error. Each file ends with a word of ours, which is found only if the file was loaded.
	 */
	async function expectFilesOf(codes: readonly string[]): Promise<void> {
		for (const end of codes.map((code) => ends.find((one) => one >= code) ?? ends.at(-1)!)) {
			await once(`end ${end}`, async () => {
				const { results } = await pagefind.search(`"${end}"`);
				if (results.length === 0) throw new Error(`No index file ends with ${end}`);
			});
		}
	}

	const ask = (term: string, codes: readonly string[]): Promise<string[]> =>
		once(term, async () => {
			const { results } = codes.length > 0 ? await pagefind.search(term) : { results: [] };
			if (results.length === 0) await expectFilesOf(codes);
			return inOrder(results.map(({ id }) => id));
		});

	return {
		table,
		inOrder,
		/** Number of records. */
		size: all.length,
		/** Names and other ways to say things; fetched when they are first wanted. */
		names: () => once('names', () => fetchTable<NameTable>(folder + tableFiles.names)),
		/** Ids of the records that hold these words in a row, best first. */
		phrase: (codes: readonly string[]) => ask(`"${codes.join(' ')}"`, codes),
		/** Ids of the records in which a word begins with a code, best first. */
		beginning: (code: string) => ask(code, [code]),
		/** Whether a record stands in a chapter. */
		isChapter: (id: string | undefined) => (order.get(id ?? '') ?? Infinity) < table.chapters,
		/** The value of a filter for every record: its part, its chapter, or `origin#origin-launch`. */
		values: (filter: 'part' | 'chapter' | 'section'): Promise<ReadonlyMap<string, string>> =>
			once(`filter ${filter}`, async () => {
				const search = (filters: object) => pagefind.search(null, { filters });
				// A filter’s file is fetched when it is named; its values come with the answer.
				const { totalFilters } = await search({ [filter]: { any: [] } });
				const byId = new Map<string, string>();
				for (const value of Object.keys(totalFilters[filter] ?? {})) {
					const { results } = await search({ [filter]: [value] });
					for (const { id } of results) byId.set(id, value);
				}
				if (byId.size < all.length) throw new Error(`filter ${filter} is missing`);
				return byId;
			}),
		/** What to show of a record. Throws when its file fails. */
		async hit(id: string): Promise<Hit> {
			const { url: path, filters } = await all[order.get(id)!]!.data();
			const stored = JSON.parse(filters.record![0]!) as StoredRecord;
			return { ...stored, path, part: filters.part![0] as Part };
		},
	};
}
