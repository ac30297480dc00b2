/** Ids that pages and tables give, and the links of the pages: each leads somewhere. */
import { languageOfPath, languages } from '../../base/languages.ts';
import { isExternal, pathOf, plainAddress, referenceSlugs } from '../../base/urls.ts';
import { claimAnchor, sectionAnchor, termAnchor } from '../addresses.ts';
import { checks, claimSchema } from '../claims-schema.ts';
import type { Check, Content } from '../content.ts';
import { textOfNode, type PageSource } from '../mdx.ts';
import { faultOfUrl } from '../rules.ts';

/** Every fragment a page will have, with the place where it is written: its blocks, and rows of tables. */
function anchorsOf(page: PageSource, { figures, tables }: Content): [id: string, where: string][] {
	const rowsOf = (name: string) => {
		const { value, at } = tables.get(name)!;
		return value.map(({ id }, row): [string, string] => [id, at(row)]);
	};
	return page.marked.flatMap(({ id = '', node }) => {
		const where = page.at(node);
		if (id === 'PagesRead') return [['pages-read', where]];
		if (id === 'ReportContents') return [[id, where], ...rowsOf('report-figures')];
		const figure = figures.find(({ value }) => value.id === id)?.value;
		if (!figure) return [[id, where]];
		return [[id, where], [`${id}-table`, where], ...figure.data.flatMap(rowsOf)];
	});
}

/** Ids of the frame around every text. */
const frameIds = ['content', 'contents', 'contents-reference', 'summary'];

/** Ids are unique over all pages of an edition: a fragment must say where it leads. */
export const uniqueAnchors: Check = (content, refuse) => {
	for (const language of languages) {
		const seen = new Map(frameIds.map((id) => [id, 'src/frame']));
		for (const page of content.pages.filter((one) => one.language === language)) {
			for (const [id, where] of anchorsOf(page, content)) {
				const first = seen.get(id);
				seen.set(id, where);
				if (first === undefined) continue;
				const what = `The id “${id}” is used twice; first at ${first}.`;
				refuse(where, what, 'Give the newer one another id; ids are unique on the whole site.');
				// A figure that is there twice doubles each of its rows.
				break;
			}
		}
	}
};

/** Links inside the site lead to a place; those outside to a source that was read. */
export const links: Check = (content, refuse) => {
	const { pages, claims, matters, glossary, report } = content;
	const sources = [...claims.value, ...matters.value].flatMap((entry) => entry.sources);
	const addresses = sources.map(({ url }) => plainAddress(url));
	const anchors = new Map(
		pages.map((page) => [
			pathOf(page.slug, page.language),
			anchorsOf(page, content).map(([id]) => id),
		]),
	);
	// Entries of the reference pages, and their chart, filters and parts.
	const entries = [
		'claims-chart',
		...[...checks, ...claimSchema.shape.kind.options].map((one) => `only-${one}`),
		...report.value.sections.map(sectionAnchor),
		...matters.value.map(({ weight }) => `weight-${weight}`),
		...claims.value.map(claimAnchor),
		...matters.value.map(({ id }) => id),
		...glossary.value.map(({ id }) => termAnchor(id)),
	];
	const faultOf = (url: string, { slug, language }: PageSource) => {
		if (!url) return 'has no address';
		if (isExternal(url)) {
			const expected = faultOfUrl(url);
			if (expected) return `is not ${expected}`;
			return !addresses.includes(plainAddress(url)) && 'is no source of any claim or matter';
		}
		const [address = '', fragment] = url.split('#');
		const path = address.replace(/\?.*$/, '') || pathOf(slug, language);
		if (!path.startsWith('/')) return 'is relative';
		if (['search', ...referenceSlugs].some((one) => pathOf(one, language) === path))
			return fragment && !entries.includes(fragment) && 'leads to no claim, matter or term';
		const ids = languageOfPath(path) === language && anchors.get(path);
		if (!ids) return 'leads nowhere';
		if (fragment === undefined || ids.includes(fragment)) return false;
		const other = [...anchors].find(([, known]) => known.includes(fragment))?.[0];
		return `leads to a place that is not on ${path}${other ? `; it is on ${other}` : ''}`;
	};
	for (const page of pages) {
		for (const { node } of page.visits) {
			if (node.type !== 'link') continue;
			const { url = '' } = node;
			const fault = textOfNode(node).trim() === '' ? 'has no text' : faultOf(url, page);
			const fix =
				'Write a path of this edition, /technical-logic/#rlhf-steps, or a source’s address.';
			if (fault) refuse(page.at(node), `The link “${url}” ${fault}.`, fix);
		}
	}
};
