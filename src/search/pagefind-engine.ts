import { probeToken } from './index-files.ts';
import { tierOfPlace } from './places.ts';
import { tierCount } from './ranking.ts';

/** What we use of Pagefind's browser API. */
interface PagefindModule {
	createInstance(options: { basePath: string; noWorker: true }): PagefindInstance;
}
interface PagefindInstance {
	mergeIndex(path: string, options: { language: string }): Promise<void>;
	search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
	destroy(): Promise<void>;
}

/** Addresses of Pagefind's engine and of a language's index, with both slashes. */
export interface PagefindPaths {
	engine: string;
	index: string;
}

/** Ids of the pages that hold a phrase: a list for each tier of `ranking.ts`, the best first. */
export type FoundPages = string[][];

/** Finds the pages that hold tokens in a row, for several phrases at a time. */
export type PhraseSearch = (phrases: readonly (readonly string[])[]) => Promise<FoundPages[]>;

/** Longest wait for Pagefind; it waits for ever for WASM that never came. */
export const patienceMs = 6000;

/** Throws when something takes longer than we have patience for. */
export async function within<T>(promise: Promise<T>, patience = patienceMs): Promise<T> {
	let timer: ReturnType<typeof setTimeout>;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error('Pagefind does not answer')), patience);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** Throws unless Pagefind finds the one page of its engine's own index. */
async function expectAnswer(pagefind: PagefindInstance): Promise<void> {
	const { results } = await within(pagefind.search(`"${probeToken}"`));
	if (results.length !== 1) throw new Error('Pagefind does not find its probe');
}

/**
 * Opens Pagefind on this thread. Throws when its engine does not start; a file of its index that is
 * missing or cut it does not tell.
 */
export async function openPagefind({ engine, index }: PagefindPaths): Promise<PhraseSearch> {
	const module = (await import(/* @vite-ignore */ `${engine}pagefind.js`)) as PagefindModule;
	// Pagefind's own worker would get a message for every page that was ever found, when it is
	// forgotten: thousands at a time, which halt the page for seconds.
	const pagefind = module.createInstance({ basePath: engine, noWorker: true });
	try {
		// An engine that did not start fails here; mergeIndex would wait for it without end.
		await expectAnswer(pagefind);
		await within(pagefind.mergeIndex(index, { language: 'unknown' }));
		await expectAnswer(pagefind);
	} catch (error) {
		void pagefind.destroy();
		throw error;
	}
	const pagesWith = async (tokens: readonly string[]): Promise<FoundPages> => {
		const { results } = await within(pagefind.search(`"${tokens.join(' ')}"`));
		// The index lists places best first, and Pagefind tells the first that fits.
		const tiers = Map.groupBy(results, ({ words }) => tierOfPlace(words[0] ?? 0));
		return Array.from({ length: tierCount }, (_, tier) =>
			(tiers.get(tier) ?? []).map(({ id }) => id),
		);
	};
	return (phrases) => Promise.all(phrases.map(pagesWith));
}
