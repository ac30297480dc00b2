/** The pages together: ids are unique, links lead somewhere, and the editions say the same. */
import { defaultLanguage } from '../../base/languages.ts';
import { referenceSlugs } from '../../base/reference-pages.ts';
import { isExternal, pathOf, plainAddress } from '../../base/urls.ts';
import { claimsOfRow, type Content } from '../content.ts';
import { faultOfUrl } from '../fields.ts';
import { attributeOf, idsOf, pageBlocksOf, textOfNode, type PageSource } from '../mdx.ts';
import { numbersMissing } from '../numerals.ts';
import type { ContentCheck } from './data.ts';

/** An id a reader can link to, and where a writer finds it. */
interface Anchor {
	id: string;
	/** `file:line` where the id is written. */
	where: string;
}

/** Blocks and components of a page that have an id, in reading order. */
function placesOf(page: PageSource): Anchor[] {
	const byNode = new Map(pageBlocksOf(page).map(({ node, id }) => [node, id]));
	return page.visits.flatMap(({ node }) => {
		const isNamed = node.name === 'PagesRead' || node.name === 'ReportContents';
		const own = node.name === 'Figure' ? attributeOf(node, 'id') : byNode.get(node);
		const id = isNamed ? node.name! : own;
		return id ? [{ id, where: page.at(node) }] : [];
	});
}

