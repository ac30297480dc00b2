import type { APIRoute } from 'astro';
import { publishedLanguages } from '../base/editions.ts';
import { languageTags, type Language } from '../base/languages.ts';
import { latestChange, openReport } from '../content/open-report.ts';
import { siteAddress } from '../base/site.ts';
import { pathOf, referenceSlugs, urlOf } from '../base/urls.ts';

/** The pages of an edition that search engines should know, with the day of their last change. */
function listedPages(language: Language): { slug: string; updated: string }[] {
	const { home, sections, about } = openReport(language);
	const updated = latestChange(language);
	const pages = [home, ...sections, ...(about ? [about] : [])];
	return [...pages, ...referenceSlugs.map((slug) => ({ slug, updated }))];
}

/** Content pages with the date of their last change (https://www.sitemaps.org/protocol.html). */
export const GET: APIRoute = () => {
	const editions = publishedLanguages();
	const alternates = editions.length > 1 ? editions : [];
	const urls = editions.flatMap((language) =>
		listedPages(language).map(({ slug, updated }) => {
			const links = alternates.map(
				(edition) =>
					`<xhtml:link rel="alternate" hreflang="${languageTags[edition]}" href="${urlOf(pathOf(slug, edition), siteAddress)}"/>`,
			);
			return `<url><loc>${urlOf(pathOf(slug, language), siteAddress)}</loc><lastmod>${updated}</lastmod>${links.join('')}</url>`;
		}),
	);
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`,
		{ headers: { 'Content-Type': 'application/xml' } },
	);
};
