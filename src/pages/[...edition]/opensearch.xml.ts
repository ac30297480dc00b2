import type { APIRoute } from 'astro';
import { escaped } from '../../base/html.ts';
import { languageTags } from '../../base/languages.ts';
import { editionOf, editionPaths, siteAddress } from '../../base/site.ts';
import { pathOf, urlOf } from '../../base/urls.ts';
import { readReport } from '../../content/readers.ts';

export const getStaticPaths = editionPaths;

/** Tells browsers how to search this edition from their address bar. */
export const GET: APIRoute = (context) => {
	const { language, search: words } = editionOf(context);
	const name = readReport().site[language];
	const results = urlOf(pathOf('search', language), siteAddress);
	return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
	<ShortName>${escaped([...name].slice(0, 16).join(''))}</ShortName>
	<Description>${escaped(words.title)}</Description>
	<Language>${languageTags[language]}</Language>
	<Image width="16" height="16" type="image/svg+xml">${urlOf('/favicon.svg', siteAddress)}</Image>
	<Url type="text/html" template="${results}?q={searchTerms}"/>
</OpenSearchDescription>
`);
};
