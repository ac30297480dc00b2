import type { APIRoute } from 'astro';
import { languages, type Language } from '../base/languages.ts';
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
	const urls = languages.flatMap((language) =>
		listedPages(language).map(({ slug, updated }) => {
			const url = urlOf(pathOf(slug, language), siteAddress);
			return `<url><loc>${url}</loc><lastmod>${updated}</lastmod></url>`;
		}),
	);
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
		{ headers: { 'Content-Type': 'application/xml' } },
	);
};
