/** Tables: the one beside a drawing, column by column, and a table as a drawing. */
import type { Language } from '../../base/languages.ts';
import { shown } from '../../base/numbers.ts';
import type { Table } from '../../base/table.ts';
import { stacked } from './chart.ts';
import { label, line, type Drawing } from './drawing.ts';
import { inLanguage, plainText, wrapped, type Worded } from './text.ts';

/** What a figure's folder exports by default from `figure.ts`. */
export interface FigureModule {
	/** The drawing, on a card only of what the title is about; a figure without one is a table. */
	draw?: (language: Language, isCard?: boolean) => Drawing;
	/** Its data as tables, the first with the id `<figure>-table`, the next `<figure>-table-2`. */
	tables: ((language: Language) => Table)[];
	/** Columns of the table that a card shows, where nothing is drawn; the others have no room. */
	cardColumns?: number[];
}

/** `name` of the columns `name_zh` and `name_en`; another column by its own name. */
type NameOf<Key> = Key extends `${infer Name}_${Language}` ? Name : Key;

/** A column: heading, CSV's column or what its cell says; decimals, if it has numbers, and of what. */
export type ColumnOf<Row> = [
	head: Worded,
	cell: NameOf<keyof Row> | ((row: Row, language: Language) => string),
	decimals?: number,
	unit?: Worded,
];

/** A table of a CSV's rows, for each language. */
export const figureTable =
	<Row extends { id: string }>(rows: () => Row[], columns: ColumnOf<Row>[], caption?: Worded) =>
	(language: Language): Table => {
		const cellOf = (row: Record<string, unknown>, name: string, decimals?: number) =>
			decimals === undefined
				? String(row[`${name}_${language}`] ?? row[name])
				: shown(row[name] as number | null, language, decimals);
		return {
			...(caption && { caption: inLanguage(caption, language) }),
			columns: columns.map(([head, , decimals, unit]) => ({
				head: inLanguage(head, language),
				numeric: decimals !== undefined,
				unit: unit && inLanguage(unit, language),
			})),
			rows: rows().map((row) => ({
				id: row.id,
				cells: columns.map(([, cell, decimals]) =>
					typeof cell === 'function' ? cell(row, language) : cellOf(row, String(cell), decimals),
				),
			})),
		};
	};

/** What a card has room for: some columns of a table, one line of each cell, that of the edition. */
export const shownPart = ({ columns, rows }: Table, shown = [...columns.keys()]): Table => ({
	columns: shown.map((at) => columns[at]!),
	rows: rows.map((row) => ({
		...row,
		cells: shown.map((at) => row.cells[at]!.split('\n').at(at === 0 ? 0 : -1)!),
	})),
});

/** A table as a drawing `width` px wide, for cards and downloads; on the page it is HTML. */
export function drawnTable({ columns, rows }: Table, width: number): Drawing {
	const [first, gap, lineHeight, size] = [96, 14, 18, 13];
	const other = (width - first) / (columns.length - 1);
	const rowOf = (cells: readonly string[], row: number) => {
		const labels = cells.flatMap((cell, column) => {
			const [x, room] = column === 0 ? [0, first] : [first + (column - 1) * other, other];
			// The second line of a cell glosses the first.
			const lines = cell.split('\n').flatMap((text, at) => {
				const style = row === 0 || at > 0 ? 'quiet' : column === 0 ? 'strong' : '';
				const broken = wrapped(plainText(text), (room - gap) / size);
				return broken.map((words) => label(words, (x / width) * 100, 16, style));
			});
			return lines.map((one, at) => ({ ...one, y: one.y + at * lineHeight }));
		});
		const end = Math.max(...labels.map(({ y }) => y)) + 12;
		const rule = line([0, end], [100, end], row === 0 ? 'base' : 'grid');
		return { height: end + 2, marks: [...labels, rule] };
	};
	const heads = columns.map(({ head }) => head);
	return stacked([heads, ...rows.map(({ cells }) => cells)].map(rowOf));
}
