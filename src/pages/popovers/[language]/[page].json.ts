import type { APIRoute } from 'astro';
import { readReport } from '../../../intake/readers.ts';
import { publishedLanguages } from '../../../lib/editions.ts';
import type { Language } from '../../../lib/languages.ts';
import { homeSlug } from '../../../lib/urls.ts';
import { popoverTextsOf } from '../../../provenance/popover-texts.ts';

export function getStaticPaths() {
	const slugs = [homeSlug, ...readReport().sections];
	return publishedLanguages().flatMap((language) =>
		slugs.map((page) => ({ params: { language, page } })),
	);
}

/** What the popovers of one page say; the browser asks for it on first use. */
export const GET: APIRoute = ({ params }) =>
	Response.json(popoverTextsOf(params.page!, params.language as Language));
