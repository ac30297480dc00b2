/** A table as figures, lists of claims and pages pass it to `DataTable.astro`. */

/** A column: its heading, and whether its cells are numbers. */
export interface Column {
	head: string;
	/** What its numbers are, where the table's caption says it: copied rows bring it along. */
	unit?: string | undefined;
	numeric?: boolean;
}

/** A row: permanent id, cells as shown (`[title](https://…)` is a link); the first names the row. */
export interface TableRow {
	id: string;
	cells: string[];
	/** Claims of the report the row carries. */
	claims?: string[];
}

/** A table ready to be set. */
export interface Table {
	caption?: string;
	columns: Column[];
	rows: TableRow[];
}
