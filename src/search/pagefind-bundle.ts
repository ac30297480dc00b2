import { basename } from 'node:path';
import { close, createIndex } from 'pagefind';
import { probeToken, type IndexChunk } from './index-files.ts';
import { readFragmentUrl, readMetadata } from './pagefind-metadata.ts';

/** Pagefind neither stems nor segments this language, so our tokens arrive as they are. */
const language = 'unknown';

/** A page's tokens in order, under a key of our own. */
export interface PagefindRecord {
	key: string;
	tokens: string[];
}

/** A built index, not yet on disk. */
export interface PagefindBundle {
	/** Files to write, by path in the bundle. */
	files: Map<string, Uint8Array>;
	/** Pagefind's id of each record, by our key: what its search gives back. */
	idByKey: Map<string, string>;
	chunks: IndexChunk[];
}

async function built(records: readonly PagefindRecord[]) {
	const { index, errors } = await createIndex({ forceLanguage: language });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	for (const { key, tokens } of records) {
		const { errors } = await index.addCustomRecord({
			url: key,
			content: tokens.join(' '),
			language,
		});
		if (errors.length > 0) throw new Error(`Pagefind refused ${key}: ${errors.join('; ')}`);
	}
	const { files, errors: failures } = await index.getFiles();
	if (failures.length > 0) throw new Error(`Pagefind wrote no index: ${failures.join('; ')}`);
	await index.deleteIndex();
	return files;
}

/**
 * Pagefind's index of some pages. Its fragments, which hold each page's text a second time, are
 * left out: excerpts and marks come from our page texts.
 */
export async function buildPagefindIndex(
	records: readonly PagefindRecord[],
): Promise<PagefindBundle> {
	const files = new Map<string, Uint8Array>();
	const idByKey = new Map<string, string>();
	let chunks: IndexChunk[] = [];
	for (const { path, content } of await built(records)) {
		if (path.endsWith('.pf_fragment')) {
			idByKey.set(readFragmentUrl(content), basename(path, '.pf_fragment'));
		} else if (/(\.pf_meta|\.pf_index|-entry\.json)$/.test(path)) files.set(path, content);
		if (path.endsWith('.pf_meta')) {
			chunks = readMetadata(content).chunks.map((chunk) => ({ ...chunk, bytes: 0 }));
		}
	}
	for (const chunk of chunks) {
		chunk.bytes = files.get(`index/${chunk.file}.pf_index`)?.length ?? 0;
		if (chunk.bytes === 0) throw new Error(`Pagefind's index lacks its file ${chunk.file}`);
	}
	for (const { key } of records) {
		if (!idByKey.has(key)) throw new Error(`Pagefind's index lacks the page ${key}`);
	}
	return { files, idByKey, chunks };
}

/**
 * Pagefind's engine. Its first index decides in which language a query is cut, and takes that from
 * `<html lang>`: in a Chinese page the browser's segmenter would cut our pairs again. Therefore
 * the first index is one of a single page, and the real ones are merged into it as `unknown`.
 */
export async function buildPagefindEngine(): Promise<Map<string, Uint8Array>> {
	const needed = /^(pagefind\.js|pagefind-worker\.js|wasm\.|pagefind-entry|.*\.pf_(meta|index)$)/;
	const files = await built([{ key: '/', tokens: [probeToken] }]);
	return new Map(
		files.filter(({ path }) => needed.test(path)).map(({ path, content }) => [path, content]),
	);
}

/** Ends Pagefind's process. */
export async function closePagefind(): Promise<void> {
	await close();
}
