/** What a page says of itself to reference managers and search engines. */
import { languageTags, type Language } from '../base/languages.ts';
import type { ReportIdentity } from './citations.ts';

/** A page as it is cited; the whole site when `title` is left out. */
export interface PageIdentity {
	title?: string;
	updated: string;
	url: string;
}

/** One `<meta name content>`. */
export interface MetaTag {
	name: string;
	content: string;
}

/**
 * Tags by which Zotero's translator for embedded metadata makes a Web Page of a page, by one
 * corporate author: no-break spaces keep it from taking the site's name for a person's.
 */
export function zoteroTags(
	report: ReportIdentity,
	language: Language,
	page: PageIdentity,
): MetaTag[] {
	return [
		{ name: 'z:itemType', content: 'webpage' },
		{ name: 'dc:title', content: page.title ?? report.site[language] },
		{ name: 'dc:creator', content: report.site[language].replaceAll(' ', '\u00a0') },
		{ name: 'dc:date', content: page.updated },
		{ name: 'dc:language', content: languageTags[language] },
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
	const site = { '@type': 'Organization', name: report.site[language] };
	const isSite = page.title === undefined;
	return {
		'@context': 'https://schema.org',
		'@type': isSite ? 'WebSite' : 'Article',
		'@id': page.url,
		url: page.url,
		[isSite ? 'name' : 'headline']: page.title ?? report.site[language],
		inLanguage: languageTags[language],
		dateModified: page.updated,
		author: site,
		publisher: site,
		...(isSite ? {} : { isPartOf: { '@type': 'WebSite', '@id': siteUrl } }),
		isBasedOn: {
			'@type': 'Report',
			name: report.title.zh,
			...(report.title[language] === report.title.zh
				? {}
				: { alternateName: report.title[language] }),
			inLanguage: languageTags.zh,
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
