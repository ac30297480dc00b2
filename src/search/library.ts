import type { Language } from '../base/languages.ts';
import { fileNames, textFolder, type Manifest, type PageEntry } from './index-files.ts';
import { searchableInSlices, type SearchablePage } from './match.ts';
import { unpackPageText } from './packed-text.ts';
import { rulesOf, type LanguageRules } from './rules.ts';
import type { Terms } from './terms.ts';

/** Where the site is and which edition is searched. */
export interface Place {
	/** Base path with both slashes. */
	base: string;
	language: Language;
}

const noTerms: Terms = { names: [], readings: [], variants: '' };

/**
 * Fetches a file and reads it. Throws when it is missing, cut (JSON that was cut is no JSON) or
 * when there is no network.
 */
export async function fetched<T>(
	url: string,
	read: (response: Response) => Promise<T>,
	init?: RequestInit,
): Promise<T> {
	const response = await fetch(url, init);
	if (!response.ok) throw new Error(`${response.status} for ${url}`);
	return read(response);
}

const asJson = (response: Response) => response.json() as Promise<unknown>;

/**
 * The texts of the site's pages as one build wrote them. A page that was read stays in memory;
 * what failed is asked for again next time.
 */
export class Library {
	readonly place: Place;
	readonly manifest: Manifest;
	readonly rules: LanguageRules;
	readonly #folder: string;
	readonly #read = new Map<string, Promise<SearchablePage>>();
	#entries: Promise<PageEntry[]> | undefined;
	#terms: Promise<Terms> | undefined;

	private constructor(place: Place, manifest: Manifest, rules: LanguageRules) {
		this.place = place;
		this.manifest = manifest;
		this.rules = rules;
		this.#folder = `${place.base}${textFolder(place.language)}/`;
	}

	/** Opens the newest build's texts. Throws when the manifest or the rules cannot be had whole. */
	static async open(place: Place): Promise<Library> {
		const url = `${place.base}${textFolder(place.language)}/${fileNames.manifest}`;
		// Always asked for anew: from it the browser learns that the site was built again.
		const [manifest, rules] = await Promise.all([
			fetched(url, asJson, { cache: 'no-cache' }) as Promise<Manifest>,
			rulesOf(place.language),
		]);
		if (typeof manifest.version !== 'string' || !(manifest.pageCount > 0)) {
			throw new Error(`${url} is not a search manifest`);
		}
		return new Library(place, manifest, rules);
	}

	/** Reads a table that changes with the build but keeps its name. */
	async table<T>(name: string, read: (response: Response) => Promise<T>): Promise<T> {
		return fetched(`${this.#folder}${name}?v=${this.manifest.version}`, read);
	}

	/** All pages, in reading order. */
	entries(): Promise<PageEntry[]> {
		if (this.manifest.pages) return Promise.resolve(this.manifest.pages);
		this.#entries ??= this.table(fileNames.pages, asJson).then((list) => list as PageEntry[]);
		this.#entries.catch(() => (this.#entries = undefined));
		return this.#entries;
	}

	/** The text of one page. Throws when the file is missing or cut. */
	page({ file }: Pick<PageEntry, 'file'>): Promise<SearchablePage> {
		const known = this.#read.get(file);
		if (known) return known;
		const reading = fetched(`${this.#folder}${file}.json`, asJson).then(async (text) => {
			const page = await searchableInSlices(unpackPageText(text));
			this.rules.readPage(page);
			return page;
		});
		this.#read.set(file, reading);
		reading.catch(() => this.#read.delete(file));
		return reading;
	}

	/** Other names and pinyin. Without them the search goes on, so their lack is no error. */
	terms(): Promise<Terms> {
		this.#terms ??= this.table(fileNames.terms, asJson).then(
			(terms) => terms as Terms,
			() => {
				this.#terms = undefined;
				return noTerms;
			},
		);
		return this.#terms;
	}
}
