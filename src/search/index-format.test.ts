import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { decodeCbor, encodeCbor, type Cbor } from './cbor.ts';
import { chunkFile, probeToken } from './index-files.ts';
import { pageTokens } from './index-stage.ts';
import { searchable, searchableInSlices } from './match.ts';
import { packPageText, unpackPageText } from './packed-text.ts';
import type { PageText } from './page-text.ts';
import { buildPagefindIndex, closePagefind } from './pagefind-bundle.ts';
import { contentOf, readMetadata } from './pagefind-metadata.ts';
import { tierOfPlace, zoneSize } from './places.ts';

function pageOf(at: number): PageText {
	return {
		path: `/page-${at}/`,
		title: `训练 ${at}`,
		language: 'zh',
		order: at,
		blocks: [
			{ id: 'top', kind: 'title', text: `训练 ${at}`, under: -1 },
			{ id: 'p1', kind: 'paragraph', text: 'GPT-3 的奖励模型先做比较，再做训练。', under: -1 },
			{ id: 'k1', kind: 'key-point', text: '奖励模型居中，RLHF 由此得名。', under: -1 },
			{ id: 'h1', kind: 'heading', text: '奖励模型', under: -1 },
			{ id: 'p2', kind: 'row', text: at % 2 ? '奖励模型' : '训练', under: 3 },
		],
	};
}
const pages = Array.from({ length: 40 }, (_, at) => pageOf(at));

describe('a page text', () => {
	test('is read from its file as it was written', () => {
		for (const page of pages) expect(unpackPageText(JSON.parse(packPageText(page)))).toEqual(page);
	});
	test('is folded in slices as it is at once', async () => {
		const [page] = pages as [PageText];
		const long = { ...page, blocks: Array.from({ length: 2000 }, () => ({ ...page.blocks[1]! })) };
		const sliced = (await searchableInSlices(long)).folded;
		expect(sliced).toEqual(searchable(structuredClone(long)).folded);
	});
	test('is refused when a part of it is missing', () => {
		const whole = JSON.parse(packPageText(pages[0]!)) as Record<string, unknown>;
		for (const name of ['path', 'title', 'ids', 'kinds', 'under', 'texts']) {
			expect(() => unpackPageText({ ...whole, [name]: undefined }), name).toThrow(
				'the text of a page',
			);
		}
		expect(() => unpackPageText({ ...whole, texts: ['训练'] })).toThrow('the text of a page');
		expect(() => unpackPageText(null)).toThrow('the text of a page');
	});
});

test('CBOR is read as it was written', () => {
	const { value } = fc.letrec<{ value: Cbor }>((tie) => ({
		value: fc.oneof(
			fc.integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }),
			fc.string({ unit: 'grapheme' }),
			fc.array(tie('value'), { maxLength: 30 }),
		),
	}));
	fc.assert(
		fc.property(value, (given) => {
			expect(decodeCbor(encodeCbor(given))).toEqual(given);
		}),
	);
});

describe('the packed index', async () => {
	const records = pages.map((page) => ({ key: page.path, ...pageTokens(page) }));
	const { files, idByKey, chunks } = await buildPagefindIndex(records);
	afterAll(closePagefind);
	const metadataPath = [...files.keys()].find((path) => path.endsWith('.pf_meta'))!;
	const metadata = readMetadata(files.get(metadataPath)!);
	const fileOf = (at: number) => files.get(`index/${chunkFile(chunks.name, at)}.pf_index`)!;

	/** Places of a word by page id, in the order of the file. */
	const places = new Map<string, Map<string, number[]>>();
	for (const at of metadata.chunks.keys()) {
		const [words] = decodeCbor(contentOf(fileOf(at))) as [[string, [number, number[]][]][]];
		for (const [word] of words) {
			const taken = [...metadata.chunks.entries()].filter(
				([, { from, to }]) => from <= word && word <= to,
			);
			// The first word of a file also ends the one before.
			const also = word === words[0]![0] && at > 0 ? [at - 1] : [];
			expect([[at], [...also, at]], word).toContainEqual(taken.map(([file]) => file));
		}
		for (const [word, entries] of words) {
			const byPage = new Map<string, number[]>();
			let page = 0;
			for (const [delta, list] of entries) {
				page += delta;
				let last = 0;
				const absolute = list.flatMap((step) => {
					last = step < 0 ? 0 : last + step;
					return step < 0 ? [] : [last];
				});
				byPage.set(metadata.pages[page]!, absolute);
			}
			places.set(word, byPage);
		}
	}

	test('holds every token of every page at its place, and nothing else', () => {
		let held = 0;
		for (const { key, tokens, places: wanted } of records) {
			for (const [at, token] of tokens.entries()) {
				expect(places.get(token)?.get(idByKey.get(key)!)).toContain(wanted[at]);
				held++;
			}
		}
		expect(held).toBeGreaterThan(1000);
		const known = new Set(records.flatMap(({ tokens }) => tokens));
		expect([...places.keys()].filter((word) => !known.has(word))).toEqual([]);
	});

	test('names the place in a heading first, then the key point, then the text', () => {
		const id = idByKey.get('/page-0/')!;
		const tiers = places.get('奖励')!.get(id)!.map(tierOfPlace);
		expect(tiers).toEqual([0, 1, 2]);
		expect(
			places
				.get('奖励')!
				.get(id)!
				.every((place) => place % zoneSize < 20),
		).toBe(true);
	});

	test('lists its files in order with their sizes, and none that seems to hold the probe', () => {
		expect(metadata.chunks.map(({ file }) => file)).toEqual(
			chunks.chunks.map((_, at) => chunkFile(chunks.name, at)),
		);
		for (const [at, [from, bytes]] of chunks.chunks.entries()) {
			expect(fileOf(at).length).toBe(bytes);
			expect(metadata.chunks[at]!.from).toBe(from);
		}
		for (const { from, to } of metadata.chunks) {
			expect(from < probeToken && to > probeToken, `${from} to ${to}`).toBe(false);
		}
		expect(metadata.chunks.length).toBeGreaterThan(1);
	});
});
