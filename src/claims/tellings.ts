/**
 * Where the pages tell a claim or use a term, read from their sources: the entries of the claims
 * and of the glossary link there, and say in which words the page tells it.
 */
import {
	attributeOf,
	idsOf,
	markOf,
	textOfNode,
	type Node,
	type PageSource,
	type Visit,
} from '../content/mdx.ts';
import { matterById, readFigures, readPage, readReport, readRows } from '../content/readers.ts';
import type { Term } from '../content/schema.ts';
import type { Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { aboutSlug, homeSlug, pathOf } from '../base/urls.ts';
import { provenanceWords } from '../base/words/index.ts';

/** One place of the site that speaks of a claim or uses a term. */
export interface Telling {
	/** Key of the claim, of the term or of the matter. */
	id: string;
	of: 'claim' | 'term' | 'matter';
	/** `text`: the words of the page; `note`: an editor's note; otherwise a figure or its gap. */
	form: 'text' | 'note' | 'figure' | 'missing';
	/** Slug and title of the page. */
	page: string;
	pageTitle: string;
	/** Heading above it, if there is one. */
	heading: string | undefined;
	/** Root-relative address of the block: `/technical-logic/#k7q2`. */
	path: string;
	/** The page's own words, or the label and title of the figure. */
	words: string;
}

/** What the components of a page tell, each with the fragment it has, if any. */
function toldBy(
	{ node, ancestors }: Visit,
	language: Language,
): (Pick<Telling, 'id' | 'of' | 'form' | 'words'> & { fragment: string | undefined })[] {
	const fragment = markOf(ancestors.findLast(({ type }) => type === 'paragraph'));
	const words = textOfNode(node).trim();
	const { titled } = provenanceWords[language];
	switch (node.name) {
		case 'Claim':
			return idsOf(node).map((id) => ({ id, of: 'claim', form: 'text', words, fragment }));
		case 'Term':
			return idsOf(node).map((id) => ({ id, of: 'term', form: 'text', words, fragment }));
		case 'Note': {
			const matter = matterById(attributeOf(node, 'matter') ?? '');
			if (!matter) return [];
			const form = 'note' as const;
			const told = { form, words: matter.note[language], fragment: attributeOf(node, 'id') };
			return [
				...matter.claims.map((id) => ({ id, of: 'claim' as const, ...told })),
				{ id: matter.id, of: 'matter' as const, ...told },
			];
		}
		case 'Figure': {
			const figure = readFigures().find(({ id }) => id === attributeOf(node, 'id'));
			if (!figure) return [];
			const label = figureLabel(figure.number, language);
			return figure.claims.map((id) => ({
				id,
				of: 'claim',
				form: 'figure',
				words: titled(label, figure.title[language]),
				fragment: figure.id,
			}));
		}
		case 'ReportContents':
			return readRows('report-figures').flatMap((row) =>
				row.claim.map((id) => ({
					id,
					of: 'claim' as const,
					form: 'missing' as const,
					words: titled(row[`label_${language}`], row[`title_${language}`]),
					fragment: row.id,
				})),
			);
		default:
			return [];
	}
}

/** Where a block stands; until it has its mark, the heading above is as near as a link comes. */
function placeOn(page: PageSource, heading: Node | undefined, fragment: string | undefined) {
	const headingId = heading?.data?.hProperties?.id;
	const id = fragment ?? (typeof headingId === 'string' ? headingId : undefined);
	return {
		page: page.slug,
		pageTitle: page.frontmatter.value?.title ?? page.slug,
		heading: heading && textOfNode(heading),
		path: pathOf(page.slug, page.language) + (id ? `#${id}` : ''),
	};
}

/** Everything one page tells, in reading order. */
export function tellingsOn(page: PageSource): Telling[] {
	let heading: Node | undefined;
	return page.visits.flatMap((visit) => {
		if (visit.node.type === 'heading') heading = visit.node;
		return toldBy(visit, page.language).map(({ fragment, ...told }) => ({
			...told,
			...placeOn(page, heading, fragment),
		}));
	});
}

interface Edition {
	pages: PageSource[];
	told: Telling[];
}
const editions = new Map<Language, Edition>();

/** The pages of an edition in the order of the report. Read once per build. */
function editionOf(language: Language): Edition {
	const known = import.meta.env?.DEV ? undefined : editions.get(language);
	if (known) return known;
	const pages = [homeSlug, ...readReport().sections, aboutSlug].flatMap(
		(slug) => readPage(slug, language) ?? [],
	);
	const edition = { pages, told: pages.flatMap(tellingsOn) };
	editions.set(language, edition);
	return edition;
}

const sourcesOf = (language: Language) => editionOf(language).pages;

/** Everything the pages of an edition tell, in the order of the report. */
export const tellings = (language: Language): Telling[] => editionOf(language).told;

/** Places a glossary entry names at most when no page explains the term. */
const mostMentions = 3;

/** Where paragraphs use a term that no page explains: by its words, once under each heading. */
function mentionsOn(page: PageSource, term: Term): Telling[] {
	const { language } = page;
	const words = [term[language], term.abbr, ...term.aliases].filter((word) => word !== undefined);
	const isIn = (text: string) => words.some((word) => text.includes(word));
	let heading: Node | undefined;
	return page.visits.flatMap(({ node }): Telling[] => {
		if (node.type === 'heading') heading = node;
		if (node.type !== 'paragraph' || !isIn(textOfNode(node))) return [];
		const told = { id: term.id, of: 'term', form: 'text', words: '' } as const;
		return [{ ...told, ...placeOn(page, heading, markOf(node)) }];
	});
}

/** Where a term is explained or, when no page explains it, where it is used. */
export function tellingsOfTerm(term: Term, language: Language): Telling[] {
	const explained = tellingsFor('term', term.id, language);
	if (explained.length > 0) return explained;
	const mentions = sourcesOf(language).flatMap((page) => mentionsOn(page, term));
	return mentions
		.filter(
			({ page, heading }, at) =>
				mentions.findIndex((other) => other.page === page && other.heading === heading) === at,
		)
		.slice(0, mostMentions);
}

/** Where a claim or a term is told; a place that tells it twice is named once. */
export function tellingsFor(of: Telling['of'], id: string, language: Language): Telling[] {
	const told = tellings(language).filter((telling) => telling.of === of && telling.id === id);
	return told.filter(({ path }, at) => told.findIndex((other) => other.path === path) === at);
}
