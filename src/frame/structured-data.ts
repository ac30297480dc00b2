/** What search engines are told of this site's own things (https://schema.org), as JSON-LD. */
import { languageTags, type Language } from '../base/languages.ts';

type Thing = Record<string, unknown>;
const context = 'https://schema.org';

/** A page's way from the home page. `crumbs` are in order, addresses absolute. */
export function breadcrumbsOf(crumbs: readonly { name: string; url: string }[]): Thing {
	return {
		'@context': context,
		'@type': 'BreadcrumbList',
		itemListElement: crumbs.map(({ name, url }, at) => ({
			'@type': 'ListItem',
			position: at + 1,
			name,
			item: url,
		})),
	};
}

/** A table that can be downloaded. */
export interface Download {
	url: string;
	mediaType: string;
}

/** Data of ours with its files. */
export function datasetOf(
	language: Language,
	about: { name: string; description: string; url: string; updated: string; editor: string },
	files: readonly Download[],
): Thing {
	const { name, description, url, updated, editor } = about;
	return {
		'@context': context,
		'@type': 'Dataset',
		name,
		description,
		url,
		inLanguage: languageTags[language],
		dateModified: updated,
		license: 'https://creativecommons.org/licenses/by/4.0/',
		creator: { '@type': 'Organization', name: editor },
		distribution: files.map((file) => ({
			'@type': 'DataDownload',
			contentUrl: file.url,
			encodingFormat: file.mediaType,
		})),
	};
}

/** The glossary. Each term has its address, its name and what it means. */
export function termSetOf(
	language: Language,
	about: { name: string; url: string },
	terms: readonly { name: string; description: string; url: string }[],
): Thing {
	return {
		'@context': context,
		'@type': 'DefinedTermSet',
		...about,
		inLanguage: languageTags[language],
		hasDefinedTerm: terms.map((term) => ({ '@type': 'DefinedTerm', ...term })),
	};
}
