import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blockElementsOf } from '../../src/base/blocks.ts';
import { languages } from '../../src/base/languages.ts';
import {
	chunkFile,
	fileNames,
	indexFolder,
	jointSign,
	type IndexChunks,
	type Manifest,
} from '../../src/search/index-files.ts';
import { pageTokens } from '../../src/search/index-stage.ts';
import { normalise } from '../../src/search/normalise.ts';

import { filesBelow } from '../../src/base/built-site.ts';
import { builtSite, dist } from './dist.ts';
import { builtTexts, searchFile } from './search-texts.ts';

const { pages: allPages } = await builtSite();

describe.each(languages)('the index of the %s edition', async (language) => {
	const pages = allPages.filter((page) => page.language === language);
	const texts = await builtTexts(language);

	test('has every page', () => {
		expect(pages.length).toBeGreaterThan(6);
		expect(texts.map(({ path }) => path).sort()).toEqual(pages.map(({ path }) => path).sort());
		expect(new Set(texts.map((text) => text.language))).toEqual(new Set([language]));
	});

	test('has all that readers see', () => {
		const unseen: string[] = [];
		for (const { path, document } of pages) {
			const known = texts.find((text) => text.path === path)!.blocks;
			const all = known.map(({ text }) => normalise(text)).join('\n');
			const walker = document.createTreeWalker(document.querySelector('article .prose')!, 4);
			const hidden = '.permalink, .locator, nav, button, script, style, [data-search-ignore]';
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const text = normalise(node.nodeValue ?? '');
				if (text && !node.parentElement!.closest(hidden) && !all.includes(text)) {
					unseen.push(`${path}: ${text.slice(0, 40)}`);
				}
			}
		}
		expect(unseen).toEqual([]);
	});

	test('has no navigation', () => {
		for (const { path, article } of pages) {
			const inNav = blockElementsOf(article).filter((element) => element.closest('nav'));
			expect(inNav.length, path).toBe(0);
		}
	});

	test('leads with each block to an element of its page', () => {
		const lost = texts.flatMap(({ path, blocks }) => {
			const { document } = pages.find((page) => page.path === path)!;
			return blocks.filter(({ id }) => !document.getElementById(id)).map(({ id }) => path + id);
		});
		expect(lost).toEqual([]);
	});

	test('holds its files whole, and no text twice', async () => {
		const { name, chunks } = await searchFile<IndexChunks>(fileNames.chunks, language);
		expect(chunks.length).toBeGreaterThan(0);
		for (const [at, [, bytes]] of chunks.entries()) {
			const path = join(dist, indexFolder(language), 'index', `${chunkFile(name, at)}.pf_index`);
			expect((await stat(path)).size).toBe(bytes);
		}
		expect(await filesBelow(join(dist, 'pagefind'), '.pf_fragment')).toEqual([]);
		const manifest = await searchFile<Manifest>(fileNames.manifest, language);
		expect(manifest.pageCount).toBe(texts.length);
	});

	test('tells in its table of words every token that is no Han', async () => {
		const table = (await searchFile<string>(fileNames.words, language)).split(' ');
		const known = new Set(table.map((spelling) => spelling.replace(jointSign, '')));
		const isWord = /^(?:(?!\p{Script=Han})\p{L}+|\p{N}+)$/u;
		const tokens = texts
			.flatMap((page) => pageTokens(page).tokens)
			.filter((token) => isWord.test(token) && !/\p{Script=Han}/u.test(token));
		expect(tokens.length).toBeGreaterThan(500);
		expect([...new Set(tokens)].filter((token) => !known.has(token))).toEqual([]);
		expect(table.includes('fine-tuning')).toBe(language === 'en');
	});
});
