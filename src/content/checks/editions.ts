/** The pages together: the editions have the same blocks and say the same, and lack nothing. */
import { defaultLanguage } from '../../base/languages.ts';
import { isExternal } from '../../base/urls.ts';
import { claimsOfRow, type Check, type Content } from '../content.ts';
import { isWithin } from '../fields.ts';
import { attributeOf, idsOf, type PageBlock, type PageSource } from '../mdx.ts';
import { numbersApart } from '../numerals.ts';

/** A page has each note once. */
export const uniqueNotes: Check = ({ pages }, refuse) => {
	for (const page of pages) {
		const matters = page.named('Note').map((node) => attributeOf(node, 'matter'));
		for (const [at, node] of page.named('Note').entries()) {
			if (matters.indexOf(matters[at]) === at) continue;
			const what = `The page has the note “${matters[at]}” twice.`;
			refuse({ what, where: page.at(node), fix: 'Remove one.' });
		}
	}
};

/** Each page of a translation with the original it belongs to. */
const pairsOf = ({ pages }: Content) =>
	pages.flatMap((translation): [original: PageSource, translation: PageSource][] => {
		const original = pages.find(
			({ language, slug }) => language === defaultLanguage && slug === translation.slug,
		);
		return original && original !== translation ? [[original, translation]] : [];
	});

/** Both editions have the same blocks with the same ids in the same order: a link is valid in either. */
export const sameIds: Check = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const nameOf = (block: PageBlock | undefined) =>
			block
				? `${block.kind} “${block.id}”${block.node.depth ? ` of level ${block.node.depth}` : ''}`
				: 'end of the page';
		const [theirs, ours] = [
			[...original.marked, undefined],
			[...translation.marked, undefined],
		];
		// The first difference is the cause of most that follow.
		const at = theirs.findIndex((their, index) => nameOf(their) !== nameOf(ours[index]));
		if (at === -1) continue;
		const [their, our] = [theirs[at], ours[at]];
		const there = their ? ` of ${original.at(their.node)}` : '';
		refuse({
			what: `Expected the ${nameOf(their)}${there}; found the ${nameOf(our)}.`,
			where: translation.at(our?.node ?? translation.lines.length),
			fix: 'Give the same block the same id, in the same order, in both languages.',
		});
	}
};

/** What code says to people: strings and comments. */
const textsInCode = /"[^"]*"|'[^']*'|\/\*[\s\S]*?\*\/|(#|\/\/|-- ).*/g;

interface Said {
	/** Claims, matters and places that a block names; of code, its lines without texts. */
	entries: string[];
	text: string;
	where: string;
}

/** What a page says: its front matter by field, its blocks by id. */
function saidOn({ frontmatter, marked, visits, language, at }: PageSource): Map<string, Said> {
	const fields = (['title', 'summary'] as const).map((field): [string, Said] => {
		return [field, { entries: [], text: frontmatter.value![field], where: frontmatter.at(field) }];
	});
	const blocks = marked.map(({ id = '', node, text }): [string, Said] => {
		const entries = visits.flatMap(({ node: inner, ancestors }) => {
			if (inner !== node && !ancestors.includes(node)) return [];
			const { type, name, url = '', lang, value = '' } = inner;
			// A source may have an address, a search have words, in each language.
			if (type === 'link' && !isExternal(url))
				return url.split('#')[1] ?? url.replace(`/${language}/`, '/').replace(/\?.*/, '');
			if (type === 'code' && lang !== 'text')
				return value.replace(textsInCode, '').match(/\S(?:.*\S)?/g) ?? [];
			return name === 'Claim' ? idsOf(inner) : idsOf(inner, 'matter');
		});
		return [id, { entries, text, where: at(node) }];
	});
	return new Map([...fields, ...blocks]);
}

/** The same block makes the same claims with the same numbers in each edition. */
export const sameStatements: Check = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const theirs = saidOn(original);
		for (const field of ['pages', 'coverage', 'draft'] as const) {
			const [their, our] = [original, translation].map((page) => page.frontmatter.value![field]);
			if (their === our) continue;
			refuse(translation.frontmatter.wrong([field], `expected ${their} as in ${original.file}`));
		}
		// Of two that differ, the one changed later is most likely wrong.
		const isLater = content.changedAt(translation.file) >= content.changedAt(original.file);
		for (const [id, our] of saidOn(translation)) {
			const their = theirs.get(id)!;
			const [added] = our.entries.filter((entry) => !their.entries.includes(entry));
			const [gone] = their.entries.filter((entry) => !our.entries.includes(entry));
			const apart = numbersApart(their.text, our.text, isLater);
			const isOurs = added ?? (gone ? false : apart?.isTranslation);
			const [here, there] = isOurs ? [our, their] : [their, our];
			const fix = 'Write the same claims, notes, links, numbers and code in both languages.';
			const what =
				(added ?? gone)
					? `The block “${id}” has “${added ?? gone}”, but not at ${there.where}.`
					: apart && `The numbers are not those of ${there.where}; ${apart.alone}.`;
			if (what) refuse({ what, where: here.where, fix });
		}
	}
};

/** Every claim and every figure is on a page, a claim on that of its section and in its pages. */
export const coverage: Check = ({ claims, figures, pages, report, tables }, refuse) => {
	// The editions have been found to name the same.
	const originals = pages.filter(({ language }) => language === defaultLanguage);
	const nodes = (name: string) => originals.flatMap((page) => page.named(name));
	const placed = nodes('Figure').map((node) => attributeOf(node, 'id'));
	const shown = figures.flatMap(({ value }) => (placed.includes(value.id) ? value : []));
	const listed = nodes('ReportContents').length > 0 ? ['report-figures'] : [];
	const rows = [...listed, ...shown.flatMap(({ data }) => data)].flatMap(
		(name) => tables.get(name)!.value,
	);
	const made = [...shown.flatMap((figure) => figure.claims), ...rows.flatMap(claimsOfRow)];
	for (const [at, { id, section, places }] of claims.value.entries()) {
		const covered = originals.find(({ slug }) => slug === section)?.frontmatter.value?.pages;
		const inBody = places.flatMap(({ part, pages }) => (part === 'body' && pages ? pages : []));
		const isElsewhere = inBody.length > 0 && !inBody.some((one) => isWithin(one, covered ?? one));
		if (isElsewhere)
			refuse(claims.wrong([at, 'places'], `expected a page of ${section}, ${covered}`));
		const makers = originals.filter((page) =>
			page.named('Claim').some((node) => idsOf(node).includes(id)),
		);
		const slugs = makers.map(({ slug }) => slug);
		const sections = slugs.filter((slug) => report.value.sections.includes(slug));
		if (sections.length > 0 && !sections.includes(section)) {
			refuse(claims.wrong([at, 'section'], `the claim “${id}” is in ${sections.join(', ')}`));
		}
		if (slugs.length > 0 || made.includes(id)) continue;
		const fix = `Write it in ${section}.mdx: <Claim id="${id}">…</Claim>.`;
		refuse({ what: `The claim “${id}” is on no page.`, where: claims.at(at, 'id'), fix });
	}
	for (const { value, at } of figures) {
		if (placed.includes(value.id)) continue;
		const fix = `Place it: <Figure id="${value.id}" />.`;
		refuse({ what: `The figure “${value.id}” is on no page.`, where: at(), fix });
	}
};
