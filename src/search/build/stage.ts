import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { BuiltPage, BuiltSite, Stage } from '../../base/built-site.ts';
import { languages, type Language } from '../../base/languages.ts';
import { homeSlug } from '../../base/urls.ts';
import { readConcordance } from '../../content/readers.ts';
import { readReport } from '../../content/readers.ts';
import { bundleFolder, filterNames, tableFiles } from '../hit.ts';
import { tablesFor } from './names.ts';
import { recordsOf, type SearchRecord } from './records.ts';

/** Pagefind's own interfaces and worker, which this site does not load. */
const unused = /^pagefind-(?:highlight|worker|ui|modular-ui|component-ui)\./;

/** Chapters in the order of the report, then the home page, then all others. */
export function inReadingOrder(pages: readonly BuiltPage[]): BuiltPage[] {
	const order = [...readReport().sections, homeSlug];
	const placeOf = ({ slug }: BuiltPage) => (order.includes(slug) ? order.indexOf(slug) : 99);
	return [...pages].sort((a, b) => placeOf(a) - placeOf(b));
}

async function startIndex(language: Language): Promise<PagefindIndex> {
	// Chinese is written in letters (`tokens.ts`), in no language Pagefind knows; English is stemmed.
	const forceLanguage = language === 'en' ? 'en' : 'unknown';
	const { index, errors } = await createIndex({ forceLanguage });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	return index;
}

/** Writes Pagefind's bundle for some records, and the other forms of their words beside it. */
export async function writeBundle(
	root: string,
	language: Language,
	records: readonly SearchRecord[],
): Promise<void> {
	const folder = join(root, bundleFolder(language));
	await rm(folder, { recursive: true, force: true });
	const index = await startIndex(language);
	for (const [order, record] of records.entries()) {
		const { path, tokens, part, section, chapter, text, trail, kind, claims } = record;
		const { errors } = await index.addCustomRecord({
			url: path,
			content: tokens.join(' '),
			language: language === 'en' ? 'en' : 'unknown',
			filters: {
				[filterNames.part]: [part],
				[filterNames.section]: [`${chapter} ${section}`],
				[filterNames.record]: [JSON.stringify({ text, trail, kind, claims })],
			},
			sort: { order: String(order) },
		});
		if (errors.length > 0) throw new Error(`Pagefind refused ${path}: ${errors.join('; ')}`);
	}
	const { files, errors } = await index.getFiles();
	if (errors.length > 0) throw new Error(`Pagefind wrote no index: ${errors.join('; ')}`);
	await index.deleteIndex();
	for (const { path, content } of files.filter((file) => !unused.test(file.path))) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), content);
	}
	const tables = tablesFor(records, language);
	for (const name of ['words', 'names'] as const) {
		await writeFile(join(folder, tableFiles[name]), JSON.stringify(tables[name]));
	}
}

async function writeIndex({ root, pages }: BuiltSite): Promise<void> {
	for (const language of languages) {
		const ours = inReadingOrder(pages.filter((page) => page.language === language));
		if (ours.length === 0) continue;
		const concordance = language === 'zh' ? readConcordance() : {};
		await writeBundle(root, language, recordsOf(ours, concordance));
	}
	await close();
}

/** Writes Pagefind's bundle of each edition from the built pages, a record a block. */
export const searchStage: Stage = { name: 'search', run: writeIndex };
