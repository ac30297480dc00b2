import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blockElementsOf } from '../../src/lib/blocks.ts';
import {
	chunkFile,
	fileNames,
	indexFolder,
	type IndexChunks,
	type Manifest,
} from '../../src/search/index-files.ts';
import { normalise } from '../../src/search/normalise.ts';
import { filesBelow } from '../../src/stages/built-site.ts';
import { builtSite, dist } from './dist.ts';
import { builtTexts, searchFile } from './search-texts.ts';

const { pages } = await builtSite();
const texts = await builtTexts();

test('every page of the edition is indexed', () => {
	const paths = pages.filter(({ language }) => language === 'zh').map(({ path }) => path);
	expect(texts.map(({ path }) => path).sort()).toEqual(paths.sort());
});

test('all that readers see is in the texts', () => {
	const unseen: string[] = [];
	for (const { path, document } of pages.filter(({ language }) => language === 'zh')) {
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

test('navigation is not in the texts', () => {
	for (const { path, article } of pages.filter(({ language }) => language === 'zh')) {
		const inNav = blockElementsOf(article).filter((element) => element.closest('nav'));
		expect(inNav.length, path).toBe(0);
	}
});

test('each block leads to an element of its page', () => {
	const lost = texts.flatMap(({ path, blocks }) => {
		const { document } = pages.find((page) => page.path === path)!;
		return blocks.filter(({ id }) => !document.getElementById(id)).map(({ id }) => path + id);
	});
	expect(lost).toEqual([]);
});

test('the index holds its files whole, and no text twice', async () => {
	const { name, chunks } = await searchFile<IndexChunks>(fileNames.chunks);
	expect(chunks.length).toBeGreaterThan(0);
	for (const [at, [, bytes]] of chunks.entries()) {
		const path = join(dist, indexFolder('zh'), 'index', `${chunkFile(name, at)}.pf_index`);
		expect((await stat(path)).size).toBe(bytes);
	}
	expect(await filesBelow(join(dist, 'pagefind'), '.pf_fragment')).toEqual([]);
	const manifest = await searchFile<Manifest>(fileNames.manifest);
	expect(manifest.pageCount).toBe(texts.length);
});
