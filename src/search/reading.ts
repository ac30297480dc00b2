import { countHits } from './engine.ts';
import { scanLimitBytes, type PageEntry } from './index-files.ts';
import { Library, type Place } from './library.ts';
import type { SearchablePage } from './match.ts';
import { inAll, PagefindCandidates } from './pagefind-candidates.ts';
import type { Query } from './query.ts';
// Not loaded on demand: it is wanted when loading fails.
import { linkedPaths, rescuedPage } from './rescue.ts';
import type { Terms } from './terms.ts';

/** How candidate pages are found; `auto` decides by the size of the texts. */
export type EngineChoice = 'auto' | 'scan' | 'pagefind';

/** Pages to search for a query, and what is known about the rest. */
export interface Reading {
	pages: SearchablePage[];
	/** Pages that may hold the query but could not be read. */
	missing: number;
	/** Candidates left unread because there are enough hits. */
	unread: number;
	/** Whether the search's own files failed and pages were read in their place. */
	rescued: boolean;
}

/** Most candidate pages read at a time. */
const batchMaximum = 24;
/** Most pages of a site whose candidates are all read, however many hits there are. */
const smallSitePages = 12;
/** Most pages looked at for what comes closest to a query that is nowhere. */
const closestPages = 8;

/**
 * Brings the pages that may answer a query: from Pagefind's index or, where that is not worth its
 * bytes or does not work, all of them. Opens what it needs at the first question and keeps it.
 */
export class Reader {
	readonly place: Place;
	readonly #choice: EngineChoice;
	#library: Promise<Library> | undefined;
	#candidates: Promise<PagefindCandidates> | undefined;
	#indexFailed = false;
	readonly #rescued = new Map<string, Promise<SearchablePage>>();

	constructor(place: Place, choice: EngineChoice = 'auto') {
		this.place = place;
		this.#choice = choice;
	}

