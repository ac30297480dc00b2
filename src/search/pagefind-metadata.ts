import { gunzipSync } from 'node:zlib';

/** First bytes of everything Pagefind compresses. */
const signature = 'pagefind_dcd';

/** What we need of Pagefind's metadata file. */
export interface PagefindMetadata {
	/** Files of the index and the first and last word in each. */
	chunks: { from: string; to: string; file: string }[];
}

type Value = number | string | Value[];

/**
 * Reads the CBOR subset that Pagefind 1.6 writes (arrays, text, unsigned numbers): RFC 8949 §3.
 * Throws on anything else, which means that Pagefind changed its format.
 */
function decode(bytes: Uint8Array): Value {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const argument = (info: number): number => {
		if (info < 24) return info;
		const size = 2 ** (info - 24);
		const from = at;
		at += size;
		if (size === 1) return view.getUint8(from);
		if (size === 2) return view.getUint16(from);
		if (size === 4) return view.getUint32(from);
		throw new Error(`Pagefind's metadata holds a number of an unknown size (${info})`);
	};
	const value = (): Value => {
		const head = view.getUint8(at++);
		const count = argument(head & 31);
		switch (head >> 5) {
			case 0:
				return count;
			case 3:
				at += count;
				return new TextDecoder().decode(bytes.subarray(at - count, at));
			case 4:
				return Array.from({ length: count }, value);
			default:
				throw new Error(`Pagefind's metadata holds CBOR of major type ${head >> 5}`);
		}
	};
	return value();
}

function contentOf(file: Uint8Array): Uint8Array {
	const plain = gunzipSync(file);
	if (plain.subarray(0, signature.length).toString() !== signature) {
		throw new Error('A Pagefind file lacks its signature');
	}
	return plain.subarray(signature.length);
}

/** Reads a `pagefind.*.pf_meta` file. */
export function readMetadata(file: Uint8Array): PagefindMetadata {
	const [, , chunks] = decode(contentOf(file)) as [string, Value[], [string, string, string][]];
	return { chunks: chunks.map(([from, to, name]) => ({ from, to, file: name })) };
}

/** Reads the address of the page that a `.pf_fragment` file describes. */
export function readFragmentUrl(file: Uint8Array): string {
	return (JSON.parse(new TextDecoder().decode(contentOf(file))) as { url: string }).url;
}
