import type { APIRoute } from 'astro';
import { publishedLanguages } from '../lib/editions.ts';
import { languageTags } from '../lib/languages.ts';
import { openReport } from '../lib/pages.ts';
import { addressFrom, pathOf, urlOf } from '../lib/urls.ts';

/** Content pages with the date of their last change (https://www.sitemaps.org/protocol.html). */
export const GET: APIRoute = async ({ site }) => {
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	const editions = publishedLanguages();
	const urls = await Promise.all(
		editions.map(async (language) => {
			const { home, sections } = await openReport(language);
			return [home, ...sections].map(({ slug, path, updated }) => {
				const alternates = editions.length > 1 ? editions : [];
				const links = alternates.map(
					(edition) =>
						`<xhtml:link rel="alternate" hreflang="${languageTags[edition]}" href="${urlOf(pathOf(slug, edition), address)}"/>`,
				);
				return `<url><loc>${urlOf(path, address)}</loc><lastmod>${updated}</lastmod>${links.join('')}</url>`;
			});
		}),
	);
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.flat().join('\n')}\n</urlset>\n`,
		{ headers: { 'Content-Type': 'application/xml' } },
	);
};
