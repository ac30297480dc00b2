import type { APIRoute } from 'astro';
import { mediaTypes } from '../../../base/headers.ts';
import { rootOf } from '../../../base/languages.ts';
import { editionOf, editionPaths, siteAddress } from '../../../base/site.ts';
import { urlOf } from '../../../base/urls.ts';
import { latestChange } from '../../../content/open-report.ts';
import { readReport } from '../../../content/readers.ts';
import { readReleases } from '../../../links/changes.ts';
import {
	citationFormats,
	guideItem,
	reportItem,
	type CitationFormat,
} from '../../../links/citations.ts';

export const getStaticPaths = () =>
	editionPaths().flatMap(({ params }) =>
		['site', 'report'].flatMap((stem) =>
			Object.keys(citationFormats).map((ending) => ({
				params: { ...params, file: `${stem}.${ending}` },
			})),
		),
	);

/** Files to import: `/en/cite/site.bib`, this guide with the report beside it, and `report.bib`. */
export const GET: APIRoute = (context) => {
	const { language } = editionOf(context);
	const [stem, ending] = context.params.file!.split('.') as [string, CitationFormat];
	const report = readReport();
	const guide = guideItem(report, language, {
		updated: latestChange(language),
		url: urlOf(rootOf(language), siteAddress),
		version: readReleases()[0]?.tag,
	});
	const works = [...(stem === 'site' ? [guide] : []), reportItem(report, language)];
	const cited = works.map((item) => [item] as const);
	return new Response(citationFormats[ending](cited, language), {
		headers: { 'Content-Type': mediaTypes[ending]! },
	});
};
