import { getCollection, type CollectionEntry } from 'astro:content';
import { withoutMark } from '../base/ids.ts';
import { textOfNode } from './mdx.ts';
import { isDraft, readClaims, readPage, readReport } from './readers.ts';
import type { Page, Report } from './schema.ts';
import { lengthOf, readingMinutes } from '../base/han.ts';
import type { Language } from '../base/languages.ts';
import { aboutSlug, homeSlug, pathOf } from '../base/urls.ts';

type Entry = CollectionEntry<Language>;

/** A heading of a page's outline. */
export interface Heading {
	depth: number;
	id: string;
	text: string;
}

/** A page as navigation sees it: its front matter, and more. */
export interface PageStop extends Page {
	slug: string;
	path: string;
	/** h2 and h3 of the page, in order. */
	outline: Heading[];
	entry: Entry;
}

/** The whole report in one language: its identity, the home page and the sections in order. */
export interface OpenReport {
	report: Report;
	home: PageStop;
	sections: PageStop[];
	/** The page about this site, where it is written. */
	about: PageStop | undefined;
}

const opened = new Map<Language, Promise<OpenReport>>();

/** Opens the report in one language. Pages are read once per build; in development every time. */
export function openReport(language: Language): Promise<OpenReport> {
	if (import.meta.env.DEV) return readOpenReport(language);
	const known = opened.get(language) ?? readOpenReport(language);
	opened.set(language, known);
	return known;
}

async function readOpenReport(language: Language): Promise<OpenReport> {
	const report = readReport();
	const entries = await getCollection(language);
	const stops = entries.map((entry) => stopOf(entry, language));
	const bySlug = new Map(stops.map((stop) => [stop.slug, stop]));
	const home = bySlug.get(homeSlug);
	if (!home) throw new Error(`content/${language}/${homeSlug}.mdx is missing`);
	return {
		report,
		home,
		// In development a draft may exist in one language only.
		sections: report.sections.flatMap((slug) => bySlug.get(slug) ?? []),
		about: isDraft(aboutSlug) ? undefined : bySlug.get(aboutSlug),
	};
}

function stopOf(entry: Entry, language: Language): PageStop {
	const { marked } = readPage(entry.id, language)!;
	const outline = marked.flatMap(({ node: { depth = 9 }, id = '', text }) =>
		depth <= 3 ? [{ depth, id, text }] : [],
	);
	return { ...entry.data, slug: entry.id, path: pathOf(entry.id, language), outline, entry };
}

/** The pages before and after a page. */
export interface Neighbours {
	previous: PageStop | undefined;
	next: PageStop | undefined;
}

/** Neighbours of a page; the home page comes before the first section. */
export function neighboursOf({ home, sections }: OpenReport, slug: string): Neighbours {
	const spine = [home, ...sections];
	const at = spine.findIndex((stop) => stop.slug === slug);
	return { previous: spine[at - 1], next: spine[at + 1] };
}

/** Day of the latest change in an edition: of a page or of a check against a source. */
export async function latestChange(language: Language): Promise<string> {
	const { home, sections } = await openReport(language);
	const read = readClaims().flatMap(({ sources }) => sources.map((source) => source.read));
	return [home.updated, ...sections.map(({ updated }) => updated), ...read].sort().at(-1)!;
}

/** Text of the `<Abstract>` that opens a section; `undefined` where there is none. */
export function abstractOf(slug: string, language: Language): string | undefined {
	const abstract = readPage(slug, language)?.blocks.find(({ name }) => name === 'Abstract');
	return abstract && withoutMark(textOfNode(abstract).trim()).trim();
}

/** Reading time of a page, with the count it rests on (Han characters or words). */
export function readingOf(slug: string, language: Language): { minutes: number; count: number } {
	const blocks = readPage(slug, language)?.marked ?? [];
	const text = blocks.map((block) => block.text).join('\n');
	return { minutes: readingMinutes(text), count: lengthOf(text, language) };
}
