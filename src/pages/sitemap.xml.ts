import type { APIRoute } from 'astro';
import { languages } from '../base/languages.ts';
import { siteAddress } from '../base/site.ts';
import { urlOf } from '../base/urls.ts';
import { latestChange, openReport } from '../content/open-report.ts';

/** Content pages with the date of their last change (https://www.sitemaps.org/protocol.html). */
export const GET: APIRoute = () => {
	const urls = languages.flatMap((language) => {
		const { home, sections, references } = openReport(language);
		// A list changes with any page or check.
		const latest = { updated: latestChange(language) };
		return [home, ...sections, ...references].map((page) => {
			const { path, updated } = { ...latest, ...page };
			return `<url><loc>${urlOf(path, siteAddress)}</loc><lastmod>${updated}</lastmod></url>`;
		});
	});
	return new Response(
		`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
		{ headers: { 'Content-Type': 'application/xml' } },
	);
};
