import type { APIRoute } from 'astro';
import { addressFrom, urlOf } from '../base/urls.ts';

/** Everything may be read by everyone; the sitemap says what there is. */
export const GET: APIRoute = ({ site }) => {
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urlOf('/sitemap.xml', address)}\n`);
};
