/** Everything in `content/`: how each file is read, and all of it at once for the checks. */
import { existsSync, globSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { defaultLanguage, languages } from '../base/languages.ts';
import { claimNumbersSchema, claimsSchema, mattersSchema } from './claims-schema.ts';
import { readCsv, readData, type Reading, type Source } from './data-files.ts';
import { listFiles, readOnce } from './files.ts';
import { readPageSource, type PageSource } from './mdx.ts';
import { figureSchema, glossarySchema, namesSchema, reportSchema, tableSchemas } from './schema.ts';

/** Words and pairs of Han characters: the report's sentences themselves may not be published. */
const wordList = /^((\p{Script=Han}{1,2}|[^\s\p{Script=Han}]+)( |$))+$/u;

/** Data files of a content folder, by what they hold. */
export const dataFiles = {
	report: ['report.yaml', reportSchema],
	claims: ['claims.json', claimsSchema],
	/** Numbers that claims have for good, by line: `42 tech-lineage`. */
	numbers: ['claim-numbers', claimNumbersSchema],
	matters: ['matters.yaml', mattersSchema],
	glossary: ['glossary.yaml', glossarySchema],
	names: ['names.yaml', namesSchema],
	/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
	concordance: [
		'concordance.json',
		z.record(z.string(), z.string().regex(wordList, 'expected single words and pairs')),
	],
} as const;
type DataFiles = typeof dataFiles;
type Data = { [Name in keyof DataFiles]: Reading<z.output<DataFiles[Name][1]>> };

/** Reads a file of a content folder, once. */
const readFile = <Value>(folder: string, path: string, read: (source: Source) => Reading<Value>) =>
	readOnce(join(folder, path), `${basename(folder)}/${path}`, read);

/** Reads a data file by what it holds. */
export function readDataFile<Name extends keyof Data>(folder: string, name: Name) {
	const [path, schema] = dataFiles[name];
	return readFile<unknown>(folder, path, (source) => readData(source, schema)) as Data[Name];
}

/** Reads a page of an edition; of one that is only partly right there is a value too. */
export const readPageFile = (folder: string, path: string) =>
	readFile(folder, path, ({ file, text }) => {
		const value = readPageSource(file, text);
		const { frontmatter, syntax } = value;
		return { ...frontmatter, value, complaints: [...syntax, ...frontmatter.complaints] };
	});

/** Reads a CSV against a schema that names all of its columns. */
export const readTableFile = <Row extends z.ZodObject>(folder: string, name: string, row: Row) =>
	readFile(folder, `data/${name}.csv`, (source) => readCsv(source, row));

/** Files of a name in the folders of the figures that belong to a content folder. */
const figureFiles = (content: string, name: string) =>
	globSync(join(dirname(content), 'src/figures/*', name)).sort();

/** Reads the words of each figure beside a content folder. */
export const readFigureWords = (content: string) =>
	figureFiles(content, 'figure.yaml').map((path) => {
		const id = basename(dirname(path));
		return readOnce(path, `src/figures/${id}/figure.yaml`, (source) => {
			const reading = readData(source, figureSchema);
			return { ...reading, value: reading.value && { id, ...reading.value } };
		});
	});

/** Columns of all tables, by the name of the CSV. */
async function columnsBeside(content: string): Promise<Record<string, z.ZodObject>> {
	const modules: { tables: Record<string, z.ZodObject> }[] = await Promise.all(
		figureFiles(content, 'data.ts').map(
			(file) => import(/* @vite-ignore */ pathToFileURL(file).href),
		),
	);
	return Object.assign({ ...tableSchemas }, ...modules.map(({ tables }) => tables));
}

/** A row of any CSV; checks know its columns only by name. */
export type AnyRow = Record<string, unknown> & { id: string };

/** Claims of a row: its column `claim` or `claims`. */
export const claimsOfRow = (row: AnyRow) => [row.claim ?? [], row.claims ?? []].flat() as string[];

/** A data file that fits its schema. */
type Sound<Read> = Read extends Reading<infer Value> ? Reading<Value> & { value: Value } : never;

/** What the checks look at. */
export type Content = Awaited<ReturnType<typeof readContent>>;

/**
 * Reads a content folder. Throws only when the folder itself is not there.
 * @returns everything in it, drafts too; while something is refused, not every value is there
 */
export async function readContent(root: string) {
	const folder = resolve(root);
	const name = basename(folder);
	const columns = await columnsBeside(folder);
	const csvs = Object.keys(columns).map((table) => `data/${table}.csv`);
	const files = listFiles(folder, name, csvs);
	const names = Object.keys(dataFiles) as (keyof Data)[];
	const data = Object.fromEntries(names.map((one) => [one, readDataFile(folder, one)]));
	const figures = readFigureWords(folder);
	const tables = Object.entries(columns).map(
		([table, row]) => [table, readTableFile(folder, table, row)] as const,
	);
	const pageFiles = files.pages.map((path) => readPageFile(folder, path));
	const pages = pageFiles.flatMap(({ value }) => value ?? []);
	const all = [data, Object.fromEntries(tables), figures, pageFiles].flatMap(
		(readings): Reading<unknown>[] => Object.values(readings),
	);
	return {
		...(data as unknown as { [Name in keyof Data]: Sound<Data[Name]> }),
		/** Our figures, the words of each at its own file. */
		figures: figures as Sound<(typeof figures)[number]>[],
		/** CSVs by name, without `.csv`, and their columns. */
		tables: new Map(tables) as unknown as Map<string, Sound<Reading<AnyRow[]>>>,
		columns,
		/** Name of the folder, `content`. */
		name,
		languages: languages.filter(
			(language) => language === defaultLanguage || existsSync(join(folder, language)),
		),
		/** Pages that parse. */
		pages: pages.filter(({ isParsed }) => isParsed),
		/** Slugs of pages that are drafts in some language. */
		drafts: new Set(pages.flatMap((page) => (page.frontmatter.value?.draft ? page.slug : []))),
		/** When a file was last changed, ms: of two that differ, the later one is most likely wrong. */
		changedAt: (file: string) => statSync(join(dirname(folder), file)).mtimeMs,
		/** What is wrong with single files. */
		refused: [...files.complaints, ...all.flatMap(({ complaints }) => complaints)],
	};
}

/** Reports what is wrong. */
export type Refuse = (complaint: Complaint) => void;

/** A check of single pages. */
export type PageCheck = (pages: readonly PageSource[], refuse: Refuse) => void;

/** A check of the whole content, in which no file is refused. */
export type Check = (content: Content, refuse: Refuse) => void;
