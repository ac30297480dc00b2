/** What Pagefind's files are made of. */
export type Cbor = number | string | Cbor[];

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Reads the CBOR subset that Pagefind 1.6 writes (arrays, text, whole numbers): RFC 8949 §3.
 * Throws on anything else, which means that Pagefind changed its format.
 */
export function decodeCbor(bytes: Uint8Array): Cbor {
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
		throw new Error(`Pagefind's file holds a number of an unknown size (${info})`);
	};
	const value = (): Cbor => {
		const head = view.getUint8(at++);
		const count = argument(head & 31);
		switch (head >> 5) {
			case 0:
				return count;
			case 1:
				return -1 - count;
			case 3:
				at += count;
				return decoder.decode(bytes.subarray(at - count, at));
			case 4: {
				const list: Cbor[] = [];
				for (let item = 0; item < count; item++) list.push(value());
				return list;
			}
			default:
				throw new Error(`Pagefind's file holds CBOR of major type ${head >> 5}`);
		}
	};
	return value();
}

/** Writes the same subset, each number in the shortest form. */
export function encodeCbor(value: Cbor): Uint8Array {
	const bytes: number[] = [];
	const head = (type: number, count: number) => {
		const major = type << 5;
		if (count < 24) bytes.push(major | count);
		else if (count < 2 ** 8) bytes.push(major | 24, count);
		else if (count < 2 ** 16) bytes.push(major | 25, count >> 8, count & 255);
		else bytes.push(major | 26, count >>> 24, (count >> 16) & 255, (count >> 8) & 255, count & 255);
	};
	const write = (part: Cbor) => {
		if (typeof part === 'number') head(part < 0 ? 1 : 0, part < 0 ? -1 - part : part);
		else if (typeof part === 'string') {
			const text = encoder.encode(part);
			head(3, text.length);
			for (const byte of text) bytes.push(byte);
		} else {
			head(4, part.length);
			for (const item of part) write(item);
		}
	};
	write(value);
	return Uint8Array.from(bytes);
}
