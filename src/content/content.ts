/** Everything in `content/`: how each file is read, and all of it at once for the checks. */
import { globSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { claimNumbersSchema, claimsSchema, mattersSchema } from './claims-schema.ts';
import { readCsv, readData, type Reading } from './data-files.ts';
import { listFiles, readOnce } from './files.ts';
import { readPageSource } from './mdx.ts';
import { figureSchema, glossarySchema, namesSchema } from './schema.ts';
import { reportFigureColumns, reportSchema } from './schema.ts';

/** Words and pairs of Han characters: the report's sentences themselves may not be published. */
const wordList = /^((\p{Script=Han}{1,2}|[^\s\p{Script=Han}]+)( |$))+$/u;

/** How a data file below the root of the project is read. */
const dataFile =
	<Value>(path: string, schema: z.ZodType<Value>) =>
	(root: string) =>
		readOnce(root, `content/${path}`, (source) => readData(source, schema));

/** Readers of the data files of `content/`, by what these hold. */
export const dataFiles = {
	report: dataFile('report.yaml', reportSchema),
	claims: dataFile('claims.json', claimsSchema),
	/** Numbers that claims have for good, by line: `42 tech-lineage`. */
	numbers: dataFile('claim-numbers', claimNumbersSchema),
	matters: dataFile('matters.yaml', mattersSchema),
	glossary: dataFile('glossary.yaml', glossarySchema),
	names: dataFile('names.yaml', namesSchema),
	/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
	concordance: dataFile(
		'concordance.json',
		z.record(z.string(), z.string().regex(wordList, 'expected single words and pairs')),
	),
};
type Data = { [Name in keyof typeof dataFiles]: ReturnType<(typeof dataFiles)[Name]> };

/** Reads a page of an edition; of one that is only partly right there is a value too. */
export const readPageFile = (root: string, path: string) =>
	readOnce(root, `content/${path}`, ({ file, text }) => {
		const value = readPageSource(file, text);
		const { frontmatter, syntax } = value;
		return { ...frontmatter, value, problems: [...syntax, ...frontmatter.problems] };
	});

/** Reads a CSV against a schema that names all of its columns. */
export const readTableFile = <Row extends z.ZodObject>(root: string, name: string, row: Row) =>
	readOnce(root, `content/data/${name}.csv`, (source) => readCsv(source, row));

/** Reads the words of each figure. */
export const readFigureWords = (root: string) =>
	globSync('src/figures/*/figure.ts', { cwd: root }).map((path) =>
		readOnce(root, path.replaceAll('\\', '/').replace(/ts$/, 'yaml'), (source) => {
			const reading = readData(source, figureSchema);
			return { ...reading, value: { id: basename(dirname(path)), ...reading.value } };
		}),
	);

/** Columns of all tables, by the name of the CSV. */
async function columnsBelow(root: string) {
	const columns: Record<string, z.ZodObject> = { 'report-figures': reportFigureColumns };
	for (const file of globSync(join(root, 'src/figures/*/figure.ts'))) {
		const { tables }: { tables: typeof columns } = await import(
			/* @vite-ignore */ pathToFileURL(file).href
		);
		Object.assign(columns, tables);
	}
	return columns;
}

/** A row of any CSV; checks know its other columns only by name. */
type AnyRow = Record<string, unknown> & { id: string; claim?: string[] };

/** What the checks look at. */
export type Content = Awaited<ReturnType<typeof readContent>>;

/** Reads everything below the root of the project, drafts too. Throws only without `content/`. */
export async function readContent(root: string) {
	const columns = await columnsBelow(root);
	const data = Object.fromEntries(
		Object.entries(dataFiles).map(([name, read]) => [name, read(root)]),
	) as Data;
	const tables = new Map<string, Reading<AnyRow[]>>();
	for (const [name, row] of Object.entries(columns))
		tables.set(name, readTableFile(root, name, row) as Reading<AnyRow[]>);
	const figures = readFigureWords(root);
	const read = [...Object.values(data), ...tables.values()];
	const paths = read.map(({ file }) => file.replace('content/', ''));
	const files = listFiles(root, paths);
	const pageFiles = files.pages.map((path) => readPageFile(root, path));
	const pages = pageFiles.flatMap(({ value }) => value ?? []);
	const readings: Reading<unknown>[] = [...read, ...figures, ...pageFiles];
	return {
		...data,
		/** Our figures, the words of each at its own file. */
		figures,
		/** CSVs by name, without `.csv`, and their columns. */
		tables,
		columns,
		/** Pages that parse. */
		pages: pages.filter(({ isParsed }) => isParsed),
		/** Slugs of pages that are drafts in some language. */
		drafts: new Set(pages.flatMap((page) => (page.frontmatter.value?.draft ? page.slug : []))),
		/** When a file was last changed, ms: of two that differ, the later one is most likely wrong. */
		changedAt: (file: string) => statSync(join(root, file)).mtimeMs,
		/** What is wrong with single files. */
		refused: [...files.problems, ...readings.flatMap(({ problems }) => problems)],
	};
}

/** Adds a problem: the place, what was found there, and how to fix it. */
type Refuse = (where: string, what: string, fix: string) => void;

/** A check of the content. All files could be read, except before the checks of single pages. */
export type Check = (content: Content, refuse: Refuse) => void;
