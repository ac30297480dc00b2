import { createHash } from 'node:crypto';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';
import { chunkFile, probeToken, type IndexChunks } from './index-files.ts';
import { contentOf, fileOf, type MetadataChunk } from './pagefind-metadata.ts';
import { zoneSize } from './places.ts';

/**
 * What decides the size of a file. Each file adds `entry` bytes to the metadata, which every search
 * reads; a usual query reads `read` files, `compression` of their size. So of S bytes in files of s,
 * a search reads entry × S / s + read × compression × s: least where both are equal.
 */
const cost = { entry: 10, read: 3, compression: 0.5 } as const;
/** Smallest file before compression, in bytes; below, the request itself costs more. */
const fileMinimumBytes = 4000;

type Page = [delta: number, positions: number[], inMetadata: number[]];
type Word = [word: string, pages: Page[], variants: [form: string, pages: Page[]][]];

/** Pagefind's mark that the positions behind it have the usual weight, and count from 0 again. */
const restart = -26;

/** An index in small files, with the lists of them for Pagefind's metadata and for the browser. */
export interface RepackedIndex {
	/** By name without folder and ending. */
	files: Map<string, Uint8Array>;
	listed: MetadataChunk[];
	chunks: IndexChunks;
}

/** Absolute positions of Pagefind's list, in which negative numbers set a weight. */
function positionsOf(list: readonly number[]): number[] {
	let last = 0;
	return list.flatMap((step) => {
		last = step < 0 ? 0 : last + step;
		return step < 0 ? [] : [last];
	});
}

/**
 * Places as Pagefind lists positions, the best zone first: it answers with the first one that fits.
 * Where a zone ends, counting begins anew, which also keeps the numbers small.
 */
function listOf(places: readonly number[]): number[] {
	const zoneOf = (place: number) => Math.floor(place / zoneSize);
	const sorted = [...new Set(places)].sort((a, b) => zoneOf(b) - zoneOf(a) || a - b);
	return sorted.flatMap((place, at) => {
		const before = sorted[at - 1];
		if (before === undefined) return [place];
		return zoneOf(before) === zoneOf(place) ? [place - before] : [restart, place];
	});
}

/**
 * Packs an index built by Pagefind anew, so that a query reads less of it:
 *
 * - in smaller files: Pagefind's hold about 25 kB each, of which a phrase needs a few lines;
 * - with our places (`places.ts`) instead of the running number of a word on its page, without the
 *   weights, which quoted phrases do not use.
 *
 * `chunks` are the contents of Pagefind's index files in order, `places` the place of each token of
 * each page as Pagefind numbers them. Throws when the index holds a word that we did not give it.
 */
export function repackIndex(
	chunks: readonly Uint8Array[],
	places: readonly (readonly number[])[],
): RepackedIndex {
	const pagesOf = (pages: readonly Page[]): Cbor[] => {
		let number = 0;
		return pages.map(([delta, positions, inMetadata = []]) => {
			number += delta;
			const ours = positionsOf(positions).map((position) => places[number]?.[position]);
			if (inMetadata.length > 0 || ours.includes(undefined)) {
				throw new Error(`Pagefind's index counts the words of page ${number} in another way`);
			}
			return [delta, listOf(ours as number[])];
		});
	};
	const words = chunks.flatMap((chunk) => {
		const [entries] = decodeCbor(contentOf(chunk)) as unknown as [Word[]];
		return entries.map(([word, pages, variants]) => ({
			word,
			bytes: encodeCbor(
				variants.length === 0
					? [word, pagesOf(pages)]
					: [word, pagesOf(pages), variants.map(([form, its]) => [form, pagesOf(its)])],
			),
		}));
	});
	const total = words.reduce((sum, { bytes }) => sum + bytes.length, 0);
	const cheapest = Math.sqrt((cost.entry * total) / (cost.read * cost.compression));
	return filesOf(words, Math.max(fileMinimumBytes, cheapest));
}

interface PackedWord {
	word: string;
	bytes: Uint8Array;
}

function filesOf(words: readonly PackedWord[], limit: number): RepackedIndex {
	const groups: PackedWord[][] = [];
	let size = Infinity;
	let before = '';
	for (const packed of words) {
		// The probe is asked of every index and is in none: no file should seem to hold it.
		const passesProbe = before < probeToken && packed.word > probeToken;
		if (size >= limit || passesProbe) {
			groups.push([]);
			size = 0;
		}
		groups.at(-1)!.push(packed);
		size += packed.bytes.length;
		before = packed.word;
	}
	const contents = groups.map((group) => {
		// An array of one: the array of words, whose head is written for us by an empty one.
		const heads = encodeCbor([group.map(() => 0)]).subarray(0, -group.length);
		return fileOf(Buffer.concat([heads, ...group.map(({ bytes }) => bytes)]));
	});
	const digest = createHash('sha256');
	for (const content of contents) digest.update(content);
	// One digest for all: what many names have in common costs the metadata nothing.
	const name = `unknown_${digest.digest('hex').slice(0, 8)}`;
	const files = contents.map((content, at) => [chunkFile(name, at), content] as const);
	const first = groups.map((group) => group[0]!.word);
	// Names of words that repeat cost next to nothing, so a file says that it ends where the next
	// begins. Who asks for the word between gets both; the probe still is in none.
	const endOf = (at: number) => {
		const next = first[at + 1];
		const isBeside = next !== undefined && first[at]! < probeToken === next < probeToken;
		return isBeside ? next : groups[at]!.at(-1)!.word;
	};
	return {
		files: new Map(files),
		listed: first.map((from, at) => ({ from, to: endOf(at), file: chunkFile(name, at) })),
		chunks: { name, chunks: first.map((from, at) => [from, contents[at]!.length]) },
	};
}
