/** Ids that pages and tables give, and the links of the pages: each leads somewhere. */
import { referenceSlugs } from '../../base/reference-pages.ts';
import { isExternal, pathOf, plainAddress } from '../../base/urls.ts';
import type { SoundContent } from '../content.ts';
import { faultOfUrl } from '../fields.ts';
import { attributeOf, textOfNode, type PageSource } from '../mdx.ts';
import type { SoundCheck } from './check.ts';

/** An id a reader can link to, and where a writer finds it. */
export interface Anchor {
	id: string;
	/** Kind of block; of a heading with its level. */
	kind?: string;
	/** `file:line` where the id is written. */
	where: string;
}

/** Blocks and components of a page that have an id, in reading order. */
export function placesOf(page: PageSource): Anchor[] {
	const blocks = new Map(page.marked.map((block) => [block.node, block]));
	return page.visits.flatMap(({ node }) => {
		const block = blocks.get(node);
		const isNamed = node.name === 'PagesRead' || node.name === 'ReportContents';
		const id = isNamed ? node.name! : node.name === 'Figure' ? attributeOf(node, 'id') : block?.id;
		const kind = block && `${block.kind}${node.depth ? ` of level ${node.depth}` : ''}`;
		return id ? [{ id, ...(kind && { kind }), where: page.at(node) }] : [];
	});
}

/** Every fragment a page will have: its blocks, and the rows of its tables. */
function anchorsOf(page: PageSource, { figures, tables }: SoundContent): Anchor[] {
	const rowsOf = (name: string) => {
		const table = tables.get(name);
		return table?.value.map(({ id }, row) => ({ id, where: table.at(row) })) ?? [];
	};
	return placesOf(page).flatMap(({ id, where }) => {
		if (id === 'PagesRead') return [{ id: 'pages-read', where }];
		if (id === 'ReportContents') return rowsOf('report-figures');
		const figure = figures.find(({ value }) => value.id === id)?.value;
		const parts = figure ? [{ id: `${id}-table`, where }, ...figure.data.flatMap(rowsOf)] : [];
		return [{ id, where }, ...parts];
	});
}

/** Ids of the frame around every text. */
const frameIds = ['content', 'contents', 'contents-reference', 'summary'];

/** Ids are unique over all pages of an edition: a fragment must say where it leads. */
export const uniqueAnchors: SoundCheck = (content, refuse) => {
	for (const language of content.languages) {
		const seen = new Map(frameIds.map((id) => [id, 'src/frame']));
		const refused = new Set<string>();
		for (const page of content.pages.filter((one) => one.language === language)) {
			for (const { id, where } of anchorsOf(page, content)) {
				const first = seen.get(id);
				if (first === undefined) seen.set(id, where);
				else if (!refused.has(page.file)) {
					const fix = 'Give the newer one another id; ids are unique on the whole site.';
					refuse(where, `The id “${id}” is used twice; first at ${first}.`, fix);
					// A figure that is there twice doubles each of its rows.
					refused.add(page.file);
				}
			}
		}
	}
};

/** Why a link inside the site leads nowhere, given ids by path; `undefined` when it does not. */
function faultOfPath(url: string, page: PageSource, anchors: Map<string, Set<string>>) {
	const [address = '', fragment] = url.split('#') as [string, string?];
	const path = address.replace(/\?.*$/, '') || pathOf(page.slug, page.language);
	const made = ['search', ...referenceSlugs].map((slug) => pathOf(slug, page.language));
	const ids = anchors.get(path);
	if (!path.startsWith('/')) return `The link “${url}” is relative.`;
	if (made.includes(path)) return undefined;
	if (!ids) return `The link “${url}” leads nowhere.`;
	if (fragment === undefined || ids.has(fragment)) return undefined;
	const other = [...anchors].find(([, known]) => known.has(fragment))?.[0];
	const hint = other ? `; it is on ${other}` : '';
	return `The link “${url}” leads to a place that is not on ${path}${hint}.`;
}

/** Links inside the site lead to a place; those outside to a source that was read. */
export const links: SoundCheck = (content, refuse) => {
	const { languages, pages, claims, matters } = content;
	const sources = [...claims.value, ...matters.value]
		.flatMap((entry) => entry.sources)
		.map(({ url }) => plainAddress(url));
	for (const language of languages) {
		const edition = pages.filter((page) => page.language === language);
		const anchors = new Map(
			edition.map((page) => [
				pathOf(page.slug, language),
				new Set(anchorsOf(page, content).map(({ id }) => id)),
			]),
		);
		for (const page of edition) {
			for (const { node } of page.visits.filter((visit) => visit.node.type === 'link')) {
				const where = page.at(node);
				const { url = '' } = node;
				const expected = isExternal(url) && faultOfUrl(url);
				const lost = isExternal(url) ? undefined : faultOfPath(url, page, anchors);
				if (textOfNode(node).trim() === '') {
					refuse(where, `The link to “${url}” has no text.`, 'Write what it leads to.');
				} else if (expected) {
					refuse(where, `The link “${url}” is not ${expected}.`, 'Correct the address.');
				} else if (lost) {
					refuse(where, lost, 'Write a path of this edition: /technical-logic/#rlhf-steps.');
				} else if (isExternal(url) && !sources.includes(plainAddress(url))) {
					const what = `The link ${url} is no source of any claim or matter.`;
					refuse(where, what, 'Add it to the sources of one, with the day it was read.');
				}
			}
		}
	}
};
