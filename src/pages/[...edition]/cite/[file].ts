import type { APIRoute } from 'astro';
import { editionPaths } from '../../../base/editions.ts';
import type { Language } from '../../../base/languages.ts';
import { addressFrom, homeSlug, pathOf, urlOf } from '../../../base/urls.ts';
import { latestChange } from '../../../content/open-report.ts';
import { readReport } from '../../../content/readers.ts';
import { currentTag } from '../../../links/changes.ts';
import {
	citationFormats,
	guideItem,
	reportItem,
	type CitationFormat,
} from '../../../links/citations.ts';

const mediaTypes: Record<CitationFormat, string> = {
	txt: 'text/plain; charset=utf-8',
	bib: 'application/x-bibtex; charset=utf-8',
	ris: 'application/x-research-info-systems; charset=utf-8',
	json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

export const getStaticPaths = () =>
	editionPaths().flatMap(({ params, props }) =>
		['site', 'report'].flatMap((stem) =>
			Object.keys(citationFormats).map((ending) => ({
				params: { ...params, file: `${stem}.${ending}` },
				props,
			})),
		),
	);

/** Files to import: `/en/cite/site.bib`, this guide with the report beside it, and `report.bib`. */
export const GET: APIRoute = async ({ params, props, site }) => {
	const { language } = props as { language: Language };
	const [stem, ending] = params.file!.split('.') as [string, CitationFormat];
	const address = addressFrom({ SITE_URL: site?.origin, BASE_PATH: import.meta.env.BASE_URL });
	const report = readReport();
	const guide = guideItem(report, language, {
		updated: await latestChange(language),
		url: urlOf(pathOf(homeSlug, language), address),
		version: currentTag(),
	});
	const works =
		stem === 'site' ? [guide, reportItem(report, language)] : [reportItem(report, language)];
	return new Response(
		citationFormats[ending](
			works.map((item) => [item]),
			language,
		),
		{
			headers: { 'Content-Type': mediaTypes[ending] },
		},
	);
};
