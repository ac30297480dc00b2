import type { APIRoute } from 'astro';
import { editionPaths } from '../../base/editions.ts';
import type { Language } from '../../base/languages.ts';
import { addressFrom } from '../../base/urls.ts';
import { latestChange } from '../../content/open-report.ts';
import { atomFeed } from '../../links/atom.ts';
import { correctionsIn } from '../../links/changes.ts';
import { pageTitles } from '../../links/page-titles.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute = async ({ props, site }) => {
	const { language } = props as { language: Language };
	const feed = atomFeed({
		language,
		corrections: correctionsIn(language),
		titles: await pageTitles(language),
		address: addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL }),
		updated: await latestChange(language),
	});
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
