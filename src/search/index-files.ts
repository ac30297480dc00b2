/**
 * Names and shapes of the files that the index step writes and the browser reads. Everything but
 * Pagefind's own bundle stands below `search-text/<language>/`.
 */

/** Pagefind's engine (script, worker, WASM) with an index of one empty page. */
export const engineFolder = 'pagefind';

/** Folder of a language's Pagefind index: merged into the engine's, so it needs no engine. */
export function indexFolder(language: string): string {
	return `${engineFolder}/${language}`;
}

/** Folder of a language's page texts and tables. */
export function textFolder(language: string): string {
	return `search-text/${language}`;
}

export const fileNames = {
	manifest: 'manifest.json',
	/** `PageEntry[]`, when the manifest does not hold them. */
	pages: 'pages.json',
	terms: 'terms.json',
	/**
	 * Distinct Latin words and numbers of the index, joined by spaces: one JSON string. English words
	 * that are put together show where: `fine-tuning`, `chat·gpt`.
	 */
	words: 'words.json',
	/** `IndexChunks`. */
	chunks: 'chunks.json',
} as const;

/** Tells in the table of words how the parts of an entry are joined. */
export const jointSign = /[-·]/gu;

/**
 * Compressed size of all page texts, in bytes, up to which they are all read and scanned.
 *
 * Measured on this report's text: Pagefind needs about 107 kB of script, WASM and index before its
 * first answer, the texts of all pages a third of that, and the scan takes under a millisecond.
 * Where both give the same answer, fewer bytes win. Above the limit Pagefind finds the candidate
 * pages and only their texts are read; the code that finds, ranks and marks is the same, and a
 * test holds both ways to the same answers (`?engine=pagefind`, `?engine=scan`).
 */
export const scanLimitBytes = 200_000;

/** A page and the file that holds its text. */
export interface PageEntry {
	/** Pagefind's id of the page, and the name of the text file without `.json`. */
	file: string;
	/** Root-relative path without the base. */
	path: string;
}

/** What the browser must know before it can trust the rest. */
export interface Manifest {
	/** Changes whenever any file of this language's index does. */
	version: string;
	pageCount: number;
	/** Compressed size of all page texts. */
	textBytes: number;
	/** In reading order; left out above `scanLimitBytes`, then in `pages.json`. */
	pages?: PageEntry[];
}

/**
 * The files of Pagefind's index. Pagefind answers "no hits" without an error when such a file is
 * missing, cut or from another build; with this list the browser can look.
 */
export interface IndexChunks {
	/** What all their names begin with; see `chunkFile`. */
	name: string;
	/** First token in each, and its size in bytes as it must arrive; in order of code points. */
	chunks: [from: string, bytes: number][];
}

/** Name, without folder and ending, of one file of Pagefind's index. */
export function chunkFile(name: string, at: number): string {
	return `${name}-${at.toString(36)}`;
}

/**
 * The one token of the engine's own index. No text folds to it (NFKC makes it hh), so it is in no
 * answer.
 */
export const probeToken = 'ʰʰ';
