/** The files below `/cite/`: each page with the report beside it, the site, and the report alone. */
import { readReport } from '../content/readers.ts';
import type { Language } from '../base/languages.ts';
import { latestChange, openReport } from '../content/open-report.ts';
import { referenceSlugs } from '../base/reference-pages.ts';
import { homeSlug, pathOf, urlOf, type Address } from '../base/urls.ts';
import { provenanceWords } from '../base/words/provenance.ts';
import { citationFormats, pageItem, reportItem, type CitationFormat } from './citations.ts';

const mediaTypes: Record<CitationFormat, string> = {
	txt: 'text/plain; charset=utf-8',
	bib: 'application/x-bibtex; charset=utf-8',
	ris: 'application/x-research-info-systems; charset=utf-8',
	json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** Names of all files of an edition, `technical-logic.bib`. */
export async function citationFileNames(language: Language): Promise<string[]> {
	const { sections, about } = await openReport(language);
	const slugs = [...sections, ...(about ? [about] : [])].map(({ slug }) => slug);
	const stems = ['site', 'report', ...slugs, ...referenceSlugs];
	return stems.flatMap((stem) => Object.keys(citationFormats).map((ending) => `${stem}.${ending}`));
}

/** One of them as a response. */
export async function citationFile(
	name: string,
	language: Language,
	address: Address,
): Promise<Response> {
	const [stem, ending] = name.split('.') as [string, CitationFormat];
	const report = readReport();
	const original = reportItem(report, language);
	const { home, sections, about } = await openReport(language);
	const reference = referenceSlugs.find((slug) => slug === stem);
	const stop = reference
		? {
				slug: reference,
				path: pathOf(reference, language),
				title: provenanceWords[language][reference].title,
				updated: await latestChange(language),
			}
		: stem === 'site'
			? home
			: [...sections, about].find((page) => page?.slug === stem);
	const items = stop
		? [
				pageItem(report, language, {
					slug: stem,
					...(stop.slug === homeSlug ? {} : { title: stop.title }),
					updated: stop.updated,
					url: urlOf(stop.path, address),
				}),
				original,
			]
		: [original];
	return new Response(citationFormats[ending](items), {
		headers: { 'Content-Type': mediaTypes[ending] },
	});
}
