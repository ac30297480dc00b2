/**
 * How the site reads `content/`. Each reader answers from memory while its file is unchanged on
 * disk, so the dev server sees a writer's edit and a build reads each file once.
 * All throw a `ContentError` that names file and line when a file does not fit its schema.
 */
import type { z } from 'zod';
import { throwProblems } from '../base/content-error.ts';
import { languages, type Language } from '../base/languages.ts';
import { plainAddress } from '../base/urls.ts';
import type { Claim, Matter } from './claims-schema.ts';
import { dataFiles, readFigureWords, readPageFile, readTableFile } from './content.ts';
import type { Reading } from './data-files.ts';
import type { PageSource } from './mdx.ts';
import { attributeOf } from './mdx.ts';
import { reportFigureColumns, type Names, type Report, type Term } from './schema.ts';

const root = process.cwd();

/** Of a file that is not there, `undefined`. */
function soundValue<Value>({ value, problems }: Reading<Value>): Value {
	throwProblems(problems);
	return value;
}

/** A page of an edition; `undefined` when it is not written. MDX reports errors in its body. */
export function readPage(slug: string, language: Language): PageSource | undefined {
	const { value, problems } = readPageFile(root, `${language}/${slug}.mdx`);
	throwProblems(value?.frontmatter.problems ?? problems);
	return value;
}

/** Whether a page is left out of the build because it is a draft in some language. */
export const isDraft = (slug: string) =>
	!import.meta.env?.DEV &&
	languages.some((language) => readPage(slug, language)?.frontmatter.value?.draft);

/** The report's identity and the order of its sections, without those that are drafts. */
export function readReport(): Report {
	const report = soundValue(dataFiles.report(root));
	return { ...report, sections: report.sections.filter((slug) => !isDraft(slug)) };
}

/** All claims, in the order of the report. */
export const readClaims = (): Claim[] => soundValue(dataFiles.claims(root));

/** The claim with this id; `undefined` when there is none, which the checks refuse. */
export const claimById = (id: string) => readClaims().find((claim) => claim.id === id);

/** What the check found, one entry a matter, by weight. */
export const readMatters = (): Matter[] => soundValue(dataFiles.matters(root));

/** The matter with this id; `undefined` when there is none, which the checks refuse. */
export const matterById = (id: string) => readMatters().find((matter) => matter.id === id);

/** The matters a claim belongs to, by weight. */
export const mattersOf = ({ id }: Pick<Claim, 'id'>) =>
	readMatters().filter(({ claims }) => claims.includes(id));

/** Day a source was read, `2026-11-23`; `undefined` for an address that is no source. */
export function dayRead(url: string): string | undefined {
	const sources = [...readClaims(), ...readMatters()].flatMap((entry) => entry.sources);
	return sources.find((source) => plainAddress(source.url) === plainAddress(url))?.read;
}

/** All terms of the glossary, in the order of the file. */
export const readGlossary = (): Term[] => soundValue(dataFiles.glossary(root));

/** The names and questions by which readers search. */
export const readNames = (): Names => soundValue(dataFiles.names(root));

/** Pairs and words of the report's sentences, sorted, joined by spaces; by the claim's id. */
export type Concordance = Record<string, string>;

/** The concordance of `content/concordance.json`, or nothing while there is none. */
export const readConcordance = (): Concordance => soundValue(dataFiles.concordance(root)) ?? {};

/** Our own figures in the order in which the pages place them, the first one with number 1. */
export function readFigures() {
	const placed = readReport().sections.flatMap((slug) =>
		(readPage(slug, languages[0])?.named('Figure') ?? []).map((node) => attributeOf(node, 'id')),
	);
	const place = ({ id }: { id: string }) => [...placed, id].indexOf(id);
	const figures = readFigureWords(root).map(soundValue);
	const sorted = figures.sort((a, b) => place(a) - place(b));
	return sorted.map((figure, at) => ({ ...figure, number: at + 1 }));
}

/** Rows of `content/data/<name>.csv` against a schema that names all of its columns; NA is `null`. */
export const readTable = <Row extends z.ZodObject>(name: string, row: Row): z.output<Row>[] =>
	soundValue(readTableFile(root, name, row));

/** The report's own figures and tables. */
export const readReportFigures = () => readTable('report-figures', reportFigureColumns);
