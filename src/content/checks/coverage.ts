/** Nothing is forgotten: every claim and every figure has its place in each edition. */
import { missingFiguresTable } from '../anchors.ts';
import { claimsOfRow, tableNameOf, type Content, type ContentCheck } from '../content.ts';
import { attributeOf, idsOf, type PageSource } from '../page-source.ts';

/** Claims a page carries: in its text, in its figures and in its table of missing figures. */
export function claimsOn(page: PageSource, content: Content): string[] {
	return page.visits.flatMap(({ node }) => {
		const rows = (name: string) => content.tables.get(tableNameOf(name))?.value ?? [];
		if (node.name === 'Claim') return idsOf(node, 'id');
		if (node.name === 'ReportContents') return rows('report-figures').flatMap(claimsOfRow);
		if (node.name === 'MissingFigures') {
			const section = attributeOf(node, 'section');
			return rows(missingFiguresTable)
				.filter((row) => row.section === section)
				.flatMap(claimsOfRow);
		}
		const figure =
			node.name === 'Figure'
				? content.figures.value.find(({ id }) => id === attributeOf(node, 'id'))
				: undefined;
		if (!figure) return [];
		return [...figure.claims, ...figure.data.flatMap((name) => rows(name).flatMap(claimsOfRow))];
	});
}

/** Nothing the report says is forgotten: each claim is on a page of each edition. */
const claimsUsed: ContentCheck = (content) => {
	const { claims, languages, pages } = content;
	if (!claims || pages.some((page) => page.syntax.length > 0)) return [];
	return languages.flatMap((language) => {
		const used = new Set(
			pages.filter((page) => page.language === language).flatMap((page) => claimsOn(page, content)),
		);
		return claims.value.flatMap(({ id, section }, at) =>
			used.has(id)
				? []
				: [
						{
							what: `The claim “${id}” is on no page of the edition ${language}.`,
							where: `${claims.file}:${claims.lineOf([at, 'id'])}`,
							mend: `Say it in ${content.name}/${language}/${section}.mdx: <Claim id="${id}">…</Claim>.`,
						},
					],
		);
	});
};

/** Each figure stands on a page of each edition; the pages' order numbers them. */
const figuresPlaced: ContentCheck = ({ figures, languages, pages }) => {
	if (pages.some((page) => page.syntax.length > 0)) return [];
	return languages.flatMap((language) => {
		const placed = pages
			.filter((page) => page.language === language)
			.flatMap((page) => page.visits)
			.filter(({ node }) => node.name === 'Figure')
			.map(({ node }) => attributeOf(node, 'id'));
		return figures.value
			.filter(({ id }) => !placed.includes(id))
			.map(({ id }) => ({
				what: `The figure “${id}” is on no page of the edition ${language}.`,
				where: figures.where(id),
				mend: `Place it: <Figure id="${id}" />.`,
			}));
	});
};

/** What is at odds with the sources is never printed without a note, nor a note without a source. */
const conflictsNoted: ContentCheck = ({ name, claims, matters, figures, languages, pages }) => {
	if (!claims || pages.some((page) => page.syntax.length > 0)) return [];
	return claims.value.flatMap(({ id, section, check, note, places, sources }, at) => {
		if (check !== 'conflict') return [];
		// What a matter tells has its note and its sources there.
		if (matters?.value.some((matter) => matter.claims.includes(id))) return [];
		const where = (field: string) => `${claims.file}:${claims.lineOf([at, field])}`;
		// Where the report speaks against itself, its own table is the source, as a figure sets it.
		const isInFigure = figures.value.some(({ data }) =>
			places.some(({ part }) => data.includes(part)),
		);
		const unsourced = sources.length === 0 && !isInFigure;
		const silent = languages.filter(
			(language) =>
				!pages.some(
					(page) =>
						page.language === language &&
						page.visits.some(
							({ node }) => node.name === 'Note' && idsOf(node, 'claims').includes(id),
						),
				),
		);
		return [
			...(note.zh && note.en
				? []
				: [
						{
							what: `The conflict “${id}” has no note.`,
							where: where('note'),
							mend: 'Say in both languages what the sources say.',
						},
					]),
			...(unsourced
				? [
						{
							what: `The conflict “${id}” has no source.`,
							where: where('sources'),
							mend: 'Name the primary source, with its title and the day it was read.',
						},
					]
				: []),
			...silent.map((language) => ({
				what: `The conflict “${id}” has no editor’s note in the edition ${language}.`,
				where: where('check'),
				mend: `Write it in ${name}/${language}/${section}.mdx: <Note claims="${id}">…</Note>.`,
			})),
		];
	});
};

export const coverageChecks: ContentCheck[] = [claimsUsed, figuresPlaced, conflictsNoted];
