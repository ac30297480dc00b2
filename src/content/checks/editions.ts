/** The pages together: the editions have the same blocks and say the same, and lack nothing. */
import { defaultLanguage } from '../../base/languages.ts';
import { claimsOfRow, type Content, type SoundContent } from '../content.ts';
import { attributeOf, idsOf, type PageSource } from '../mdx.ts';
import { numbersUntranslated } from '../numerals.ts';
import type { SoundCheck } from './check.ts';
import { placesOf, type Anchor } from './links.ts';

/** A page has each note once. */
export const uniqueNotes: SoundCheck = ({ pages }, refuse) => {
	for (const page of pages) {
		const matters = page.named('Note').map((node) => attributeOf(node, 'matter'));
		page.named('Note').forEach((node, at) => {
			if (matters.indexOf(matters[at]) === at) return;
			refuse(page.at(node), `The page has the note “${matters[at]}” twice.`, 'Remove one.');
		});
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

/** Both editions have the same blocks with the same ids in the same order: a link is valid in either. */
export const sameIds: SoundCheck = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const [theirs, ours] = [placesOf(original), placesOf(translation)];
		const has = (some: Anchor[], one: Anchor | undefined) => some.some(({ id }) => id === one?.id);
		const at = [...ours, undefined].findIndex((our, index) => our?.id !== theirs[index]?.id);
		const [our, their] = [ours[at], theirs[at]];
		const fix = 'Give the same block the same id, in the same order, in both languages.';
		// The first difference is the cause of most that follow.
		if (our && their && has(theirs, our) === has(ours, their)) {
			const what = has(theirs, our)
				? `The block “${our.id}” is where ${their.where} has “${their.id}”.`
				: `The block “${our.id}” is “${their.id}” at ${their.where}.`;
			refuse(our.where, what, fix);
		} else if (our && !has(theirs, our)) {
			refuse(our.where, `The block “${our.id}” is not in ${original.file}.`, fix);
		} else if (their) {
			const what = `The block “${their.id}” (${their.where}) is missing in ${translation.file}.`;
			refuse(ours[at - 1]?.where ?? translation.at(1), what, fix);
		} else {
			ours.forEach(({ id, kind, where }, index) => {
				const other = theirs[index]!;
				if (kind === other.kind) return;
				const what = `The block “${id}” is a ${kind}, but a ${other.kind} at ${other.where}.`;
				refuse(where, what, 'Write the same kind of block in both languages.');
			});
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
	const { value, at } = page.frontmatter;
	const fields = (['title', 'summary'] as const).map((field): [string, Said] => {
		return [field, { entries: [], text: value?.[field] ?? '', where: at(field) }];
	});
	const blocks = page.marked.map(({ id = '', node, text }): [string, Said] => {
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
export const sameStatements: SoundCheck = (content, refuse) => {
	for (const [original, translation] of pairsOf(content)) {
		const theirs = saidOn(original);
		const [theirFront, ourFront] = [original, translation].map((page) => page.frontmatter);
		for (const field of ['pages', 'coverage', 'draft'] as const) {
			const [their, our] = [theirFront?.value?.[field], ourFront?.value?.[field]];
			if (their === our) continue;
			const what = `${field}: expected ${their} as in ${original.file}; found ${our}.`;
			refuse(ourFront!.at(field), what, 'Write the same in both languages.');
		}
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
			const ours = numbersUntranslated(our.text, their.text);
			const others = numbersUntranslated(their.text, our.text);
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

/** Claims that an edition makes: in its text, and by what it places of figures and tables. */
function claimsOf(edition: readonly PageSource[], { figures, tables }: SoundContent): Set<string> {
	const nodes = (name: string) => edition.flatMap((page) => page.named(name));
	const ids = nodes('Figure').map((node) => attributeOf(node, 'id'));
	const placed = figures.filter(({ value }) => ids.includes(value.id)).map(({ value }) => value);
	const shown = placed.flatMap(({ data }) => data);
	if (nodes('ReportContents').length > 0) shown.push('report-figures');
	return new Set([
		...nodes('Claim').flatMap((node) => idsOf(node)),
		...placed.flatMap(({ claims }) => claims),
		...shown.flatMap((name) => tables.get(name)!.value).flatMap(claimsOfRow),
		// Figures beside claims, under names that no claim has.
		...ids.map((id) => `figure ${id}`),
	]);
}

/** Every claim and every figure is on a page of each edition. */
export const coverage: SoundCheck = (content, refuse) => {
	const { claims, figures, languages, pages, name, report } = content;
	const made = languages.map((language) =>
		claimsOf(
			pages.filter((page) => page.language === language),
			content,
		),
	);
	const editionsWithout = (id: string) =>
		languages.filter((_, at) => !made[at]!.has(id)).join(' and ');
	claims.value.forEach(({ id, section }, at) => {
		const slugs = pages
			.filter((page) => page.named('Claim').some((node) => idsOf(node).includes(id)))
			.flatMap(({ slug }) => (report.value.sections.includes(slug) ? slug : []));
		if (slugs.length > 0 && !slugs.includes(section)) {
			const found = [...new Set(slugs)].join(', ');
			const what = `section: the claim “${id}” is in ${found}; found “${section}”.`;
			refuse(claims.at(at, 'section'), what, 'Name the section whose page makes the claim.');
		}
		const without = editionsWithout(id);
		if (!without) return;
		const fix = `Write it in ${name}/${without.slice(0, 2)}/${section}.mdx: <Claim id="${id}">…</Claim>.`;
		refuse(claims.at(at, 'id'), `The claim “${id}” is on no page of the edition ${without}.`, fix);
	});
	for (const { value, at } of figures) {
		const without = editionsWithout(`figure ${value.id}`);
		if (!without) continue;
		const what = `The figure “${value.id}” is on no page of the edition ${without}.`;
		refuse(at(), what, `Place it: <Figure id="${value.id}" />.`);
	}
};
