import type { APIRoute } from 'astro';
import { readReport } from '../../../content/readers.ts';
import { publishedLanguages } from '../../../base/editions.ts';
import type { Language } from '../../../base/languages.ts';
import { aboutSlug, homeSlug } from '../../../base/urls.ts';
import { popoverTextsOf } from '../../../claims/popover-texts.ts';

export function getStaticPaths() {
	const slugs = [homeSlug, ...readReport().sections, aboutSlug];
	return publishedLanguages().flatMap((language) =>
		slugs.map((page) => ({ params: { language, page } })),
	);
}

/** What the popovers of one page say; the browser asks for it on first use. */
export const GET: APIRoute = ({ params }) =>
	Response.json(popoverTextsOf(params.page!, params.language as Language));
