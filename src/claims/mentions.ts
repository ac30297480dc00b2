/**
 * Where the pages make a claim, use a term or show a matter, read from their sources. The entries of
 * the claims, of the glossary and of the matters link there.
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
import {
	matterById,
	readFigures,
	readPage,
	readReport,
	readReportFigures,
} from '../content/readers.ts';
import type { Term } from '../content/schema.ts';
import type { Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { aboutSlug, homeSlug, pathOf } from '../base/urls.ts';

/** A place of the site that names a claim, a term or a matter. */
export interface Mention {
	/** Key of the claim, of the term or of the matter. */
	id: string;
	of: 'claim' | 'term' | 'matter';
	/** `text`: the words of the page; `note`: an editor's note; otherwise a figure or its title only. */
	form: 'text' | 'note' | 'figure' | 'missing';
	/** Slug and title of the page. */
	page: string;
	pageTitle: string;
	/** Heading above it, if there is one. */
	heading: string | undefined;
	/** Root-relative address of the block: `/technical-logic/#k7q2`. */
	path: string;
	/** The figure's label, ours or the report's. */
	label?: string;
}

/** What is named, in which words, and the fragment of the block, if any. */
type Named = Pick<Mention, 'id' | 'of' | 'form' | 'label'> & { fragment: string | undefined };

/** What a component names. */
function namedBy({ node, ancestors }: Visit, language: Language): Named[] {
	const named = (of: Mention['of'], ids: readonly string[], rest: Omit<Named, 'id' | 'of'>) =>
		ids.map((id) => ({ id, of, ...rest }));
	const id = attributeOf(node, 'id');
	const text = {
		form: 'text' as const,
		fragment: markOf(ancestors.findLast(({ type }) => type === 'paragraph')),
	};
	if (node.name === 'Claim') return named('claim', idsOf(node), text);
	if (node.name === 'Term') return named('term', idsOf(node), text);
	if (node.name === 'Note') {
		const matter = matterById(attributeOf(node, 'matter') ?? '');
		if (!matter) return [];
		const note = { form: 'note' as const, fragment: id };
		return [...named('claim', matter.claims, note), ...named('matter', [matter.id], note)];
	}
	if (node.name === 'Figure') {
		const figure = readFigures().find((one) => one.id === id);
		if (!figure) return [];
		const label = figureLabel(figure.number, language);
		return named('claim', figure.claims, { form: 'figure', label, fragment: id });
	}
	if (node.name !== 'ReportContents') return [];
	return readReportFigures().flatMap((row) => {
		const label = row[`label_${language}`];
		return named('claim', row.claim, { form: 'missing', label, fragment: row.id });
	});
}

/** What a page names, node by node, each with the place where it is. */
function mentionsOn(page: PageSource, namesOf: (visit: Visit) => Named[]): Mention[] {
	let heading: Node | undefined;
	return page.visits.flatMap((visit) => {
		if (visit.node.type === 'heading') heading = visit.node;
		return namesOf(visit).map(({ fragment, ...named }) => {
			// Until a block has its id, the heading above is the nearest place to link to.
			const id = fragment ?? heading?.data?.hProperties?.id;
			return {
				...named,
				page: page.slug,
				pageTitle: page.frontmatter.value?.title ?? page.slug,
				heading: heading && textOfNode(heading),
				path: pathOf(page.slug, page.language) + (id ? `#${id}` : ''),
			};
		});
	});
}

const pagesOf = (language: Language): PageSource[] =>
	[homeSlug, ...readReport().sections, aboutSlug].flatMap((slug) => readPage(slug, language) ?? []);

const known = new Map<Language, Mention[]>();

/** All that the pages of an edition name, in the order of the report. Read once per build. */
function allMentions(language: Language): Mention[] {
	const all =
		(!import.meta.env?.DEV && known.get(language)) ||
		pagesOf(language).flatMap((page) => mentionsOn(page, (visit) => namedBy(visit, language)));
	known.set(language, all);
	return all;
}

/** Where a claim, a term or a matter is named; a place that names it twice is listed once. */
export function mentionsOf(of: Mention['of'], id: string, language: Language): Mention[] {
	const found = allMentions(language).filter((one) => one.of === of && one.id === id);
	return found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at);
}

/** Ids of the claims that a page makes, each once. */
export function claimsOn(slug: string, language: Language): string[] {
	const found = allMentions(language).filter(({ page, of }) => page === slug && of === 'claim');
	return [...new Set(found.map(({ id }) => id))];
}

/** Places a glossary entry lists at most when no page explains the term. */
const mostUses = 3;

/**
 * Where a term is explained or, when no page explains it, where paragraphs use its words, once under
 * each heading.
 */
export function mentionsOfTerm(term: Term, language: Language): Mention[] {
	const explained = mentionsOf('term', term.id, language);
	if (explained.length > 0) return explained;
	const words = [term[language], term.abbr, ...term.aliases].filter((word) => word !== undefined);
	const uses = ({ node }: Visit): Named[] =>
		node.type === 'paragraph' && words.some((word) => textOfNode(node).includes(word))
			? [{ id: term.id, of: 'term', form: 'text', fragment: markOf(node) }]
			: [];
	const found = pagesOf(language).flatMap((page) => mentionsOn(page, uses));
	const isFirst = ({ page, heading }: Mention, at: number) =>
		found.findIndex((other) => other.page === page && other.heading === heading) === at;
	return found.filter(isFirst).slice(0, mostUses);
}
