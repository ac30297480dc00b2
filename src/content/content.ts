/** Everything in `content/`, read once and handed to all checks. */
import { existsSync } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { z } from 'zod';
import type { Complaint } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import type { LineOf, Reading } from './complaints.ts';
import { figureIds, figuresFolder, figureTables, numbered, readFigureWords } from './figure-files.ts';
import { mattersSchema, type Matter } from './matter-schema.ts';
import { readPageSource, type PageSource } from './page-source.ts';
import {
	claimsSchema,
	glossarySchema,
	reportSchema,
	tableSchemas,
	type Claim,
	type FigureEntry,
	type Report,
	type Term,
} from './schema.ts';
import { readCsv, readJson, readYaml, type Source } from './sources.ts';

/** A file as it lies in the folder. */
export interface ContentFile {
	/** `content/zh/origin.mdx`: with the folder's own name, slashes on every system. */
	file: string;
	/** Below the folder: `zh/origin.mdx`. */
	path: string;
	/** `undefined` for what is not a regular file. */
	bytes: Buffer | undefined;
	text: string;
}

/** A row of any CSV; checks know its columns only by name. */
export type AnyRow = Record<string, unknown> & { id: string };

/** Name of a table as a figure's `data` writes it, with or without `.csv`. */
export const tableNameOf = (name: string) => name.replace(/\.csv$/, '');

/** Claims a row carries: its column `claim` or `claims`. */
export const claimsOfRow = (row: Record<string, unknown>): string[] =>
	[row.claim, row.claims]
		.flatMap((cell) =>
			Array.isArray(cell) ? (cell as string[]) : typeof cell === 'string' ? cell.split(' ') : [],
		)
		.filter(Boolean);

/** A data file that fits its schema, and where its values stand. */
export interface Data<Value> {
	file: string;
	value: Value;
	lineOf: LineOf;
}

/** Our figures, and where a field of one stands: `src/figures/rlhf/figure.yaml:12`. */
export interface Figures {
	value: FigureEntry[];
	where: (id: string, ...path: PropertyKey[]) => string;
}

/** What the checks look at. A data file that is missing or refused is `undefined`. */
export interface Content {
	/** Name of the folder, `content`. */
	name: string;
	files: ContentFile[];
	languages: Language[];
	pages: PageSource[];
	report: Data<Report> | undefined;
	claims: Data<Claim[]> | undefined;
	matters: Data<Matter[]> | undefined;
	glossary: Data<Term[]> | undefined;
	figures: Figures;
	/** CSVs by name, without `.csv`. */
	tables: Map<string, Data<AnyRow[]>>;
	/** Names of all tables whose columns are described. */
	tableNames: string[];
	/** What the data files' schemas refused. */
	refused: Complaint[];
}

/** A check of the whole content or of one page. */
export type ContentCheck = (content: Content) => Complaint[];
export type PageCheck = (page: PageSource, content: Content) => Complaint[];

/** Largest file anybody writes by hand, in bytes: a page of 10 MB builds for minutes. */
export const largestFile = 1_000_000;

/** Whether a file can be read as text at all; `checks/characters.ts` says why not. */
export function isReadable({ bytes }: ContentFile): boolean {
	if (!bytes || bytes.length > largestFile) return false;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return !bytes.includes(0);
	} catch {
		return false;
	}
}

/** Whether a path is a page of an edition with a name that Astro keeps. */
export const pagePath = new RegExp(`^(${languages.join('|')})/[a-z0-9]+(-[a-z0-9]+)*\\.mdx$`);

/** Files that editors and systems leave beside the writers' own: `.DS_Store`, `.x.swp`, `x~`. */
export const isStray = (path: string) =>
	/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.[^/]*\.sw[a-p]|\.?#[^/]*|[^/]*~)$/.test(path);

/** Reads a content folder. Throws only when the folder itself is not there. */
export async function readContent(root: string): Promise<Content> {
	const folder = resolve(root);
	const name = basename(folder);
	const files = await readFiles(folder, name);
	const refused: Complaint[] = [];
	const byPath = new Map(files.filter(isReadable).map((file) => [file.path, file]));

	const open = <Value>(path: string, read: (source: Source) => Reading<Value>) => {
		const found = byPath.get(path);
		if (!found) return undefined;
		const { value, complaints, lineOf } = read(found);
		refused.push(...complaints);
		return value === undefined ? undefined : { file: found.file, value, lineOf };
	};
	const tables = new Map<string, Data<AnyRow[]>>();
	const schemas = { ...tableSchemas, ...(await figureTables(figuresFolder(folder))) };
	for (const [table, schema] of Object.entries<z.ZodObject>(schemas)) {
		const rows = open(`data/${table}.csv`, (source) => readCsv(source, schema));
		if (rows) tables.set(table, rows as Data<AnyRow[]>);
	}
	const pages = [...byPath.values()]
		.filter(({ path }) => pagePath.test(path))
		.map(({ file, text }) => readPageSource(file, text));
	const report = open('report.yaml', (source) => readYaml(source, reportSchema));
	return {
		name,
		files,
		languages: languages.filter((language) => existsSync(join(folder, language))),
		pages,
		report,
		claims: open('claims.json', (source) => readJson(source, claimsSchema)),
		matters: open('matters.yaml', (source) => readYaml(source, mattersSchema)),
		glossary: open('glossary.yaml', (source) => readYaml(source, glossarySchema)),
		figures: readFigures(figuresFolder(folder), pages, byPath, report?.value, refused),
		tableNames: Object.keys(schemas),
		tables,
		refused,
	};
}

function readFigures(
	folder: string,
	pages: PageSource[],
	files: Map<string, ContentFile>,
	report: Report | undefined,
	refused: Complaint[],
): Figures {
	const readings = new Map(figureIds(folder).map((id) => [id, readFigureWords(folder, id)]));
	refused.push(...[...readings.values()].flatMap(({ complaints }) => complaints));
	const sources = pages
		.filter(({ language }) => language === languages[0])
		.map(({ slug, language }) => ({ slug, text: files.get(`${language}/${slug}.mdx`)!.text }));
	const figures = [...readings].flatMap(([id, { value }]) => (value ? [{ id, ...value }] : []));
	return {
		value: numbered(figures, sources, report?.sections ?? []),
		where: (id, ...path) =>
			`src/figures/${id}/figure.yaml:${readings.get(id)!.lineOf(path)}`,
	};
}

async function readFiles(folder: string, name: string): Promise<ContentFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !isStray(path))
		.sort();
	return Promise.all(
		paths.map(async (path) => {
			const isFile = (await lstat(join(folder, path))).isFile();
			const bytes = isFile ? await readFile(join(folder, path)) : undefined;
			return { file: `${name}/${path}`, path, bytes, text: bytes?.toString('utf8') ?? '' };
		}),
	);
}
