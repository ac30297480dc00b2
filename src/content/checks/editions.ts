/** The pages together: the editions have the same blocks and say the same, and lack nothing. */
import { defaultLanguage } from '../../base/languages.ts';
import { isExternal } from '../../base/urls.ts';
import type { Check, Content } from '../content.ts';
import { idsOf, type PageSource } from '../mdx.ts';
import { numbersApart } from '../numerals.ts';

/** Each page of a translation with its original. Of two that differ, the `later` one is likely wrong. */
const pairsOf = ({ pages, changedAt }: Content) =>
	pages.flatMap((translation) => {
		const original = pages.find(
			({ language, slug }) => language === defaultLanguage && slug === translation.slug,
		);
		if (!original || original === translation) return [];
		const isLater = changedAt(translation.file) >= changedAt(original.file);
		const [earlier, later] = isLater ? [original, translation] : [translation, original];
		return { original, translation, isLater, earlier, later };
	});

/** What the editions have in common, in order: fields about the report, and blocks. */
const shapeOf = ({ frontmatter, marked, lines, at }: PageSource) => [
	...(['pages', 'coverage'] as const).map((field) => {
		return { title: `${field} “${frontmatter.value![field]}”`, where: frontmatter.at(field) };
	}),
	...marked.map(({ kind, id, node }) => {
		const level = node.depth ? ` of level ${node.depth}` : '';
		return { title: `${kind} “${id}”${level}`, where: at(node) };
	}),
	{ title: 'end of the page', where: at(lines.length) },
];

/** Both editions have the same blocks with the same ids in the same order: a link is valid in either. */
export const sameIds: Check = (content, refuse) => {
	for (const { earlier, later } of pairsOf(content)) {
		const [theirs, ours] = [shapeOf(earlier), shapeOf(later)];
		// The first difference is the cause of most that follow.
		const at = theirs.findIndex(({ title }, index) => title !== ours[index]?.title);
		if (at === -1) continue;
		const [their, our] = [theirs[at]!, ours[at]!];
		refuse(
			our.where,
			`Expected the ${their.title} of ${their.where}; found the ${our.title}.`,
			'Give the same block the same id, in the same order, in both languages.',
		);
	}
};

/** What code says to people: strings and comments. */
const textsInCode = /"[^"]*"|'[^']*'|\/\*[\s\S]*?\*\/|(#|\/\/|-- ).*/g;

/** What a page says by field of its front matter and by id of its blocks. */
function saidOn({ fieldTexts, marked, visits, language, at }: PageSource) {
	const fields = fieldTexts.map((field) => ({ ...field, entries: [] as string[] }));
	const blocks = marked.map(({ id = '', node, text }) => {
		/** Claims, matters and places that the block names; of code, its lines without texts. */
		const entries = visits.flatMap(({ node: inner, ancestors }): string[] => {
			if (inner !== node && !ancestors.includes(node)) return [];
			const { type, name, url = '', lang, value = '' } = inner;
			// A source may have an address, a search have words, in each language.
			if (type === 'link' && !isExternal(url))
				return [url.split('#')[1] ?? url.replace(`/${language}/`, '/').replace(/\?.*/, '')];
			if (type === 'code' && lang !== 'text')
				return value.replace(textsInCode, '').match(/\S(?:.*\S)?/g) ?? [];
			return name === 'Claim' ? idsOf(inner) : idsOf(inner, 'matter');
		});
		return { id, entries, text, where: at(node) };
	});
	return [...fields, ...blocks];
}

/** The same block makes the same claims with the same numbers in each edition. */
export const sameStatements: Check = (content, refuse) => {
	for (const { earlier, later, isLater } of pairsOf(content)) {
		const [before, now] = [saidOn(earlier), saidOn(later)];
		for (const [index, { id, entries, text, where }] of now.entries()) {
			const there = before[index]!;
			const added = entries.find((entry) => !there.entries.includes(entry));
			const gone = there.entries.find((entry) => !entries.includes(entry));
			const displaced = entries.find((entry, at) => entry !== there.entries[at]);
			// What moved to another block is reported there.
			const isMoved = now.some((one) => one.entries.includes(gone!));
			const apart = isLater ? numbersApart(there.text, text) : numbersApart(text, there.text);
			const what = added
				? `The block “${id}” has “${added}”, but not at ${there.where}.`
				: gone
					? !isMoved && `The block “${id}” lacks “${gone}” of ${there.where}.`
					: displaced
						? `The block “${id}” has “${displaced}” in another order than ${there.where}.`
						: apart && `The numbers are not those of ${there.where}; ${apart.alone}.`;
			const fix = 'Write the same claims, notes, links, numbers and code in both languages.';
			if (what) refuse(where, what, fix);
		}
	}
};

/**
 * Every figure is on a page, every claim on one of its section or in a figure, and every note on a
 * page that makes a claim of its matter.
 */
export const coverage: Check = ({ pages, claims, matters, figures, report, tables }, refuse) => {
	const { sections } = report.value;
	const rowsOf = (name: string) => tables.get(name)!.value.flatMap(({ claim = [] }) => claim);
	// The editions have been found to name the same.
	const originals = pages.filter(({ language }) => language === defaultLanguage);
	const placed = originals.flatMap((page) => page.named('Figure').flatMap((node) => idsOf(node)));
	const unplaced = figures.filter(({ value }) => !placed.includes(value.id));
	for (const { value, at } of unplaced) {
		const fix = `Put <Figure id="${value.id}" /> on a page of each language.`;
		refuse(at(), `The figure “${value.id}” is on no page.`, fix);
	}
	if (unplaced.length > 0) return;
	const shown = originals.map(({ slug, named, at }) => {
		const made = named('Claim').flatMap((node) => idsOf(node));
		const drawn = figures.flatMap(({ value }) =>
			named('Figure').some((node) => idsOf(node).includes(value.id))
				? [...value.claims, ...value.data.flatMap(rowsOf)]
				: [],
		);
		drawn.push(...named('ReportContents').flatMap(() => rowsOf('report-figures')));
		for (const node of named('Note')) {
			const matter = matters.value.find(({ id }) => idsOf(node, 'matter').includes(id))!;
			const isApart = !matter.claims.some((id) => made.includes(id) || drawn.includes(id));
			const what = `The note “${matter.id}” is on a page that makes none of its claims.`;
			if (isApart && sections.includes(slug))
				refuse(at(node), what, `Move it to where ${matter.claims.join(' or ')} is.`);
		}
		return { slug, made, drawn };
	});
	for (const [at, { id, section }] of claims.value.entries()) {
		const slugs = shown.flatMap(({ made, slug }) => (made.includes(id) ? slug : []));
		const own = slugs.filter((slug) => sections.includes(slug));
		if (own.length > 0 && !own.includes(section))
			refuse(...claims.wrong([at, 'section'], `the claim “${id}” is in ${own.join(', ')}`));
		if (slugs.length > 0 || shown.some(({ drawn }) => drawn.includes(id))) continue;
		const fix = `Write it in ${section}.mdx: <Claim id="${id}">…</Claim>.`;
		refuse(claims.at(at, 'id'), `The claim “${id}” is on no page.`, fix);
	}
};
