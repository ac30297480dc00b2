/** Everything in `content/`: how each file is read, and all of it at once for the checks. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { claimsSchema, mattersSchema } from './claims-schema.ts';
import { readCsv, readJson, readYaml, type Reading, type Source } from './data-files.ts';
import { listFiles, pagePath, readOnce } from './files.ts';
import { attributeOf, readPageSource, type PageSource } from './mdx.ts';
import { figureSchema, glossarySchema, namesSchema, reportSchema, tableSchemas } from './schema.ts';
import type { FigureEntry } from './schema.ts';

/** A row of any CSV; checks know its columns only by name. */
export type AnyRow = Record<string, unknown> & { id: string };

/** Claims of a row: its column `claim` or `claims`. */
export const claimsOfRow = (row: Record<string, unknown>): string[] =>
	[row.claim ?? [], row.claims ?? []].flat() as string[];

/** Reads a file of a content folder, once. */
function reader<Value>(path: string, read: (source: Source) => Reading<Value>) {
	return (folder: string) => readOnce(join(folder, path), `${basename(folder)}/${path}`, read);
}

/** Readers of the data files, by what they hold. */
export const readers = {
	report: reader('report.yaml', (source) => readYaml(source, reportSchema)),
	claims: reader('claims.json', (source) => readJson(source, claimsSchema)),
	matters: reader('matters.yaml', (source) => readYaml(source, mattersSchema)),
	glossary: reader('glossary.yaml', (source) => readYaml(source, glossarySchema)),
	names: reader('names.yaml', (source) => readYaml(source, namesSchema)),
	/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
	concordance: reader('concordance.json', (source) =>
		readJson(source, z.record(z.string(), z.string())),
	),
	/** Numbers that claims have for good, by line: `42 tech-lineage`. */
	numbers: reader('claim-numbers', ({ file, text }) => ({
		file,
		value: text.trimEnd().split('\n'),
		complaints: [],
		at: (line) => `${file}:${Number(line) + 1}`,
	})),
};

/** Reads a page of an edition; what is wrong with its text is in the page itself. */
export const readPageFile = (folder: string, path: string) =>
	reader(path, ({ file, text }) => {
		const value = readPageSource(file, text);
		return { file, value, complaints: [], at: () => `${file}:1` };
	})(folder);

/** Reads a CSV against a schema that names all of its columns. */
export const readTableFile = <Schema extends z.ZodObject>(
	folder: string,
	name: string,
	schema: Schema,
) => reader(`data/${name}.csv`, (source) => readCsv(source, schema))(folder);

/** The figures' folder that belongs to a content folder: its neighbour `src/figures`. */
export const figuresFolder = (content: string) => join(dirname(content), 'src/figures');

/** Ids of the figures below a folder: the names of the folders that hold a `figure.yaml`. */
export function figureIds(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'figure.yaml')))
		.sort();
}

/** Reads the words of each figure beside a content folder. */
export function readFigureWords(content: string): Reading<FigureEntry>[] {
	const folder = figuresFolder(content);
	return figureIds(folder).map((id) =>
		readOnce(join(folder, id, 'figure.yaml'), `src/figures/${id}/figure.yaml`, (source) => {
			const { value, ...reading } = readYaml(source, figureSchema);
			return { ...reading, value: value && { id, number: 0, ...value } };
		}),
	);
}

/** Figures sorted by where the pages place them, given pages in reading order. */
export function inReadingOrder(
	figures: readonly FigureEntry[],
	pages: readonly PageSource[],
): FigureEntry[] {
	const placed = pages.flatMap((page) => page.named('Figure').map((node) => attributeOf(node, 'id')));
	const place = ({ id }: FigureEntry) => (placed.includes(id) ? placed.indexOf(id) : placed.length);
	return figures
		.toSorted((a, b) => place(a) - place(b))
		.map((figure, at) => ({ ...figure, number: at + 1 }));
}

/** Row schemas of all figures' tables, by the name of the CSV. */
async function figureTables(folder: string): Promise<Record<string, z.ZodObject>> {
	const files = figureIds(folder)
		.map((id) => join(folder, id, 'data.ts'))
		.filter((file) => existsSync(file));
	const modules: { tables: Record<string, z.ZodObject> }[] = await Promise.all(
		files.map((file) => import(/* @vite-ignore */ pathToFileURL(file).href)),
	);
	return Object.assign({}, ...modules.map(({ tables }) => tables));
}

type Data = { [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> };

/** A data file that fits its schema. */
export type Sound<Read> = Read extends Reading<infer Value> ? Reading<Value> & { value: Value } : never;

/** What the checks look at. A data file that is missing or refused has no value. */
export interface Content extends Data {
	/** Name of the folder, `content`. */
	name: string;
	languages: Language[];
	/** Pages that parse, drafts too. */
	pages: PageSource[];
	/** When a file was last changed, ms: of two that differ, the later one is most likely wrong. */
	changedAt: (file: string) => number;
	/** Slugs of pages that are drafts in some language. */
	drafts: Set<string>;
	/** Our figures, the words of each at its own file. */
	figures: Sound<Reading<FigureEntry>>[];
	/** CSVs by name, without `.csv`. */
	tables: Map<string, Sound<Reading<AnyRow[]>>>;
	/** Columns of the CSVs by name. */
	columns: Record<string, z.ZodObject>;
}

/** The same where no file is refused. */
export type SoundContent = Content & { [Name in keyof Data]: Sound<Data[Name]> };

/**
 * Reads a content folder. Throws only when the folder itself is not there.
 * @returns the content, and what is refused
 */
export async function readContent(root: string): Promise<{ content: Content; refused: Complaint[] }> {
	const folder = resolve(root);
	const name = basename(folder);
	const columns = { ...tableSchemas, ...(await figureTables(figuresFolder(folder))) };
	const { paths, complaints } = listFiles(folder, name, Object.keys(columns));
	const data = Object.fromEntries(
		Object.entries(readers).map(([key, read]) => [key, read(folder)]),
	) as unknown as Data;
	const figures = readFigureWords(folder) as Content['figures'];
	const tables = new Map(
		Object.entries<z.ZodObject>(columns).map(([table, schema]) => [
			table,
			readTableFile(folder, table, schema) as unknown as Sound<Reading<AnyRow[]>>,
		]),
	);
	const pageFiles = paths
		.filter((path) => pagePath.test(path))
		.map((path) => readPageFile(folder, path));
	const pages = pageFiles.flatMap(({ value }) => value ?? []);
	const faults = pages.flatMap(({ syntax, frontmatter }) => [...syntax, ...frontmatter.complaints]);
	const read = [...Object.values(data), ...figures, ...tables.values(), ...pageFiles];
	const isDraft = ({ frontmatter: { value } }: PageSource) => value?.draft === true;
	const content = {
		...data,
		name,
		languages: languages.filter((language) => existsSync(join(folder, language))),
		pages: pages.filter(({ isParsed }) => isParsed),
		changedAt: (file: string) => statSync(join(dirname(folder), file)).mtimeMs,
		drafts: new Set(pages.filter(isDraft).map(({ slug }) => slug)),
		figures,
		columns,
		tables,
	};
	const refused = [...complaints, ...read.flatMap((one) => one.complaints), ...faults];
	return { content, refused };
}