	/** Begins to fetch what the first question will need. Failures show when it is asked. */
	warm(): void {
		void this.#open().then((library) => {
			if (!library) return;
			void library.terms();
			if (this.#usesIndex(library)) void this.#openIndex(library).catch(() => {});
			else void this.#readAll(library);
		});
	}

	/** Other names and pinyin, if they can be had. */
	async terms(): Promise<Terms | undefined> {
		return (await this.#open())?.terms();
	}

	/**
	 * Reads the pages for a query, at least until `enough` exact hits are in them. If files are gone
	 * because the site was built again, it starts over, once.
	 */
	async read(query: Query, enough: number, mayReopen = true): Promise<Reading> {
		const library = await this.#open();
		if (!library) return this.#readLinked();
		if (!this.#usesIndex(library)) {
			const reading = await this.#readAll(library);
			const reopens = reading.rescued && mayReopen && (await this.#isOutdated(library));
			return reopens ? this.read(query, enough, false) : reading;
		}
		if (!this.#indexFailed) {
			try {
				return await this.#readCandidates(library, query, enough);
			} catch {
				if (mayReopen && (await this.#isOutdated(library))) return this.read(query, enough, false);
				// Once is enough: the next letter typed should not wait for it again.
				this.#indexFailed = true;
			}
		}
		return { ...(await this.#readAll(library)), rescued: true };
	}

	#usesIndex({ manifest }: Library): boolean {
		if (this.#choice !== 'auto') return this.#choice === 'pagefind';
		return manifest.textBytes > scanLimitBytes;
	}

	/** The texts of the newest build; `undefined` when its manifest cannot be had. */
	async #open(): Promise<Library | undefined> {
		this.#library ??= Library.open(this.place);
		try {
			return await this.#library;
		} catch {
			this.#library = undefined;
			return undefined;
		}
	}

	/** Whether the site was built again since the library was opened; then all is opened anew. */
	async #isOutdated(library: Library): Promise<boolean> {
		const newest = await Library.open(this.place).catch(() => undefined);
		if (!newest || newest.manifest.version === library.manifest.version) return false;
		this.#library = Promise.resolve(newest);
		this.#candidates = undefined;
		this.#indexFailed = false;
		this.#rescued.clear();
		return true;
	}

	#openIndex(library: Library): Promise<PagefindCandidates> {
		this.#candidates ??= PagefindCandidates.open(library);
		return this.#candidates;
	}

	async #readCandidates(library: Library, query: Query, wanted: number): Promise<Reading> {
		const { rules } = library;
		const index = await this.#openIndex(library);
		// A small site is read in one go, and answers as if every page had been scanned.
		const isSmall = library.manifest.pageCount <= smallSitePages;
		const enough = isSmall ? Infinity : wanted;
		const all = async () => (await library.entries()).map(({ file }) => file);
		const allLikelyFirst = async () => [
			...(await index.pagesWithWhole(query.phrases)),
			...(await all()),
		];
		const pages = new Map<string, SearchablePage>();
		const found = { whole: 0, apart: 0 };
		/** Reads candidates until there is enough; gives the number left. */
		const readUntil = async (isEnough: () => boolean, ids: readonly string[]) => {
			const fresh = [...new Set(ids)].filter((id) => !pages.has(id));
			let at = 0;
			while (at < fresh.length && !isEnough()) {
				// Most candidates hold the query, so as many as hits are wanted will do.
				const batch = fresh.slice(at, at + Math.min(enough, batchMaximum));
				const read = await Promise.all(batch.map((file) => library.page({ file })));
				for (const [index, page] of read.entries()) {
					pages.set(batch[index]!, page);
					const { whole, apart } = countHits(query, page, rules);
					found.whole += whole;
					found.apart += apart;
				}
				at += batch.length;
			}
			return fresh.length - at;
		};

		const asksWhole = query.phrases.length > 1 && query.whole && rules.looksUpWhole;
		const whole = asksWhole ? await index.pagesWith(query.whole) : [];
		let unread = await readUntil(() => found.whole >= enough, whole ?? []);
		// Where the query as typed fills the list, its phrases apart are not looked for.
		if (found.whole < enough) {
			const lists = await rules.pagesWithParts(query, index);
			const narrowing = lists.filter((list) => list !== null);
			const apart = narrowing.length > 0 ? inAll(narrowing) : await allLikelyFirst();
			unread = await readUntil(() => found.whole + found.apart >= enough, apart);
		}
		if (found.whole + found.apart === 0) {
			const near = isSmall ? await all() : await rules.pagesNear(query, index, closestPages);
			await readUntil(() => false, near);
			if (found.whole + found.apart > 0) {
				throw new Error('The search index denied a page that holds the query');
			}
		}
		return { pages: [...pages.values()], missing: 0, unread, rescued: false };
	}

	/** Every page: from its text file, else from the page itself. */
	async #readAll(library: Library): Promise<Reading> {
		const entries = await library.entries().catch(() => undefined);
		if (!entries) return this.#readLinked();
		let rescued = false;
		const reads = entries.map((entry, order) =>
			library.page(entry).catch(() => {
				rescued = true;
				return this.#rescue(entry, order);
			}),
		);
		return this.#settled(reads).then((reading) => ({ ...reading, rescued }));
	}

	/** Every page that the current page's contents list names: the last resort. */
	async #readLinked(): Promise<Reading> {
		const reads = linkedPaths(this.place).map((path, order) => this.#rescue({ path }, order));
		return { ...(await this.#settled(reads)), rescued: true };
	}

	#rescue({ path }: Pick<PageEntry, 'path'>, order: number): Promise<SearchablePage> {
		const known = this.#rescued.get(path);
		if (known) return known;
		const page = rescuedPage({ path, order }, this.place);
		this.#rescued.set(path, page);
		page.catch(() => this.#rescued.delete(path));
		return page;
	}

	async #settled(reads: readonly Promise<SearchablePage>[]): Promise<Reading> {
		const results = await Promise.allSettled(reads);
		const pages = results.flatMap((result) =>
			result.status === 'fulfilled' ? [result.value] : [],
		);
		const missing = results.length - pages.length;
		return { pages, missing, unread: 0, rescued: false };
	}
}
