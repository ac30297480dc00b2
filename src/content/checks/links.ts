/** Ids that pages and tables give, and the links of the pages: each leads somewhere. */
import { referenceSlugs } from '../../base/reference-pages.ts';
import { languageOfPath } from '../../base/languages.ts';
import { isExternal, pathOf, plainAddress } from '../../base/urls.ts';
import { claimAnchor, termAnchor } from '../addresses.ts';
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
		if (id === 'ReportContents') return rowsOf('report-figures');
		const figure = figures.find(({ value }) => value.id === id)?.value;
		const rows = figure?.data.flatMap(rowsOf) ?? [];
		return [[id, where], ...(figure ? [[`${id}-table`, where] as [string, string]] : []), ...rows];
	});
}

/** Ids of the frame around every text. */
const frameIds = ['content', 'contents', 'contents-reference', 'summary'];

/** Ids are unique over all pages of an edition: a fragment must say where it leads. */
export const uniqueAnchors: Check = (content, refuse) => {
	for (const language of content.languages) {
		const seen = new Map(frameIds.map((id) => [id, 'src/frame']));
		for (const page of content.pages.filter((one) => one.language === language)) {
			let isRefused = false;
			for (const [id, where] of anchorsOf(page, content)) {
				const first = seen.get(id);
				seen.set(id, first ?? where);
				// A figure that is there twice doubles each of its rows.
				if (!first || isRefused) continue;
				isRefused = true;
				const fix = 'Give the newer one another id; ids are unique on the whole site.';
				refuse({ what: `The id “${id}” is used twice; first at ${first}.`, where, fix });
			}
		}
	}
};

/** Links inside the site lead to a place; those outside to a source that was read. */
export const links: Check = (content, refuse) => {
	const { pages, claims, matters, glossary } = content;
	const sources = [...claims.value, ...matters.value]
		.flatMap((entry) => entry.sources)
		.map(({ url }) => plainAddress(url));
	const anchors = new Map(
		pages.map((page) => [
			pathOf(page.slug, page.language),
			anchorsOf(page, content).map(([id]) => id),
		]),
	);
	const entries = [
		...claims.value.map(claimAnchor),
		...matters.value.map(({ id }) => id),
		...glossary.value.map(({ id }) => termAnchor(id)),
	];
	/** A part of a reference page that is no entry: a section, a weight, a filter. */
	const part = /^(on|weight|only|claims)-/;
	const faultOf = (url: string, { slug, language }: PageSource) => {
		if (isExternal(url)) {
			const expected = faultOfUrl(url);
			if (expected) return `is not ${expected}`;
			return !sources.includes(plainAddress(url)) && 'is no source of any claim or matter';
		}
		const [address = '', fragment] = url.split('#');
		const path = address.replace(/\?.*$/, '') || pathOf(slug, language);
		const made = ['search', ...referenceSlugs].map((one) => pathOf(one, language));
		const ids = languageOfPath(path) === language ? anchors.get(path) : undefined;
		if (!path.startsWith('/')) return 'is relative';
		if (made.includes(path)) {
			const isThere = !fragment || part.test(fragment) || entries.includes(fragment);
			return isThere ? undefined : 'leads to no claim, matter or term';
		}
		if (!ids) return 'leads nowhere';
		if (fragment === undefined || ids.includes(fragment)) return undefined;
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
			if (fault) refuse({ what: `The link “${url}” ${fault}.`, where: page.at(node), fix });
		}
	}
};
