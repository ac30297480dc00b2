import type { APIRoute, GetStaticPaths } from 'astro';
import { publishedLanguages } from '../../../base/editions.ts';
import { addressFrom } from '../../../base/urls.ts';
import { citationFile, citationFileNames } from '../../../links/citation-files.ts';

export const getStaticPaths: GetStaticPaths = async () => {
	if (!publishedLanguages().includes('en')) return [];
	return (await citationFileNames('en')).map((file) => ({ params: { file } }));
};

/** Citations of the English edition, `/en/cite/technical-logic.bib`. */
export const GET: APIRoute = ({ params, site }) =>
	citationFile(
		params.file!,
		'en',
		addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL }),
	);
