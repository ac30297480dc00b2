/** The table beside a drawing, column by column. */
import type { Table } from '../../base/table.ts';

/** A column: its heading, the text of its cell in a row, and whether that is a number. */
export type ColumnOf<Row> = [head: string, cell: (row: Row) => string, kind?: 'number'];

export const tableOf = <Row extends { id: string }>(
	rows: readonly Row[],
	columns: readonly ColumnOf<Row>[],
): Table => ({
	columns: columns.map(([head, , kind]) => ({ head, numeric: kind === 'number' })),
	rows: rows.map((row) => ({ id: row.id, cells: columns.map(([, cell]) => cell(row)) })),
});
