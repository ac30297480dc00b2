/**
 * How the site reads `content/`. Each reader answers from memory while its file is unchanged on
 * disk, so the dev server sees a writer's edit and a build reads each file once.
 * All throw a `ContentError` that names file and line when a file does not fit its schema.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { refuse } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { plainAddress } from '../base/urls.ts';
import { claimsSchema, mattersSchema, type Claim, type Matter } from './claims-schema.ts';
import { figureIds, figuresFolder, inReadingOrder, readFigureWords } from './content.ts';
import { readCsv, readJson, readYaml, type Reading, type Source } from './data-files.ts';
import { readPageSource, type PageSource } from './mdx.ts';
import {
	glossarySchema,
	namesSchema,
	reportSchema,
	tableSchemas,
	type FigureEntry,
	type Report,
	type Row,
	type TableName,
	type Term,
} from './schema.ts';

const memory = new Map<string, { stamp: string; value: unknown }>();
const pathOfFile = (name: string) => join(process.cwd(), 'content', name);

/** Reads `content/<name>` unless the file is the one read last time. */
function remembered<Value>(name: string, read: (source: Source) => Reading<Value>): Value {
	const path = pathOfFile(name);
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

/** A page of an edition; `undefined` when it is not written. */
export function readPage(slug: string, language: Language): PageSource | undefined {
	const name = `${language}/${slug}.mdx`;
	if (!existsSync(pathOfFile(name))) return undefined;
	return remembered(name, ({ file, text }) => ({
		value: readPageSource(file, text),
		complaints: [],
		lineOf: () => 1,
	}));
}

/** Whether a page is left out of the build because it is a draft in some language. */
export const isDraft = (slug: string) =>
	!import.meta.env?.DEV &&
	languages.some((language) => readPage(slug, language)?.frontmatter.value?.draft);

/** The report's identity and the order of its sections, without those that are drafts. */
export function readReport(): Report {
	const report = remembered('report.yaml', (source) => readYaml(source, reportSchema));
	return { ...report, sections: report.sections.filter((slug) => !isDraft(slug)) };
}

/** All claims, in the order of the report. */
export function readClaims(): Claim[] {
	return remembered('claims.json', (source) => readJson(source, claimsSchema));
}

const claimsById = new WeakMap<Claim[], Map<string, Claim>>();

/** The claim with this id; `undefined` when there is none, which the checks refuse. */
export function claimById(id: string): Claim | undefined {
	const claims = readClaims();
	const index = claimsById.get(claims) ?? new Map(claims.map((claim) => [claim.id, claim]));
	claimsById.set(claims, index);
	return index.get(id);
}

/** What the check found, one entry a matter, by weight. */
export function readMatters(): Matter[] {
	return remembered('matters.yaml', (source) => readYaml(source, mattersSchema));
}

/** The matter with this id; `undefined` when there is none, which the checks refuse. */
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

/** The names and questions by which readers search. */
export function readNames(): z.infer<typeof namesSchema> {
	return remembered('names.yaml', (source) => readYaml(source, namesSchema));
}

/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
export type Concordance = Record<string, string>;

/** The concordance of `content/concordance.json`, or nothing while there is none. */
export function readConcordance(): Concordance {
	const file = pathOfFile('concordance.json');
	return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Concordance) : {};
}

/** Our own figures, in reading order. */
export function readFigures(): FigureEntry[] {
	const folder = figuresFolder(join(process.cwd(), 'content'));
	const figures = figureIds(folder).map((id) => {
		const { value, complaints } = readFigureWords(folder, id);
		refuse(complaints);
		return { id, ...value! };
	});
	const pages = readReport().sections.flatMap((slug) => readPage(slug, languages[0]) ?? []);
	return inReadingOrder(figures, pages);
}

/** Rows of `content/data/<name>.csv`; NA is `null` in number columns. */
export function readRows<Name extends TableName>(name: Name): Row<Name>[] {
	return readTable(name, tableSchemas[name] as z.ZodObject) as Row<Name>[];
}

/** Rows of `content/data/<name>.csv` against a schema that names all of its columns. */
export function readTable<Schema extends z.ZodObject>(
	name: string,
	schema: Schema,
): z.output<Schema>[] {
	return remembered(`data/${name}.csv`, (source) => readCsv(source, schema));
}
