/**
 * A short digest by which two wordings of a text can be compared without keeping either: MinHash
 * (Broder 1997) over Han bigrams and Latin words, the lowest byte of each minimum kept (b-bit
 * minwise hashing, Li and König 2010). Two digests share about as many bytes as the texts share
 * pieces.
 */

/** Hash functions, one byte each: similarity is told to within about ±0.09. */
const size = 32;

/** Pieces of a text that survive changes of punctuation, width and case. */
export function piecesOf(text: string): Set<string> {
	const runs =
		text
			.normalize('NFKC')
			.toLowerCase()
			.match(/\p{Script=Han}+|[\p{L}\p{N}.]+/gu) ?? [];
	return new Set(
		runs.flatMap((run) => {
			if (!/\p{Script=Han}/u.test(run)) return [run];
			const characters = [...run];
			if (characters.length === 1) return characters;
			return characters.slice(1).map((character, at) => characters[at]! + character);
		}),
	);
}

/** 32-bit FNV-1a with a final mix, so that nearby seeds give unrelated orders. */
function hashOf(text: string, seed: number): number {
	let hash = (0x811c9dc5 ^ Math.imul(seed + 1, 0x9e3779b1)) >>> 0;
	for (let at = 0; at < text.length; at += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (hash ^ (hash >>> 16)) >>> 0;
}

/** Digest of a set of pieces: 32 bytes as base64url, `''` for the empty set. */
export function fingerprintOf(pieces: ReadonlySet<string>): string {
	if (pieces.size === 0) return '';
	const minima = Array.from({ length: size }, (_, seed) => {
		let least = 0xffffffff;
		for (const piece of pieces) least = Math.min(least, hashOf(piece, seed));
		return least & 0xff;
	});
	return Buffer.from(minima).toString('base64url');
}

/** Estimated share of pieces two digests have in common, 0 to 1. Two empty sets are alike. */
export function similarityOf(one: string, other: string): number {
	if (one === other) return 1;
	if (!one || !other) return 0;
	const [a, b] = [Buffer.from(one, 'base64url'), Buffer.from(other, 'base64url')];
	return a.reduce((shared, byte, at) => shared + (byte === b[at] ? 1 : 0), 0) / size;
}
