/** The claims as a table, for people who count in a spreadsheet. */
import { checks, claimSchema, type Claim } from '../content/claims-schema.ts';
import { urlOf, type Address } from '../base/urls.ts';
import { claimPath } from '../content/addresses.ts';
import { locatorOf } from '../content/locators.ts';

const claimKinds = claimSchema.shape.kind.options;

type CsvValue = string | number | readonly string[];

/** Between several values of one cell. */
const valueSeparator = ' | ';

/** A column: name, what is in it, what its cell says, and how the table is described. */
type ClaimColumn = [
	name: string,
	is: string,
	cell: (claim: Claim, address: Address) => CsvValue,
	how?: { datatype?: 'integer' | 'anyURI'; separator?: string },
];

const isList = { separator: valueSeparator };

const claimColumns: readonly ClaimColumn[] = [
	['number', 'Permanent number of the claim.', ({ number }) => number, { datatype: 'integer' }],
	['id', 'Permanent key of the claim.', ({ id }) => id],
	['section', 'Section of the report the claim belongs to.', ({ section }) => section],
	['kind', `One of ${claimKinds.join(', ')}.`, ({ kind }) => kind],
	[
		'check',
		`How the check against sources ended: one of ${checks.join(', ')}.`,
		({ check }) => check,
	],
	['statement_zh', 'The claim in Chinese, in our words.', ({ statement }) => statement.zh],
	['statement_en', 'The claim in English, in our words.', ({ statement }) => statement.en],
	[
		'figures',
		'Numbers, names and dates of the claim, exactly as printed.',
		({ figures }) => figures,
		isList,
	],
	[
		'place_zh',
		'Where in the report the claim is, in Chinese.',
		(claim) => locatorOf([claim], 'zh'),
	],
	[
		'place_en',
		'Where in the report the claim is, in English.',
		(claim) => locatorOf([claim], 'en'),
	],
	['note_zh', 'What the check found, in Chinese.', ({ note }) => note.zh],
	['note_en', 'What the check found, in English.', ({ note }) => note.en],
	[
		'sources',
		'Addresses of the sources.',
		({ sources }) => sources.map(({ url }) => url),
		{ datatype: 'anyURI', ...isList },
	],
	[
		'sources_read',
		'Days the sources were read, in the same order.',
		({ sources }) => sources.map(({ read }) => read),
		isList,
	],
	[
		'permalink',
		'Address of the entry, in Chinese.',
		(claim, address) => urlOf(claimPath(claim, 'zh'), address),
		{ datatype: 'anyURI' },
	],
];

/** A cell as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end. */
function csvCell(cell: CsvValue): string {
	const text = Array.isArray(cell) ? cell.join(valueSeparator) : String(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All claims as CSV (RFC 4180, UTF-8) with a header row. */
export function claimsCsv(claims: readonly Claim[], address: Address): string {
	const rows: CsvValue[][] = [
		claimColumns.map(([name]) => name),
		...claims.map((claim) => claimColumns.map(([, , cell]) => cell(claim, address))),
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
			columns: claimColumns.map(([name, is, , how]) => ({
				name,
				'dc:description': is,
				datatype: 'string',
				...how,
			})),
			primaryKey: 'number',
		},
	};
}
