/** The claims as a table, for people who count in a spreadsheet. */
import { checks, claimSchema, type Claim } from '../content/claims-schema.ts';
import { urlOf, type Address } from '../base/urls.ts';
import { claimPath } from '../content/addresses.ts';
import { locatorOf } from '../content/locators.ts';

const claimKinds = claimSchema.shape.kind.options;

type CsvValue = string | number;

/** Between several values of one cell. */
const valueSeparator = ' | ';

interface ClaimColumn {
	name: string;
	/** What is in it, for the description of the table. */
	is: string;
	type?: 'integer' | 'anyURI';
	/** Whether a cell holds a list. */
	isList?: boolean;
	cellOf: (claim: Claim, address: Address) => CsvValue;
}

const claimColumns: readonly ClaimColumn[] = [
	{
		name: 'number',
		is: 'Permanent number of the claim.',
		type: 'integer',
		cellOf: ({ number }) => number,
	},
	{ name: 'id', is: 'Permanent key of the claim.', cellOf: ({ id }) => id },
	{
		name: 'section',
		is: 'Section of the report the claim belongs to.',
		cellOf: ({ section }) => section,
	},
	{ name: 'kind', is: `One of ${claimKinds.join(', ')}.`, cellOf: ({ kind }) => kind },
	{
		name: 'check',
		is: `How the check against sources ended: one of ${checks.join(', ')}.`,
		cellOf: ({ check }) => check,
	},
	{
		name: 'statement_zh',
		is: 'The claim in Chinese, in our words.',
		cellOf: ({ statement }) => statement.zh,
	},
	{
		name: 'statement_en',
		is: 'The claim in English, in our words.',
		cellOf: ({ statement }) => statement.en,
	},
	{
		name: 'figures',
		is: 'Numbers, names and dates of the claim, exactly as printed.',
		isList: true,
		cellOf: ({ figures }) => figures.join(valueSeparator),
	},
	{
		name: 'place_zh',
		is: 'Where in the report the claim is, in Chinese.',
		cellOf: (claim) => locatorOf([claim], 'zh'),
	},
	{
		name: 'place_en',
		is: 'Where in the report the claim is, in English.',
		cellOf: (claim) => locatorOf([claim], 'en'),
	},
	{ name: 'note_zh', is: 'What the check found, in Chinese.', cellOf: ({ note }) => note.zh },
	{ name: 'note_en', is: 'What the check found, in English.', cellOf: ({ note }) => note.en },
	{
		name: 'sources',
		is: 'Addresses of the sources.',
		type: 'anyURI',
		isList: true,
		cellOf: ({ sources }) => sources.map(({ url }) => url).join(valueSeparator),
	},
	{
		name: 'sources_read',
		is: 'Days the sources were read, in the same order.',
		isList: true,
		cellOf: ({ sources }) => sources.map(({ read }) => read).join(valueSeparator),
	},
	{
		name: 'permalink',
		is: 'Address of the entry, in Chinese.',
		type: 'anyURI',
		cellOf: (claim, address) => urlOf(claimPath(claim, 'zh'), address),
	},
];

/** A cell as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end. */
function csvCell(cell: CsvValue): string {
	const text = String(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All claims as CSV (RFC 4180, UTF-8) with a header row. */
export function claimsCsv(claims: readonly Claim[], address: Address): string {
	const rows: CsvValue[][] = [
		claimColumns.map(({ name }) => name),
		...claims.map((claim) => claimColumns.map(({ cellOf }) => cellOf(claim, address))),
	];
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** The columns of `claims.csv` as CSV on the Web describes them (W3C, csvw). */
export function claimsCsvMetadata(): object {
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
		url: 'claims.csv',
		'dc:title': 'Claims of the report, each checked against sources',
		tableSchema: {
			columns: claimColumns.map(({ name, is, type, isList }) => ({
				name,
				'dc:description': is,
				datatype: type ?? 'string',
				...(isList ? { separator: valueSeparator } : {}),
			})),
			primaryKey: 'number',
		},
	};
}
