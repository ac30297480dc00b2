import { cpSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { close, createIndex, type CustomRecord } from 'pagefind';
import type { BuiltPage, BuiltSite, Stage } from '../../base/built-site.ts';
import { fromCache, sourceHash } from '../../base/cache.ts';
import { defaultLanguage, languages } from '../../base/languages.ts';
import { readConcordance } from '../../content/readers.ts';
import { grammars } from '../grammars.ts';
import { bundleFolder, tableFiles, type StoredRecord, type WordTable } from '../hit.ts';
import { wholeOnly } from '../text.ts';
import { recordsOf, type SearchRecord } from './records.ts';

/** Whether this site loads a file: not Pagefind's own interfaces and its worker. */
const isUsed = (file: string) =>
	!/^pagefind-(?:highlight|worker|ui|modular-ui|component-ui)\./.test(basename(file));

/** Places of words after which Pagefind begins a new file of the index: some 30 kB. */
const filePlaces = 20_000;
/** Words after which this site begins one, each counted once a record: some 7 kB. */
const fileWords = 1500;

/**
 * Words of ours at which the files of the index end: one record that has each of them often enough.
 * A query then fetches a quarter of the bytes, and a file is known to be missing by its last word.
 * An end sorts between words: it is the beginning of one, and a vowel that the codes do not use.
 */
export function fileEnds(records: readonly SearchRecord[]): string[] {
	const counts = new Map<string, number>();
	for (const { tokens } of records) {
		for (const word of new Set(tokens)) counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const words = [...counts.keys()].sort();
	const ends: string[] = [];
	let passed = 0;
	for (const word of words) {
		// All pairs of a character stay in one file, so that one can be asked for by its beginning.
		const end = `${word.slice(0, word.startsWith(wholeOnly) ? 7 : 3)}a`;
		const isFree = () => end > (ends.at(-1) ?? '') && !words.some((one) => one.startsWith(end));
		if (passed >= fileWords && isFree()) {
			ends.push(end);
			passed = 0;
		}
		passed += counts.get(word)!;
	}
	return [...ends, 'zzzzzzzzza'];
}

/** Has Pagefind write its files for some records into a folder. */
async function writeFiles(folder: string, given: readonly CustomRecord[]): Promise<void> {
	const { index, errors: refused } = await createIndex({ forceLanguage: given[0]!.language });
	if (!index) throw new Error(`Pagefind did not start: ${refused.join('; ')}`);
	for (const record of given) {
		const { errors } = await index.addCustomRecord(record);
		if (errors.length > 0) throw new Error(`Pagefind refused ${record.url}: ${errors.join('; ')}`);
	}
	const { errors } = await index.writeFiles({ outputPath: folder });
	if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
	await index.deleteIndex();
}

/** Writes Pagefind's bundle of an edition into a folder. `pages`: all pages, the edition's first. */
export async function writeBundle(
	folder: string,
	records: readonly SearchRecord[],
	pages: readonly BuiltPage[],
): Promise<void> {
	const { pagefindLanguage, wordsOf } = grammars[pages[0]!.language];
	const given = records.map((record, order): CustomRecord => {
		const { path: url, tokens, part, chapter, section, text, trail, kind, claims } = record;
		const stored = JSON.stringify({ text, trail, kind, claims } satisfies StoredRecord);
		const filters = { part: [part], chapter: [chapter], section: [section], record: [stored] };
		const sort = { order: String(order) };
		return { url, content: tokens.join(' '), language: pagefindLanguage, filters, sort };
	});
	const ends = fileEnds(records);
	const content = ends.map((end) => `${end} `.repeat(filePlaces)).join('');
	given.push({ url: '/', content, language: pagefindLanguage });
	await writeFiles(folder, given);
	const words: WordTable = {
		words: [...new Set(records.flatMap(({ text }) => wordsOf(text)))].sort().join(' '),
		ends: ends.join(' '),
		chapters: records.filter(({ place }) => place === 'chapter').length,
	};
	const { namesFor } = await import('./names.ts');
	writeFileSync(join(folder, tableFiles.words), JSON.stringify(words));
	writeFileSync(join(folder, tableFiles.names), JSON.stringify(namesFor(records, pages)));
}

async function writeIndex({ root, pages }: BuiltSite): Promise<void> {
	const source = sourceHash();
	for (const language of languages) {
		const ours = pages.filter((page) => page.language === language);
		const all = [...new Set([...ours, ...pages])];
		// The report, and so its concordance, is in the default language.
		const concordance = language === defaultLanguage ? readConcordance() : {};
		const from = [source, all.map(({ article }) => article.outerHTML)];
		const files = await fromCache(`pagefind/${language}`, from, (folder) =>
			writeBundle(folder, recordsOf(ours, concordance), all),
		);
		cpSync(files, join(root, bundleFolder(language)), { recursive: true, filter: isUsed });
	}
	await close();
}

/** Writes Pagefind's bundle of each edition from the built pages, a record a block. */
export const searchStage: Stage = { name: 'search', run: writeIndex };
