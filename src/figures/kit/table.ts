/** The table beside a drawing, column by column. */
import type { Table } from '../../base/table.ts';

/** A column: heading, text of its cell in a row, whether that is a number, and of what. */
export type ColumnOf<Row> = [
	head: string,
	cell: (row: Row) => string,
	kind?: 'number',
	unit?: string,
];

export const tableOf = <Row extends { id: string }>(
	rows: readonly Row[],
	columns: readonly ColumnOf<Row>[],
): Table => ({
	columns: columns.map(([head, , kind, unit]) => ({ head, numeric: kind === 'number', unit })),
	rows: rows.map((row) => ({ id: row.id, cells: columns.map(([, cell]) => cell(row)) })),
});
