import type { APIRoute } from 'astro';
import { languages, type Language } from '../../base/languages.ts';
import { figures, figureSvg } from '../../figures/registry.ts';
import { figurePng } from '../../links/card-files.ts';

export const getStaticPaths = () =>
	[...figures.keys()].flatMap((id) =>
		languages.flatMap((language) =>
			['svg', 'png'].map((ending) => ({ params: { file: `${id}.${language}.${ending}` } })),
		),
	);

/** A figure as a file of its own: SVG, or PNG with two pixels for each of the SVG's. */
export const GET: APIRoute = async ({ params: { file = '' } }) => {
	const [id, language, ending] = file.split('.') as [string, Language, 'svg' | 'png'];
	if (ending === 'svg') {
		return new Response(figureSvg(id, language), { headers: { 'content-type': 'image/svg+xml' } });
	}
	const png = await figurePng(id, language);
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
