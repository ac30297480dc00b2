/** The data files against each other: double ids, entries that name what does not exist. */
import type { Complaint } from '../../base/content-error.ts';
import { claimsOfRow, tableNameOf, type ContentCheck, type Data } from '../content.ts';
import { unknownClaim } from '../suggestion.ts';

const refused: ContentCheck = (content) => content.refused;

function doubles({ file, value, lineOf }: Data<{ id: string }[]>): Complaint[] {
	const seen = new Map<string, number>();
	return value.flatMap(({ id }, at) => {
		const line = lineOf([at, 'id']);
		const first = seen.get(id);
		if (first === undefined) seen.set(id, line);
		if (first === undefined) return [];
		return [
			{
				what: `The id “${id}” stands twice; first in line ${first}.`,
				where: `${file}:${line}`,
				mend: 'Give one of them another id; keep the one that is published.',
			},
		];
	});
}

const uniqueIds: ContentCheck = ({ claims, matters, glossary }) =>
	[claims, matters, glossary].flatMap((data) => (data ? doubles(data) : []));

const emptyTables: ContentCheck = ({ tables }) =>
	[...tables.values()]
		.filter(({ value }) => value.length === 0)
		.map(({ file }) => ({
			what: 'The table has no rows.',
			where: `${file}:1`,
			mend: 'Add rows, or remove the file.',
		}));

/** Each claim belongs to a section and stands on pages that exist. */
const claimPlaces: ContentCheck = ({ claims, report }) => {
	if (!claims || !report) return [];
	const { sections, pageCount } = report.value;
	return claims.value.flatMap((claim, at) => {
		const section = sections.includes(claim.section)
			? []
			: [
					{
						what: `section: found “${claim.section}”, expected one of ${sections.join(', ')}.`,
						where: `${claims.file}:${claims.lineOf([at, 'section'])}`,
						mend: 'Name a section of report.yaml.',
					},
				];
		const pages = claim.places.flatMap((place, index) => {
			const last = Math.max(0, ...(place.pages?.split(/, |–/).map(Number) ?? []));
			if (last <= pageCount) return [];
			return [
				{
					what: `pages: found page ${last}; the report has ${pageCount}.`,
					where: `${claims.file}:${claims.lineOf([at, 'places', index, 'pages'])}`,
					mend: 'Write the pages as the report numbers them.',
				},
			];
		});
		return [...section, ...pages];
	});
};

/** Figures name tables and claims that exist. */
const figureEntries: ContentCheck = ({ figures, tables, claims, files }) =>
	figures.value.flatMap((figure) => {
		const where = (...path: PropertyKey[]) => figures.where(figure.id, ...path);
		const complaints: Complaint[] = [];
		figure.data.forEach((name, index) => {
			const table = tableNameOf(name);
			const isThere = tables.has(table) || files.some(({ path }) => path === `data/${table}.csv`);
			if (isThere) return;
			complaints.push({
				what: `The figure ${figure.id} is drawn from “${name}”; there is no such table.`,
				where: where('data', index),
				mend: `Add content/data/${table}.csv or correct the name.`,
			});
		});
		figure.claims.forEach((id, index) => {
			if (!claims || claims.value.some((claim) => claim.id === id)) return;
			complaints.push(
				unknownClaim(
					id,
					where('claims', index),
					claims.value.map(({ id }) => id),
				),
			);
		});
		return complaints;
	});

/** Rows name claims and sections that exist. */
const rowReferences: ContentCheck = ({ tables, claims, report }) =>
	[...tables.values()].flatMap(({ file, value, lineOf }) =>
		value.flatMap((row, at) => {
			const where = `${file}:${lineOf([at])}`;
			const known = claims?.value.map(({ id }) => id);
			const unknown = claimsOfRow(row).filter((id) => known && !known.includes(id));
			const section = typeof row.section === 'string' ? row.section : undefined;
			const isLost = section && report && !report.value.sections.includes(section);
			return [
				...unknown.map((id) => unknownClaim(id, where, known ?? [])),
				...(isLost
					? [
							{
								what: `section: found “${section}”, expected one of ${report.value.sections.join(', ')}.`,
								where,
								mend: 'Name a section of report.yaml.',
							},
						]
					: []),
			];
		}),
	);

/** Matters name claims that exist, and every claim that differs from its source has its matter. */
const matterClaims: ContentCheck = ({ matters, claims }) => {
	if (!matters || !claims) return [];
	const known = claims.value.map(({ id }) => id);
	const unknown = matters.value.flatMap((matter, at) =>
		matter.claims.flatMap((id, index) =>
			known.includes(id)
				? []
				: [unknownClaim(id, `${matters.file}:${matters.lineOf([at, 'claims', index])}`, known)],
		),
	);
	const told = new Set(matters.value.flatMap((matter) => matter.claims));
	const alone = claims.value.flatMap(({ id, check }, at) =>
		check !== 'conflict' || told.has(id)
			? []
			: [
					{
						what: `The claim “${id}” differs from its source, but no matter says how.`,
						where: `${claims.file}:${claims.lineOf([at, 'check'])}`,
						mend: `Add it to a matter in ${matters.file}.`,
					},
				],
	);
	return [...unknown, ...alone];
};

export const dataChecks: ContentCheck[] = [
	refused,
	uniqueIds,
	emptyTables,
	claimPlaces,
	figureEntries,
	rowReferences,
	matterClaims,
];
