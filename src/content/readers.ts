/**
 * The doors through which the site reads `content/`. Each answers from memory while its file is
 * unchanged on disk, so the dev server sees a writer's edit and a build reads each file once.
 * All throw a `ContentError` that names file and line when a file does not fit its schema.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { z } from 'zod';
import { refuse } from '../base/content-error.ts';
import { languages } from '../base/languages.ts';
import { plainAddress } from '../base/urls.ts';
import type { Reading } from './complaints.ts';
import { figureIds, figuresFolder, numbered, readFigureWords } from './figure-files.ts';
import { mattersSchema, type Matter } from './matter-schema.ts';
import {
	claimsSchema,
	glossarySchema,
	reportSchema,
	tableSchemas,
	type Claim,
	type FigureEntry,
	type Report,
	type Row,
	type TableName,
	type Term,
} from './schema.ts';
import { readCsv, readJson, readYaml, type Source } from './sources.ts';

interface Remembered {
	stamp: string;
	value: unknown;
}
const memory = new Map<string, Remembered>();

/** Reads `content/<name>` unless the file is the one read last time. */
function remembered<Value>(name: string, read: (source: Source) => Reading<Value>): Value {
	const path = join(process.cwd(), 'content', name);
	const { mtimeMs, size } = statSync(path);
	const stamp = `${mtimeMs} ${size}`;
	const known = memory.get(path);
	if (known?.stamp === stamp) return known.value as Value;
	const { value, complaints } = read({
		file: `content/${name}`,
		text: readFileSync(path, 'utf8'),
	});
	refuse(complaints);
	memory.set(path, { stamp, value });
	return value as Value;
}

/** The report's identity and the order of its sections. */
export function readReport(): Report {
	return remembered('report.yaml', (source) => readYaml(source, reportSchema));
}

/** All claims, in the order of the report. */
export function readClaims(): Claim[] {
	return remembered('claims.json', (source) => readJson(source, claimsSchema));
}

const claimsById = new WeakMap<Claim[], Map<string, Claim>>();

/** The claim with this id; `undefined` when there is none (intake refuses such a page). */
export function claimById(id: string): Claim | undefined {
	const claims = readClaims();
	let index = claimsById.get(claims);
	if (!index) {
		index = new Map(claims.map((claim) => [claim.id, claim]));
		claimsById.set(claims, index);
	}
	return index.get(id);
}

/** What the check found, one entry a matter, by weight. */
export function readMatters(): Matter[] {
	return remembered('matters.yaml', (source) => readYaml(source, mattersSchema));
}

/** The matter with this id; `undefined` when there is none (intake refuses such a page). */
export const matterById = (id: string): Matter | undefined =>
	readMatters().find((matter) => matter.id === id);

/** The matters a claim belongs to, by weight. */
export const mattersOf = ({ id }: Pick<Claim, 'id'>): Matter[] =>
	readMatters().filter(({ claims }) => claims.includes(id));

/** Day a source was read, `2026-11-23`; `undefined` for an address that is no source. */
export function dayRead(url: string): string | undefined {
	const sources = [...readClaims(), ...readMatters()].flatMap((entry) => entry.sources);
	return sources.find((source) => plainAddress(source.url) === plainAddress(url))?.read;
}

/** All terms of the glossary, in the order of the file. */
export function readGlossary(): Term[] {
	return remembered('glossary.yaml', (source) => readYaml(source, glossarySchema));
}

/** Our own figures, in reading order. */
export function readFigures(): FigureEntry[] {
	const content = join(process.cwd(), 'content');
	const folder = figuresFolder(content);
	const { sections } = readReport();
	const figures = figureIds(folder).map((id) => {
		const { value, complaints } = readFigureWords(folder, id);
		refuse(complaints);
		return { id, ...value! };
	});
	const pages = sections.map((slug) => ({
		slug,
		text: readFileSync(join(content, languages[0], `${slug}.mdx`), 'utf8'),
	}));
	return numbered(figures, pages, sections);
}

/** Rows of `content/data/<name>.csv`; NA is `null` in number columns. */
export function readRows<Name extends TableName>(name: Name): Row<Name>[] {
	return readTable(name, tableSchemas[name] as z.ZodObject) as Row<Name>[];
}

/** Some columns of `content/data/<name>.csv`, for code that does not own the table. */
export function readColumns<Shape extends z.ZodRawShape>(
	name: string,
	shape: Shape,
): z.output<z.ZodObject<Shape>>[] {
	const text = readFileSync(join(process.cwd(), `content/data/${name}.csv`), 'utf8');
	return z.array(z.object(shape)).parse(parseCsv(text, { columns: true }));
}

/** Rows of `content/data/<name>.csv` against a schema that names all of its columns. */
export function readTable<Schema extends z.ZodObject>(
	name: string,
	schema: Schema,
): z.output<Schema>[] {
	return remembered(`data/${name}.csv`, (source) => readCsv(source, schema));
}
