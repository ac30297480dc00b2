import type { APIRoute } from 'astro';
import { siteAddress } from '../base/site.ts';
import { urlOf } from '../base/urls.ts';

/** Everything may be read by everyone; the sitemap says what there is. */
export const GET: APIRoute = () =>
	new Response(`User-agent: *\nAllow: /\n\nSitemap: ${urlOf('/sitemap.xml', siteAddress)}\n`);
