import { languages } from '../../base/languages.ts';
import { figures, figureSvg, sheetNode } from '../../figures/registry.ts';
import { pngOf } from '../../links/card-files.ts';
import type { APIRoute, GetStaticPaths } from 'astro';

export const getStaticPaths = (() =>
	[...figures.keys()].flatMap((id) =>
		languages.flatMap((language) =>
			(['svg', 'png'] as const).map((kind) => ({
				params: { file: `${id}.${language}.${kind}` },
				props: { id, language, kind },
			})),
		),
	)) satisfies GetStaticPaths;

type Props = ReturnType<typeof getStaticPaths>[number]['props'];

/** A figure as a file of its own: SVG, or PNG with two pixels for each of the SVG's. */
export const GET: APIRoute = async ({ params, props }) => {
	const { id, language, kind } = props as Props;
	if (kind === 'svg') {
		return new Response(figureSvg(id, language), { headers: { 'content-type': 'image/svg+xml' } });
	}
	const png = await pngOf(params.file!, sheetNode(id, language));
	return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
