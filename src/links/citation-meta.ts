/** What a page says of itself to reference managers and search engines. */
import { languageTags, type Language } from '../base/languages.ts';
import type { PageIdentity, ReportIdentity } from './citations.ts';

/** One `<meta name content>`. */
export interface MetaTag {
	name: string;
	content: string;
}

/**
 * Highwire tags, the ones Zotero reads (https://www.zotero.org/support/dev/exposing_metadata).
 * They describe this page, an own work, never the report.
 */
export function highwireOf(
	report: ReportIdentity,
	language: Language,
	page: PageIdentity,
): MetaTag[] {
	const site = report.site[language];
	return [
		{ name: 'citation_title', content: page.title ?? site },
		{ name: 'citation_author', content: report.editor[language] },
		{ name: 'citation_publication_date', content: page.updated.replaceAll('-', '/') },
		{ name: 'citation_technical_report_institution', content: site },
		{ name: 'citation_language', content: languageTags[language] },
		{ name: 'citation_fulltext_html_url', content: page.url },
	];
}

/** A section of a page, for `hasPart`. */
export interface PagePart {
	/** Absolute address, with the fragment when it is a section of a page. */
	url: string;
	name: string;
}

/**
 * JSON-LD (https://schema.org/Article, https://schema.org/Report): a page is an article based on
 * the report; its parts are its sections. Give the result to `jsonLdText`.
 */
export function jsonLdOf(
	report: ReportIdentity,
	language: Language,
	page: PageIdentity,
	parts: readonly PagePart[],
	siteUrl: string,
): Record<string, unknown> {
	const editor = { '@type': 'Organization', name: report.editor[language] };
	const isSite = page.title === undefined;
	return {
		'@context': 'https://schema.org',
		'@type': isSite ? 'WebSite' : 'Article',
		'@id': page.url,
		url: page.url,
		[isSite ? 'name' : 'headline']: page.title ?? report.site[language],
		inLanguage: languageTags[language],
		dateModified: page.updated,
		author: editor,
		publisher: editor,
		...(isSite ? {} : { isPartOf: { '@type': 'WebSite', '@id': siteUrl } }),
		isBasedOn: {
			'@type': 'Report',
			name: report.title[language],
			datePublished: report.published,
			author: report.authors.map((author) => ({ '@type': 'Person', name: author[language] })),
			publisher: { '@type': 'Organization', name: report.institute[language] },
		},
		hasPart: parts.map(({ url, name }) => ({
			'@type': isSite ? 'Article' : 'WebPageElement',
			'@id': url,
			name,
		})),
	};
}

/** JSON for a `<script type="application/ld+json">`: nothing in it can close the element. */
export function jsonLdText(data: Record<string, unknown>): string {
	return JSON.stringify(data).replaceAll('<', '\\u003c');
}
