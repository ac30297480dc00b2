/** Nothing is forgotten: every claim and every figure has its place in each edition. */
import { claimsOfRow, tableNameOf, type Content, type ContentCheck } from '../content.ts';
import { attributeOf, idsOf, type PageSource } from '../page-source.ts';

/** Claims a page carries: in its text, in its figures and in its table of missing figures. */
export function claimsOn(page: PageSource, content: Content): string[] {
	return page.visits.flatMap(({ node }) => {
		const rows = (name: string) => content.tables.get(tableNameOf(name))?.value ?? [];
		if (node.name === 'Claim') return idsOf(node, 'id');
		if (node.name === 'ReportContents') return rows('report-figures').flatMap(claimsOfRow);
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


export const coverageChecks: ContentCheck[] = [claimsUsed, figuresPlaced];
