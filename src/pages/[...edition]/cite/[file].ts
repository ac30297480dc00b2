import type { APIRoute } from 'astro';
import { editionPaths } from '../../../base/editions.ts';
import type { Language } from '../../../base/languages.ts';
import { addressFrom } from '../../../base/urls.ts';
import { citationFile, citationFileNames } from '../../../links/citation-files.ts';

export const getStaticPaths = () =>
	editionPaths().flatMap(({ params, props }) =>
		citationFileNames.map((file) => ({ params: { ...params, file }, props })),
	);

/** Citations of an edition and of the report, `/en/cite/site.bib`. */
export const GET: APIRoute = ({ params, props, site }) =>
	citationFile(
		params.file!,
		(props as { language: Language }).language,
		addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL }),
	);
