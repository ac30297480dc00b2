/**
 * How the site reads `content/`. Each reader answers from memory while its file is unchanged on
 * disk, so the dev server sees a writer's edit and a build reads each file once.
 * All throw a `ContentError` that names file and line when a file does not fit its schema.
 */
import { join } from 'node:path';
import type { z } from 'zod';
import { refuse } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { plainAddress } from '../base/urls.ts';
import type { Claim, Matter } from './claims-schema.ts';
import * as content from './content.ts';
import type { Reading } from './data-files.ts';
import type { PageSource } from './mdx.ts';
import {
	tableSchemas,
	type FigureEntry,
	type Names,
	type Report,
	type Row,
	type TableName,
	type Term,
} from './schema.ts';

const folder = join(process.cwd(), 'content');

/** Of a file that is not there, `undefined`. */
function contentOf<Value>({ value, complaints }: Reading<Value>): Value {
	refuse(complaints);
	return value!;
}

/** A page of an edition; `undefined` when it is not written. */
export function readPage(slug: string, language: Language): PageSource | undefined {
	const path = `${language}/${slug}.mdx`;
	return contentOf(content.readPageFile(folder, path));
}

/** Whether a page is left out of the build because it is a draft in some language. */
export const isDraft = (slug: string) =>
	!import.meta.env?.DEV &&
	languages.some((language) => readPage(slug, language)?.frontmatter.value?.draft);

/** The report's identity and the order of its sections, without those that are drafts. */
export function readReport(): Report {
	const report = contentOf(content.readers.report(folder));
	return { ...report, sections: report.sections.filter((slug) => !isDraft(slug)) };
}

/** All claims, in the order of the report. */
export const readClaims = (): Claim[] => contentOf(content.readers.claims(folder));

/** The claim with this id; `undefined` when there is none, which the checks refuse. */
export const claimById = (id: string): Claim | undefined =>
	readClaims().find((claim) => claim.id === id);

/** What the check found, one entry a matter, by weight. */
export const readMatters = (): Matter[] => contentOf(content.readers.matters(folder));

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
export const readGlossary = (): Term[] => contentOf(content.readers.glossary(folder));

/** The names and questions by which readers search. */
export const readNames = (): Names => contentOf(content.readers.names(folder));

/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
export type Concordance = Record<string, string>;

/** The concordance of `content/concordance.json`, or nothing while there is none. */
export const readConcordance = (): Concordance => contentOf(content.readers.concordance(folder)) ?? {};

/** Our own figures, in reading order. */
export function readFigures(): FigureEntry[] {
	const pages = readReport().sections.flatMap((slug) => readPage(slug, languages[0]) ?? []);
	return content.inReadingOrder(content.readFigureWords(folder).map(contentOf), pages);
}

/** Rows of `content/data/<name>.csv`; NA is `null` in number columns. */
export function readRows<Name extends TableName>(name: Name): Row<Name>[] {
	return readTable(name, tableSchemas[name] as z.ZodObject) as Row<Name>[];
}

/** Rows of `content/data/<name>.csv` against a schema that names all of its columns. */
export const readTable = <Schema extends z.ZodObject>(
	name: string,
	schema: Schema,
): z.output<Schema>[] => contentOf(content.readTableFile(folder, name, schema));
