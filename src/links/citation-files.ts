/** The files below `/cite/`: `site.*`, this guide with the report beside it, and `report.*`. */
import { readReport } from '../content/readers.ts';
import type { Language } from '../base/languages.ts';
import { latestChange } from '../content/open-report.ts';
import { homeSlug, pathOf, urlOf, type Address } from '../base/urls.ts';
import { currentTag } from './changes.ts';
import {
	citationFormats,
	guideItem,
	reportItem,
	type CitationFormat,
	type Cited,
} from './citations.ts';

const mediaTypes: Record<CitationFormat, string> = {
	txt: 'text/plain; charset=utf-8',
	bib: 'application/x-bibtex; charset=utf-8',
	ris: 'application/x-research-info-systems; charset=utf-8',
	json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** Names of all files of an edition, `site.bib`. */
export const citationFileNames: readonly string[] = ['site', 'report'].flatMap((stem) =>
	Object.keys(citationFormats).map((ending) => `${stem}.${ending}`),
);

/** One of them as a response. */
export async function citationFile(
	name: string,
	language: Language,
	address: Address,
): Promise<Response> {
	const [stem, ending] = name.split('.') as [string, CitationFormat];
	const report = readReport();
	const guide = guideItem(report, language, {
		updated: await latestChange(language),
		url: urlOf(pathOf(homeSlug, language), address),
		version: currentTag(),
	});
	const original = reportItem(report, language);
	const works: Cited = stem === 'site' ? [[guide], [original]] : [[original]];
	return new Response(citationFormats[ending](works, language), {
		headers: { 'Content-Type': mediaTypes[ending] },
	});
}
