/** Everything in `content/`, read once and handed to all checks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { claimsSchema, mattersSchema, type Claim, type Matter } from './claims-schema.ts';
import {
	readCsv,
	readJson,
	readYaml,
	type LineOf,
	type Reading,
	type Source,
} from './data-files.ts';
import { faultsOf, pagePath, readFiles } from './files.ts';
import { attributeOf, readPageSource, type PageSource } from './mdx.ts';
import {
	figureSchema,
	glossarySchema,
	namesSchema,
	reportSchema,
	tableSchemas,
	type FigureEntry,
	type FigureWords,
	type Report,
	type Term,
} from './schema.ts';

/** A row of any CSV; checks know its columns only by name. */
export type AnyRow = Record<string, unknown> & { id: string };

/** Claims of a row: its column `claim` or `claims`. */
export const claimsOfRow = (row: Record<string, unknown>): string[] =>
	[row.claim ?? [], row.claims ?? []].flat() as string[];

/** A data file that fits its schema, and where its values are. */
export interface Data<Value> {
	file: string;
	value: Value;
	/** `file:line` of the value at a path. */
	at: (...path: PropertyKey[]) => string;
}

/** What the checks look at. A data file that is missing or refused is `undefined`. */
export interface Content {
	/** Name of the folder, `content`. */
	name: string;
	languages: Language[];
	/** Pages that parse, drafts too. */
	pages: PageSource[];
	/** When a file was last changed, ms: of two that differ, the later one is most likely wrong. */
	changedAt: (file: string) => number;
	/** Slugs of pages that are drafts in some language. */
	drafts: Set<string>;
	report: Data<Report> | undefined;
	claims: Data<Claim[]> | undefined;
	matters: Data<Matter[]> | undefined;
	glossary: Data<Term[]> | undefined;
	/** Our figures, the words of each at its own file; one whose words are refused is missing. */
	figures: Data<FigureEntry>[];
	figureIds: string[];
	/** CSVs by name, without `.csv`. */
	tables: Map<string, Data<AnyRow[]>>;
	/** Columns of the CSVs by name. */
	columns: Record<string, z.ZodObject>;
	/** Numbers that claims have for good, by line: `42 tech-lineage`. */
	numbers: Data<string[]> | undefined;
	/** What could not be read or does not fit its schema. */
	refused: Complaint[];
}

/** The figures' folder that belongs to a content folder: its neighbour `src/figures`. */
export const figuresFolder = (content: string) => join(dirname(content), 'src/figures');

/** Ids of the figures below a folder: the names of the folders that hold a `figure.yaml`. */
export function figureIds(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'figure.yaml')))
		.sort();
}

/** Reads the words of one figure; complaints name `src/figures/<id>/figure.yaml`. */
export function readFigureWords(folder: string, id: string): Reading<FigureWords> {
	const bytes = readFileSync(join(folder, id, 'figure.yaml'));
	const file = `src/figures/${id}/figure.yaml`;
	const [fault] = faultsOf(bytes);
	if (!fault) return readYaml({ file, text: bytes.toString('utf8') }, figureSchema);
	const [line, what, fix] = fault;
	return { value: undefined, complaints: [{ what, where: `${file}:${line}`, fix }], lineOf: () => 1 };
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

/** Figures sorted by where the pages place them, given pages in reading order. */
export function inReadingOrder<Figure extends { id: string }>(
	figures: readonly Figure[],
	pages: readonly PageSource[],
): (Figure & { number: number })[] {
	const placed = pages
		.flatMap((page) => page.visits.filter(({ node }) => node.name === 'Figure'))
		.map(({ node }) => attributeOf(node, 'id'));
	const place = ({ id }: Figure) => (placed.includes(id) ? placed.indexOf(id) : placed.length);
	return figures
		.toSorted((a, b) => place(a) - place(b))
		.map((figure, at) => ({ ...figure, number: at + 1 }));
}

const dataOf = <Value>(file: string, value: Value, lineOf: LineOf): Data<Value> => ({
	file,
	value,
	at: (...path) => `${file}:${lineOf(path)}`,
});

/** Reads a content folder. Throws only when the folder itself is not there. */
export async function readContent(root: string): Promise<Content> {
	const folder = resolve(root);
	const name = basename(folder);
	const columns = { ...tableSchemas, ...(await figureTables(figuresFolder(folder))) };
	const { files, complaints: refused } = await readFiles(folder, name, Object.keys(columns));

	const open = <Value>(path: string, read: (source: Source) => Reading<Value>) => {
		const found = files.get(path);
		if (!found) return undefined;
		const { value, complaints, lineOf } = read(found);
		refused.push(...complaints);
		return value === undefined ? undefined : dataOf(found.file, value, lineOf);
	};
	const tables = new Map<string, Data<AnyRow[]>>();
	for (const [table, schema] of Object.entries<z.ZodObject>(columns)) {
		const rows = open(`data/${table}.csv`, (source) => readCsv(source, schema));
		if (rows) tables.set(table, rows as Data<AnyRow[]>);
	}
	const pages = [...files.values()]
		.filter(({ path }) => pagePath.test(path))
		.map(({ file, text }) => readPageSource(file, text));
	for (const { frontmatter, syntax, isFramed } of pages) {
		refused.push(...frontmatter.complaints, ...(isFramed ? syntax : []));
	}
	open('names.yaml', (source) => readYaml(source, namesSchema));
	open('concordance.json', (source) => readJson(source, z.record(z.string(), z.string())));
	const figures = figureIds(figuresFolder(folder)).flatMap((id) => {
		const { value, complaints, lineOf } = readFigureWords(figuresFolder(folder), id);
		refused.push(...complaints);
		const file = `src/figures/${id}/figure.yaml`;
		return value ? [dataOf(file, { id, number: 0, ...value }, lineOf)] : [];
	});
	const isDraft = ({ frontmatter: { value } }: PageSource) => value?.draft === true;
	return {
		name,
		languages: languages.filter((language) => existsSync(join(folder, language))),
		pages: pages.filter(({ syntax, isFramed }) => isFramed && syntax.length === 0),
		changedAt: (file) => files.get(file.slice(name.length + 1))?.changedAt ?? 0,
		drafts: new Set(pages.filter(isDraft).map(({ slug }) => slug)),
		report: open('report.yaml', (source) => readYaml(source, reportSchema)),
		claims: open('claims.json', (source) => readJson(source, claimsSchema)),
		matters: open('matters.yaml', (source) => readYaml(source, mattersSchema)),
		glossary: open('glossary.yaml', (source) => readYaml(source, glossarySchema)),
		numbers: open('claim-numbers', ({ text }) => ({
			value: text.trimEnd().split('\n'),
			complaints: [],
			lineOf: ([line]) => Number(line) + 1,
		})),
		figures,
		figureIds: figureIds(figuresFolder(folder)),
		columns,
		tables,
		refused,
	};
}
