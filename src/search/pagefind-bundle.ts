import { basename, join } from 'node:path';
import { build as bundle, transform } from 'esbuild';
import { close, createIndex } from 'pagefind';
import { probeToken, type IndexChunks } from './index-files.ts';
import { readFragmentUrl, readMetadata, withChunks } from './pagefind-metadata.ts';
import { repackIndex } from './pagefind-repack.ts';

/** Pagefind neither stems nor segments this language, so our tokens arrive as they are. */
const language = 'unknown';

/** A page's tokens in order, each with its place (`places.ts`), under a key of our own. */
export interface PagefindRecord {
	key: string;
	tokens: string[];
	places: number[];
}

/** A built index, not yet on disk. */
export interface PagefindBundle {
	/** Files to write, by path in the bundle. */
	files: Map<string, Uint8Array>;
	/** Pagefind's id of each record, by our key: what its search gives back. */
	idByKey: Map<string, string>;
	chunks: IndexChunks;
}

async function built(records: readonly Pick<PagefindRecord, 'key' | 'tokens'>[]) {
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
 * Pagefind's index of some pages, packed for fewer bytes a query. Its fragments, which hold each
 * page's text a second time, are left out: excerpts and marks come from our page texts.
 */
export async function buildPagefindIndex(
	records: readonly PagefindRecord[],
): Promise<PagefindBundle> {
	const idByKey = new Map<string, string>();
	const recordById = new Map<string, PagefindRecord>();
	const recordByKey = new Map(records.map((record) => [record.key, record]));
	const builtFiles = new Map<string, Uint8Array>();
	for (const { path, content } of await built(records)) {
		if (path.endsWith('.pf_fragment')) {
			const key = readFragmentUrl(content);
			const id = basename(path, '.pf_fragment');
			idByKey.set(key, id);
			recordById.set(id, recordByKey.get(key)!);
		} else if (/(\.pf_meta|\.pf_index|-entry\.json)$/.test(path)) builtFiles.set(path, content);
	}
	for (const { key } of records) {
		if (!idByKey.has(key)) throw new Error(`Pagefind's index lacks the page ${key}`);
	}

	const files = new Map([...builtFiles].filter(([path]) => !path.endsWith('.pf_index')));
	const metadataPath = [...files.keys()].find((path) => path.endsWith('.pf_meta'));
	if (!metadataPath) throw new Error("Pagefind's index lacks its metadata");
	const metadata = readMetadata(files.get(metadataPath)!);
	const packed = repackIndex(
		metadata.chunks.map(({ file }) => {
			const content = builtFiles.get(`index/${file}.pf_index`);
			if (!content) throw new Error(`Pagefind's index lacks its file ${file}`);
			return content;
		}),
		metadata.pages.map((id) => recordById.get(id)!.places),
	);
	files.set(metadataPath, withChunks(files.get(metadataPath)!, packed.listed));
	for (const [name, content] of packed.files) files.set(`index/${name}.pf_index`, content);
	return { files, idByKey, chunks: packed.chunks };
}

/**
 * Pagefind's engine, with our worker to run it in. Its first index decides in which language a query is cut, and takes that from
 * `<html lang>`: in a Chinese page the browser's segmenter would cut our pairs again. Therefore
 * the first index is one of a single page, and the real ones are merged into it as `unknown`.
 */
export async function buildPagefindEngine(): Promise<Map<string, Uint8Array>> {
	const needed = /^(pagefind\.js|wasm\.|pagefind-entry|.*\.pf_(meta|index)$)/;
	const files = await built([{ key: '/', tokens: [probeToken] }]);
	const worker = await bundle({
		entryPoints: [join(process.cwd(), 'src', 'search', 'pagefind-worker.ts')],
		bundle: true,
		minify: true,
		format: 'iife',
		write: false,
	});
	const engine = new Map(
		files
			.filter(({ path }) => needed.test(path))
			.map(({ path, content }): [string, Uint8Array] => [path, content]),
	);
	const { code } = await transform(Buffer.from(engine.get('pagefind.js')!), { minify: true });
	return engine
		.set('pagefind.js', Buffer.from(code))
		.set('pagefind-worker.js', worker.outputFiles[0]!.contents);
}

/** Ends Pagefind's process. */
export async function closePagefind(): Promise<void> {
	await close();
}
