import type { APIRoute, GetStaticPaths } from 'astro';
import { addressFrom } from '../../lib/urls.ts';
import { citationFile, citationFileNames } from '../../permalinks/citation-files.ts';

export const getStaticPaths: GetStaticPaths = async () =>
	(await citationFileNames('zh')).map((file) => ({ params: { file } }));

/** Citations of the Chinese edition, `/cite/technical-logic.bib`. */
export const GET: APIRoute = ({ params, site }) =>
	citationFile(
		params.file!,
		'zh',
		addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL }),
	);
