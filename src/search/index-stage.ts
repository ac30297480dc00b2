import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { readReport } from '../content/readers.ts';
import { languages, type Language } from '../base/languages.ts';
import { homeSlug } from '../base/urls.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import {
	engineFolder,
	fileNames,
	indexFolder,
	jointSign,
	scanLimitBytes,
	textFolder,
	type Manifest,
	type PageEntry,
} from './index-files.ts';
import { foldWithMap, normalise } from './normalise.ts';
import { buildPagefindEngine, buildPagefindIndex, closePagefind } from './pagefind-bundle.ts';
import { packPageText } from './packed-text.ts';
import { pageTextOf, type PageText } from './page-text.ts';
import { placesOf } from './places.ts';
import { termsTable } from './terms-table.ts';
import { indexTokens } from './tokenizer.ts';
import { compoundsOf, spellingOf, wordsOf } from './words.ts';

/** Size a text has on the wire; a middle quality, as servers that compress on the fly use. */
function compressedBytes(text: string): number {
	const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
	return brotliCompressSync(text, { params }).length;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/**
 * Pages in the order in which a reader meets them: the report's sections, then the home page,
 * which says in brief what they say.
 */
function inReadingOrder(pages: readonly BuiltPage[], sections: readonly string[]): BuiltPage[] {
	const order = [...sections, homeSlug];
	const placeOf = ({ slug }: BuiltPage) =>
		(order.indexOf(slug) + order.length + 1) % (order.length + 1);
	return [...pages].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Tokens of a page, and the place of each. */
export function pageTokens({ blocks }: PageText): { tokens: string[]; places: number[] } {
	const ofBlocks = blocks.map(({ kind, text }) => {
		const tokens = indexTokens(normalise(text));
		return { tokens, places: placesOf(kind, tokens.length) };
	});
	return {
		tokens: ofBlocks.flatMap(({ tokens }) => tokens),
		places: ofBlocks.flatMap(({ places }) => places),
	};
}

/** Distinct tokens that are words or numbers, so that a cut word can be made whole. */
function latinWords(tokens: readonly string[]): string[] {
	const isHan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}ー]/u;
	const isWord = /^(\p{L}+|\p{N}+)$/u;
	return [...new Set(tokens)].filter((token) => isWord.test(token) && !isHan.test(token)).sort();
}

/** The same for English, with the joints of words put together: `fine-tuning`, `chat·gpt`. */
function englishWords(pages: readonly PageText[], tokens: readonly string[]): string[] {
	const spellings = pages.flatMap(({ blocks }) =>
		blocks.flatMap(({ text }) => compoundsOf(wordsOf(foldWithMap(text), text)).map(spellingOf)),
	);
	const joined = new Set(spellings.map((spelling) => spelling.replace(jointSign, '')));
	// What is no word, such as the `s` of a possessive, stays a token of the index.
	const others = latinWords(tokens).filter((token) => !joined.has(token));
	const isWord = (spelling: string) => /^[\p{L}\p{N}]/u.test(spelling) && !spelling.includes('.');
	return [...new Set([...spellings.filter(isWord), ...others])].sort();
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
	await mkdir(dirname(file), { recursive: true });
	await writeFile(file, content);
}

/** Writes everything the search of one language needs into a built folder. */
export async function writeLanguageIndex(
	root: string,
	language: Language,
	pages: readonly PageText[],
): Promise<void> {
	const indexRoot = join(root, indexFolder(language));
	const textRoot = join(root, textFolder(language));
	const texts = pages.map(packPageText);
	const tokens = pages.map(pageTokens);
	// The key carries the text's digest, so Pagefind's id, the file's name, changes with the text.
	const keys = pages.map(({ path }, at) => `${path}?${digestOf(texts[at]!)}`);
	const { files, idByKey, chunks } = await buildPagefindIndex(
		keys.map((key, at) => ({ key, ...tokens[at]! })),
	);
	for (const [path, content] of files) await write(join(indexRoot, path), content);

	const entries: PageEntry[] = [];
	let textBytes = 0;
	for (const [at, { path }] of pages.entries()) {
		const file = idByKey.get(keys[at]!)!;
		entries.push({ file, path });
		textBytes += compressedBytes(texts[at]!);
		await write(join(textRoot, `${file}.json`), texts[at]!);
	}
	const allTokens = tokens.flatMap(({ tokens }) => tokens);
	const words = language === 'en' ? englishWords(pages, allTokens) : latinWords(allTokens);
	const tables = {
		[fileNames.pages]: JSON.stringify(entries),
		[fileNames.terms]: JSON.stringify(termsTable(pages)),
		[fileNames.words]: JSON.stringify(words.join(' ')),
		[fileNames.chunks]: JSON.stringify(chunks),
	};
	for (const [name, content] of Object.entries(tables)) {
		await write(join(textRoot, name), content);
	}
	const manifest: Manifest = {
		version: digestOf(Object.values(tables).join('\n')),
		pageCount: pages.length,
		textBytes,
		...(textBytes <= scanLimitBytes && { pages: entries }),
	};
	await write(join(textRoot, fileNames.manifest), JSON.stringify(manifest));
}

async function writeIndex(site: BuiltSite): Promise<void> {
	const sections = readReport().sections;
	for (const language of languages) {
		const pages = site.pages.filter((page) => page.language === language);
		if (pages.length === 0) continue;
		const texts = inReadingOrder(pages, sections).map(({ article, path }, order) =>
			pageTextOf(article, { path, language, order }),
		);
		await writeLanguageIndex(site.root, language, texts);
	}
	await writeEngine(site.root);
	await closePagefind();
}

/** Writes Pagefind's engine, which all languages share. */
export async function writeEngine(root: string): Promise<void> {
	for (const [path, content] of await buildPagefindEngine()) {
		await write(join(root, engineFolder, path), content);
	}
}

/** Writes the search index from the built pages: Pagefind's, and the texts the browser reads. */
export const searchStage: Stage = { name: 'search', run: writeIndex };
