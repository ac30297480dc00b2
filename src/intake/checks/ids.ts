/** Ids: those a component names must exist, those a page carries must be unique. */
import { idMaximumLength, isId } from '../../lib/ids.ts';
import { anchorsOf, missingFiguresTable, type Anchor } from '../anchors.ts';
import type { ContentCheck, PageCheck } from '../content.ts';
import { idsOf, isTag } from '../page-source.ts';
import { nearest, unknownClaim } from '../suggestion.ts';

/** Attributes by which a component points into a data file. */
const pointers: PageCheck = (page, content) => {
	const claims = content.claims?.value.map(({ id }) => id);
	const terms = content.glossary?.value.map(({ id }) => id);
	const figures = content.figures?.value.map(({ id }) => id);
	return page.visits
		.filter(({ node }) => isTag(node))
		.flatMap(({ node }) => {
			const where = page.at(node);
			const unknown = (known: string[] | undefined, attribute: string, file: string) =>
				idsOf(node, attribute)
					.filter((id) => known && !known.includes(id))
					.map((id) => ({
						what: `<${node.name}> names “${id}”, which is not in ${file}.`,
						where,
						mend: nearest(id, known ?? []),
					}));
			if (node.name === 'Claim' || node.name === 'Note') {
				return idsOf(node, node.name === 'Claim' ? 'id' : 'claims')
					.filter((id) => claims && !claims.includes(id))
					.map((id) => unknownClaim(id, where, claims ?? []));
			}
			if (node.name === 'Term') return unknown(terms, 'id', 'glossary.yaml');
			if (node.name === 'Figure') return unknown(figures, 'id', 'figures.yaml');
			if (node.name === 'MissingFigures') {
				const rows = content.tables.get(missingFiguresTable)?.value;
				const sections = rows?.map((row) => String(row.section));
				return unknown(sections, 'section', `data/${missingFiguresTable}.csv`);
			}
			return [];
		});
};

/** Ids are unique over all pages of an edition: a fragment must say where it leads. */
const uniqueAnchors: ContentCheck = (content) =>
	content.languages.flatMap((language) => {
		const seen = new Map<string, string>();
		const anchors = content.pages
			.filter((page) => page.language === language)
			.flatMap((page) => anchorsOf(page, content));
		return anchors.flatMap(({ id, where }: Anchor) => {
			const first = seen.get(id);
			if (first === undefined) seen.set(id, where);
			if (!isId(id)) {
				return [
					{
						what: `“${id}” cannot be an id; expected lower-case ASCII words, at most ${idMaximumLength} characters.`,
						where,
						mend: 'Shorten or correct it.',
					},
				];
			}
			if (first === undefined) return [];
			return [
				{
					what: `The id “${id}” is used twice; first at ${first}.`,
					where,
					mend: 'Give the newer one another id; ids are unique on the whole site.',
				},
			];
		});
	});

/** Both editions carry the same ids on each page: a link to a place holds in either language. */
const sameInEachEdition: ContentCheck = (content) =>
	content.pages
		.filter(({ language, syntax }) => language !== 'zh' && syntax.length === 0)
		.flatMap((page) => {
			const chinese = content.pages.find(
				({ language, slug }) => language === 'zh' && slug === page.slug,
			);
			if (!chinese || chinese.syntax.length > 0) return [];
			const [theirs, ours] = [anchorsOf(chinese, content), anchorsOf(page, content)];
			const only = (some: Anchor[], others: Anchor[]) =>
				some.filter(({ id }) => !others.some((other) => other.id === id));
			return [
				...only(theirs, ours).map(({ id, where }) => ({
					what: `The id “${id}” (${where}) is missing in ${page.file}.`,
					where: page.at(1),
					mend: 'Give the same block the same id in both languages.',
				})),
				...only(ours, theirs).map(({ id, where }) => ({
					what: `The id “${id}” is not in ${chinese.file}.`,
					where,
					mend: 'Give the same block the same id in both languages.',
				})),
			];
		});

export const pointerChecks: PageCheck[] = [pointers];
export const idChecks: ContentCheck[] = [uniqueAnchors, sameInEachEdition];
