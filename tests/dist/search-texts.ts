import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileNames, textFolder, type PageEntry } from '../../src/search/index-files.ts';
import { unpackPageText } from '../../src/search/packed-text.ts';
import type { PageText } from '../../src/search/page-text.ts';
import type { Language } from '../../src/base/languages.ts';
import { dist } from './dist.ts';

/** Reads a JSON file of the search index of one language. */
export async function searchFile<T>(name: string, language: Language = 'zh'): Promise<T> {
	return JSON.parse(await readFile(join(dist, textFolder(language), name), 'utf8')) as T;
}

/** All page texts of one language, in reading order. */
export async function builtTexts(language: Language = 'zh'): Promise<PageText[]> {
	const entries = await searchFile<PageEntry[]>(fileNames.pages, language);
	return Promise.all(
		entries.map(async ({ file }) => unpackPageText(await searchFile(`${file}.json`, language))),
	);
}
