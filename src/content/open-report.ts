/** The report as its pages show it: their order, and what each says of itself. */
import { ContentError } from '../base/content-error.ts';
import { withoutMark } from '../base/ids.ts';
import { textOfNode } from './mdx.ts';
import { isDraft, readClaims, readPage, readReport } from './readers.ts';
import type { Page } from './schema.ts';
import { lengthOf, readingMinutes } from '../base/han.ts';
import type { Language } from '../base/languages.ts';
import { aboutSlug, homeSlug, pathOf } from '../base/urls.ts';

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
}

function stopOf(slug: string, language: Language): PageStop | undefined {
	const page = readPage(slug, language);
	if (!page) return undefined;
	const outline = page.marked.flatMap(({ node: { depth = 9 }, id = '', text }) =>
		depth <= 3 ? [{ depth, id, text }] : [],
	);
	return { ...page.frontmatter.value!, slug, path: pathOf(slug, language), outline };
}

/** The whole report in one language: its identity, the home page and the sections in order. */
export function openReport(language: Language) {
	const report = readReport();
	const home = stopOf(homeSlug, language);
	if (!home) {
		const what = `content/${language}/${homeSlug}.mdx is missing.`;
		throw new ContentError({ what, where: 'content/report.yaml:1', fix: 'Write the page.' });
	}
	return {
		report,
		home,
		// In development a draft may exist in one language only.
		sections: report.sections.flatMap((slug) => stopOf(slug, language) ?? []),
		/** The page about this site, where it is written. */
		about: isDraft(aboutSlug) ? undefined : stopOf(aboutSlug, language),
	};
}

/** The pages before and after a page; the home page comes before the first section. */
export function neighboursOf(slug: string, language: Language) {
	const { home, sections } = openReport(language);
	const spine = [home, ...sections];
	const at = spine.findIndex((stop) => stop.slug === slug);
	return { previous: spine[at - 1], next: spine[at + 1] };
}

/** Day of the latest change in an edition: of a page or of a check against a source. */
export function latestChange(language: Language): string {
	const { home, sections } = openReport(language);
	const read = readClaims().flatMap(({ sources }) => sources.map((source) => source.read));
	return [home.updated, ...sections.map(({ updated }) => updated), ...read].sort().at(-1)!;
}

/** Text of the `<Abstract>` that opens a section; `undefined` where there is none. */
export function abstractOf(slug: string, language: Language): string | undefined {
	const abstract = readPage(slug, language)?.named('Abstract')[0];
	return abstract && withoutMark(textOfNode(abstract).trim()).trim();
}

/** Reading time of a page, with the count it rests on (Han characters or words). */
export function readingOf(slug: string, language: Language): { minutes: number; count: number } {
	const blocks = readPage(slug, language)?.marked ?? [];
	const text = blocks.map((block) => block.text).join('\n');
	return { minutes: readingMinutes(text), count: lengthOf(text, language) };
}
