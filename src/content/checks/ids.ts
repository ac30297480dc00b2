/** Ids: those a component names must exist, those a page carries must be unique. */
import { idMaximumLength, isId } from '../../base/ids.ts';
import type { Complaint } from '../../base/content-error.ts';
import { anchorsOf, markOf, type Anchor } from '../anchors.ts';
import type { ContentCheck, PageCheck } from '../content.ts';
import { attributeOf, idsOf, isTag, type PageSource } from '../page-source.ts';
import { nearest, unknownClaim } from '../suggestion.ts';

/** Attributes by which a component points into a data file. */
const pointers: PageCheck = (page, content) => {
	const claims = content.claims?.value.map(({ id }) => id);
	const matters = content.matters?.value.map(({ id }) => id);
	const terms = content.glossary?.value.map(({ id }) => id);
	const figures = content.figures.value.map(({ id }) => id);
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
			if (node.name === 'Note') return unknown(matters, 'matter', 'matters.yaml');
			if (node.name === 'Claim') {
				return idsOf(node, 'id')
					.filter((id) => claims && !claims.includes(id))
					.map((id) => unknownClaim(id, where, claims ?? []));
			}
			if (node.name === 'Term') return unknown(terms, 'id', 'glossary.yaml');
			if (node.name === 'Figure') return unknown(figures, 'id', 'src/figures');
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
			const [theirIds, ourIds] = [theirs, ours].map((some) => new Set(some.map(({ id }) => id)));
			const mend = 'Give the same block the same id in both languages.';
			const missing = theirs.flatMap(({ id, where }, at) => {
				if (ourIds!.has(id)) return [];
				const before = theirs.slice(0, at).findLast((anchor) => ourIds!.has(anchor.id));
				const place = ours.find((anchor) => anchor.id === before?.id)?.where ?? page.at(1);
				const after = before ? ` after “${before.id}”` : '';
				return [
					{
						what: `The block “${id}” (${where}) is missing${after} in ${page.file}.`,
						where: place,
						mend,
					},
				];
			});
			const extra = ours
				.filter(({ id }) => !theirIds!.has(id))
				.map(({ id, where }) => ({
					what: `The block “${id}” is not in ${chinese.file}.`,
					where,
					mend,
				}));
			return [...missing, ...extra, ...inOtherOrder(chinese.file, theirs, ours)];
		});

/** The first block of an edition that stands elsewhere than in the other. */
function inOtherOrder(file: string, theirs: Anchor[], ours: Anchor[]): Complaint[] {
	const shared = (some: Anchor[], others: Anchor[]) =>
		some.filter(({ id }) => others.some((other) => other.id === id));
	const [expected, found] = [shared(theirs, ours), shared(ours, theirs)];
	const at = found.findIndex(({ id }, index) => id !== expected[index]?.id);
	if (at === -1) return [];
	return [
		{
			what: `The block “${found[at]!.id}” stands where ${file} has “${expected[at]!.id}” (${expected[at]!.where}).`,
			where: found[at]!.where,
			mend: 'Put the blocks of both languages into one order.',
		},
	];
}

/** A claim is told by the same blocks of each edition, so that a figure is where it is looked for. */
const sameClaims: ContentCheck = (content) => {
	const told = (page: PageSource) =>
		page.visits
			.filter(({ node }) => node.name === 'Claim' || node.name === 'Note')
			.flatMap(({ node, ancestors }) => {
				const block = ancestors.find(({ type }) => type === 'paragraph');
				const id = node.name === 'Note' ? attributeOf(node, 'id') : block && markOf(block);
				const ids = idsOf(node, node.name === 'Note' ? 'matter' : 'id');
				return id ? ids.map((claim) => ({ key: `${id} ${claim}`, id, claim, node })) : [];
			});
	return content.pages
		.filter(({ language }) => language !== 'zh')
		.flatMap((page) => {
			const chinese = content.pages.find(
				({ language, slug }) => language === 'zh' && slug === page.slug,
			);
			if (!chinese) return [];
			const [theirs, ours] = [told(chinese), told(page)];
			const onlyIn = (some: typeof ours, others: typeof ours, file: string, at: PageSource) =>
				some
					.filter(({ key }) => !others.some((other) => other.key === key))
					.map(({ id, claim, node }) => ({
						what: `The block “${id}” tells the claim “${claim}”, but not in ${file}.`,
						where: at.at(node),
						mend: 'Tell the same claims in the same block of both languages.',
					}));
			return [
				...onlyIn(theirs, ours, page.file, chinese),
				...onlyIn(ours, theirs, chinese.file, page),
			];
		});
};

export const pointerChecks: PageCheck[] = [pointers];
export const idChecks: ContentCheck[] = [uniqueAnchors, sameInEachEdition, sameClaims];
