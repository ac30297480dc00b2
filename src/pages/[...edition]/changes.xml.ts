import type { APIRoute } from 'astro';
import { editionOf, editionPaths, siteAddress } from '../../base/site.ts';
import { atomFeed } from '../../links/atom.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute = (context) => {
	const { language } = editionOf(context);
	const feed = atomFeed(language, siteAddress);
	return new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
