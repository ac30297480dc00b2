/**
 * `/llms.txt` and `/en/llms.txt`: what an edition holds, for programs that read Markdown. Name,
 * summary, a word on the site, then lists of links (https://llmstxt.org).
 */
import { readFigures, readReport } from '../../content/readers.ts';
import { languages, type Language } from '../../base/languages.ts';
import { markdownInline } from '../../base/markdown-text.ts';
import { figureLabel } from '../../base/numbers.ts';
import { referenceSlugs } from '../../base/reference-pages.ts';
import { aboutSlug, homeSlug, pathOf, twinPathOf, urlOf, type Address } from '../../base/urls.ts';
import { pageNameOf, summaryOf } from '../quote.ts';
import type { BuiltPage } from '../../base/built-site.ts';
import { stringsFor } from '../../base/words/index.ts';

/** Root-relative path of an edition's file. */
export const llmsPathOf = (language: Language, name = 'llms'): string =>
	`${pathOf(homeSlug, language)}${name}.txt`;

interface Entry {
	name: string;
	path: string;
	about: string;
}

/** The file of an edition. Throws when a page of the report has not been built. */
export function llmsTxtOf(
	language: Language,
	pages: readonly BuiltPage[],
	address: Address,
): string {
	const report = readReport();
	const words = stringsFor(language).llms;
	const edition = pages.filter((page) => page.language === language);
	const pageOf = (slug: string) => {
		const page = edition.find((candidate) => candidate.slug === slug);
		if (!page) throw new Error(`llms.txt lists “${slug}”, which has no page in “${language}”`);
		return page;
	};
	const twin = (slug: string): Entry => {
		const page = pageOf(slug);
		return {
			name: pageNameOf(page.document),
			path: twinPathOf(slug, language),
			about: summaryOf(page.document),
		};
	};
	const data = readFigures().flatMap((figure) =>
		figure.data.map((name) => ({
			name: `${name}.csv`,
			path: `/data/${name}.csv`,
			about: `${figureLabel(figure.number, language)} ${figure.title[language]}`,
		})),
	);
	const others = languages
		.filter((other) => other !== language && pages.some((page) => page.language === other))
		.map((other) => ({
			name: report.site[other],
			path: llmsPathOf(other),
			about: words.otherEdition,
		}));
	const otherSlugs = [...referenceSlugs, aboutSlug].filter((slug) =>
		pages.some((page) => page.slug === slug),
	);
	const lists: [heading: string, entries: Entry[]][] = [
		[words.pages, [homeSlug, ...report.sections].map(twin)],
		[words.reference, otherSlugs.map(twin)],
		[words.data, [{ name: 'claims.json', path: '/claims.json', about: words.claims }, ...data]],
		// The standard's own word for what may be left out.
		['Optional', others],
	];
	const lineOf = ({ name, path, about }: Entry) =>
		`- [${markdownInline(name)}](${urlOf(path, address)}): ${markdownInline(about)}`;
	return [
		`# ${report.site[language]}`,
		`> ${markdownInline(summaryOf(pageOf(homeSlug).document))}`,
		...words.notes,
		...lists
			.filter(([, entries]) => entries.length > 0)
			.map(([heading, entries]) => `## ${heading}\n\n${entries.map(lineOf).join('\n')}`),
		'',
	].join('\n\n');
}
