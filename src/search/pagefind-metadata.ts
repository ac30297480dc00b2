import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';

/** First bytes of everything Pagefind compresses. */
const signature = 'pagefind_dcd';

/** What we need of Pagefind's metadata file. */
export interface PagefindMetadata {
	/** Pagefind's ids of the pages, in the order in which the index numbers them. */
	pages: string[];
	/** Files of the index, in order, and between which words each one's are. */
	chunks: MetadataChunk[];
}

/** A file of the index. Words between `from` and `to`, in order of code points, are in it. */
export interface MetadataChunk {
	from: string;
	to: string;
	/** Name without folder and ending. */
	file: string;
}

/** Takes Pagefind's compression off. */
export function contentOf(file: Uint8Array): Uint8Array {
	const plain = gunzipSync(file);
	if (plain.subarray(0, signature.length).toString() !== signature) {
		throw new Error('A Pagefind file lacks its signature');
	}
	return plain.subarray(signature.length);
}

/** Compresses as Pagefind does, only harder. */
export function fileOf(content: Uint8Array): Uint8Array {
	return gzipSync(Buffer.concat([Buffer.from(signature), content]), { level: 9 });
}

type Metadata = [
	version: string,
	pages: [id: string, ...rest: Cbor[]][],
	chunks: [from: string, to: string, file: string][],
	...rest: Cbor[],
];

/** Reads a `pagefind.*.pf_meta` file. */
export function readMetadata(file: Uint8Array): PagefindMetadata {
	const [, pages, chunks] = decodeCbor(contentOf(file)) as Metadata;
	return {
		pages: pages.map(([id]) => id),
		chunks: chunks.map(([from, to, name]) => ({ from, to, file: name })),
	};
}

/**
 * The same file with other chunks. Numbers of words on a page go: they weigh results, which quoted
 * phrases do not ask for.
 */
export function withChunks(file: Uint8Array, chunks: readonly MetadataChunk[]): Uint8Array {
	const [version, pages, , ...rest] = decodeCbor(contentOf(file)) as Metadata;
	const unweighed = pages.map(([id, , ...more]) => [id, 1, ...more]);
	const listed = chunks.map(({ from, to, file: name }) => [from, to, name]);
	return fileOf(encodeCbor([version, unweighed, listed, ...rest]));
}

/** Reads the address of the page that a `.pf_fragment` file describes. */
export function readFragmentUrl(file: Uint8Array): string {
	return (JSON.parse(new TextDecoder().decode(contentOf(file))) as { url: string }).url;
}
