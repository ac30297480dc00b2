import type { APIRoute } from 'astro';
import { editionOf, editionPaths, siteAddress } from '../../base/site.ts';
import { latestChange } from '../../content/open-report.ts';
import { atomFeed } from '../../links/atom.ts';
import { correctionsIn } from '../../links/changes.ts';
import { pageTitles } from '../../links/page-titles.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute = (context) => {
	const { language } = editionOf(context);
	const feed = atomFeed({
		language,
		corrections: correctionsIn(language),
		titles: pageTitles(language),
		address: siteAddress,
		updated: latestChange(language),
	});
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
