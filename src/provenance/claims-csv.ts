/** The claims as a table, for people who count in a spreadsheet. */
import type { Claim } from '../intake/schema.ts';
import { urlOf, type Address } from '../lib/urls.ts';
import { locatorOf } from '../markdown/locators.ts';
import { claimPath } from './addresses.ts';

type Cell = string | number;

/** One column: its name and what stands in it. Several values of a cell are separated by ` | `. */
const columns: [name: string, cellOf: (claim: Claim, address: Address) => Cell][] = [
	['number', ({ number }) => number],
	['id', ({ id }) => id],
	['section', ({ section }) => section],
	['kind', ({ kind }) => kind],
	['check', ({ check }) => check],
	['statement_zh', ({ statement }) => statement.zh],
	['statement_en', ({ statement }) => statement.en],
	['figures', ({ figures }) => figures.join(' | ')],
	['place_zh', (claim) => locatorOf([claim], 'zh')],
	['place_en', (claim) => locatorOf([claim], 'en')],
	['note_zh', ({ note }) => note.zh],
	['note_en', ({ note }) => note.en],
	['sources', ({ sources }) => sources.map(({ url }) => url).join(' | ')],
	['sources_read', ({ sources }) => sources.map(({ read }) => read).join(' | ')],
	['permalink', (claim, address) => urlOf(claimPath(claim, 'zh'), address)],
];

/** A cell as RFC 4180 wants it: in quotes where it holds a comma, a quote or a line end. */
function csvCell(cell: Cell): string {
	const text = String(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** All claims as CSV (RFC 4180, UTF-8) with a header row. */
export function claimsCsv(claims: readonly Claim[], address: Address): string {
	const rows: Cell[][] = [
		columns.map(([name]) => name),
		...claims.map((claim) => columns.map(([, cellOf]) => cellOf(claim, address))),
	];
	return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
