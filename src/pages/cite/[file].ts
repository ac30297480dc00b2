import type { APIRoute, GetStaticPaths } from 'astro';
import { addressFrom } from '../../base/urls.ts';
import { citationFile, citationFileNames } from '../../links/citation-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await citationFileNames('zh')).map((file) => ({ params: { file } }));

/** Citations of the Chinese edition, `/cite/technical-logic.bib`. */
export const GET: APIRoute = ({ params, site }) =>
	citationFile(
		params.file!,
		'zh',
		addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL }),
	);
