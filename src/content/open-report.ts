/** The report as its pages show it: their order, and what each says of itself. */
import { isDraft, readClaims, readPage, readReport } from './readers.ts';
import type { Page } from './schema.ts';
import type { Language } from '../base/languages.ts';
import { aboutSlug, homeSlug, pathOf, referenceSlugs, type ReferenceSlug } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';

/** A heading of a page's outline: an h2 unless its depth says otherwise. */
export interface Heading {
	depth?: number;
	id: string;
	text: string;
}

/** A page of the site: its front matter, where it is, and its headings. */
export interface SitePage extends Page {
	slug: string;
	path: string;
	/** h2 and h3 of the page, in order. */
	outline: Heading[];
}

function sitePageOf(slug: string, language: Language): SitePage | undefined {
	const page = readPage(slug, language);
	if (!page) return undefined;
	const outline = page.marked.flatMap(({ node: { depth = 9 }, id = '', text }) =>
		depth <= 3 ? [{ depth, id, text }] : [],
	);
	return { ...page.frontmatter.value!, slug, path: pathOf(slug, language), outline };
}

/** A list beside the report as navigation sees it: claims, matters, terms. */
function listOf(slug: ReferenceSlug, language: Language) {
	const { title } = wordsIn(language).claims[slug];
	return { slug, path: pathOf(slug, language), title };
}

/** The whole report in one language: its identity, the home page and the sections in order. */
export function openReport(language: Language) {
	const report = readReport();
	// The content checks refuse an edition without it.
	const home = sitePageOf(homeSlug, language)!;
	// In development a draft may exist in one language only.
	const pagesOf = (slugs: string[]) => slugs.flatMap((slug) => sitePageOf(slug, language) ?? []);
	const about = isDraft(aboutSlug) ? [] : pagesOf([aboutSlug]);
	return {
		report,
		home,
		sections: pagesOf(report.sections),
		/** The page about this site, where it is written; else none. */
		about,
		/** The pages beside the report: lists, then that one. */
		references: [...referenceSlugs.map((slug) => listOf(slug, language)), ...about],
	};
}

/** Day of the latest change in an edition: of a page or of a check against a source. */
export function latestChange(language: Language): string {
	const { home, sections } = openReport(language);
	const read = readClaims().flatMap(({ sources }) => sources.map((source) => source.read));
	return [home.updated, ...sections.map(({ updated }) => updated), ...read].sort().at(-1)!;
}

/** The page of a list beside the report; `outline` is its h2. */
export function listPage(
	slug: ReferenceSlug,
	language: Language,
	summary: string,
	outline: Heading[] = [],
): SitePage {
	return { ...listOf(slug, language), updated: latestChange(language), summary, outline };
}