/** Every fragment a page will have: its blocks, and the rows of its tables. */
function anchorsOf(page: PageSource, { figures, tables }: Content): Anchor[] {
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

/** Ids are unique over all pages of an edition: a fragment must say where it leads. */
const uniqueAnchors: ContentCheck = (content, refuse) => {
	for (const language of content.languages) {
		const seen = new Map<string, string>();
		const refused = new Set<string>();
		for (const page of content.pages.filter((one) => one.language === language)) {
			for (const { id, where } of anchorsOf(page, content)) {
				const first = seen.get(id);
				if (first === undefined) seen.set(id, where);
				else if (!refused.has(page.file)) {
					const mend = 'Give the newer one another id; ids are unique on the whole site.';
					refuse(where, `The id “${id}” is used twice; first at ${first}.`, mend);
					// A figure that is there twice doubles each of its rows.
					refused.add(page.file);
				}
			}
		}
	}
};

/** Each page of a translation with the original it belongs to. */
const pairsOf = ({ pages }: Content): [original: PageSource, translation: PageSource][] =>
	pages
		.filter(({ language }) => language !== defaultLanguage)
		.flatMap((page): [PageSource, PageSource][] => {
			const original = pages.find(
				({ language, slug }) => language === defaultLanguage && slug === page.slug,
			);
			return original ? [[original, page]] : [];
		});

/** Both editions carry the same ids in the same order: a link holds in either language. */
const sameIds: ContentCheck = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const [theirs, ours] = [placesOf(original), placesOf(translation)];
		const has = (some: Anchor[], id: string) => some.some((one) => one.id === id);
		const mend = 'Give the same block the same id, in the same order, in both languages.';
		let [at, other] = [0, 0];
		while (at < ours.length || other < theirs.length) {
			const [our, their] = [ours[at], theirs[other]];
			const isExtra = our && !has(theirs, our.id);
			const isMissing = their && !has(ours, their.id);
			if (isExtra && isMissing) {
				refuse(our.where, `The block “${our.id}” is “${their.id}” at ${their.where}.`, mend);
			} else if (isExtra) {
				refuse(our.where, `The block “${our.id}” is not in ${original.file}.`, mend);
			} else if (isMissing) {
				const what = `The block “${their.id}” (${their.where}) is missing in ${translation.file}.`;
				refuse(ours[at - 1]?.where ?? translation.at(1), what, mend);
			} else if (our?.id !== their?.id) {
				const what = `The block “${our!.id}” is where ${their!.where} has “${their!.id}”.`;
				refuse(our!.where, what, mend);
				break;
			}
			if (!isMissing || isExtra) at += 1;
			if (!isExtra || isMissing) other += 1;
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
const links: ContentCheck = (content, refuse) => {
	const { languages, pages, claims, matters } = content;
	const sources = [...(claims?.value ?? []), ...(matters?.value ?? [])]
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

interface Said {
	/** Claims and matters that a block names. */
	entries: string[];
	text: string;
	where: string;
}

/** What a page says: its front matter by field, its blocks by id. */
function saidOn(page: PageSource): Map<string, Said> {
	const { value, lineOf } = page.frontmatter;
	const fields = (['title', 'summary', 'pages'] as const).map((field): [string, Said] => {
		const where = page.at(lineOf([field]));
		return [field, { entries: [], text: value?.[field] ?? '', where }];
	});
	const blocks = pageBlocksOf(page).map(({ id = '', node, text }): [string, Said] => {
		const inside = page.visits.filter(
			(visit) => visit.node === node || visit.ancestors.includes(node),
		);
		const entries = inside.flatMap(({ node }) =>
			node.name === 'Claim' ? idsOf(node) : node.name === 'Note' ? idsOf(node, 'matter') : [],
		);
		return [id, { entries, text, where: page.at(node) }];
	});
	return new Map([...fields, ...blocks]);
}

/** The same block makes the same claims with the same numbers in each edition. */
const sameStatements: ContentCheck = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const theirs = saidOn(original);
		for (const [id, our] of saidOn(translation)) {
			const their = theirs.get(id)!;
			const [added] = our.entries.filter((entry) => !their.entries.includes(entry));
			const [gone] = their.entries.filter((entry) => !our.entries.includes(entry));
			if (added ?? gone) {
				const [here, there] = added ? [our, their] : [their, our];
				const what = `The block “${id}” has “${added ?? gone}”, but not at ${there.where}.`;
				refuse(here.where, what, 'Name the same claims and matters in both languages.');
				continue;
			}
			const [ours, others] = [
				numbersMissing(our.text, their.text),
				numbersMissing(their.text, our.text),
			];
			if (ours.length + others.length === 0) continue;
			const isTranslation = content.changedAt(translation.file) >= content.changedAt(original.file);
			const isOurs = others.length === 0 || (ours.length > 0 && isTranslation);
			const [here, there] = isOurs ? [our, their] : [their, our];
			const [[number], [other]] = isOurs ? [ours, others] : [others, ours];
			const instead = other ? `, which has ${other}` : '';
			const what = `The number ${number} is not at ${there.where}${instead}.`;
			refuse(here.where, what, 'Write the same numbers in both languages.');
		}
	}
};

/** Every claim and every figure is on a page of each edition. */
const coverage: ContentCheck = (content, refuse) => {
	const { claims, figures, tables, languages, pages, name } = content;
	const rows = (table: string) => tables.get(table)?.value ?? [];
	for (const language of languages) {
		const visits = pages
			.filter((page) => page.language === language)
			.flatMap((page) => page.visits.map(({ node }) => node));
		const placed = figures.filter(({ value }) =>
			visits.some((node) => node.name === 'Figure' && attributeOf(node, 'id') === value.id),
		);
		const used = new Set([
			...visits.filter((node) => node.name === 'Claim').flatMap((node) => idsOf(node)),
			...placed.flatMap(({ value }) => value.claims),
			...placed.flatMap(({ value }) => value.data.flatMap(rows).flatMap(claimsOfRow)),
			...(visits.some((node) => node.name === 'ReportContents')
				? rows('report-figures').flatMap(claimsOfRow)
				: []),
		]);
		claims?.value.forEach(({ id, section }, at) => {
			if (used.has(id)) return;
			const mend = `Write it in ${name}/${language}/${section}.mdx: <Claim id="${id}">…</Claim>.`;
			const what = `The claim “${id}” is on no page of the edition ${language}.`;
			refuse(claims.at(at, 'id'), what, mend);
		});
		for (const { value, at } of figures.filter((figure) => !placed.includes(figure))) {
			const what = `The figure “${value.id}” is on no page of the edition ${language}.`;
			refuse(at(), what, `Place it: <Figure id="${value.id}" />.`);
		}
	}
};

/** In groups: where one finds something, what follows would mostly repeat it. */
export const editionChecks: readonly (readonly ContentCheck[])[] = [
	[uniqueAnchors],
	[sameIds],
	[links],
	[sameStatements],
	[coverage],
];
