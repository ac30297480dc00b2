/** Tables: the one beside a drawing, column by column, and a table as a drawing. */
import type { Language } from '../../base/languages.ts';
import { shown } from '../../base/numbers.ts';
import type { Table } from '../../base/table.ts';
import { plainText } from '../linked-text.ts';
import { label, line, type Drawing, type Mark } from './drawing.ts';
import { wrapped } from './text.ts';

/** A text in each language, or one for all. */
type Worded = string | Record<Language, string>;

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
		const say = (text?: Worded) => (typeof text === 'object' ? text[language] : text);
		const cellOf = (row: Record<string, unknown>, name: string, decimals?: number) =>
			decimals === undefined
				? String(row[`${name}_${language}`] ?? row[name])
				: shown(row[name] as number | null, language, decimals);
		return {
			...(caption && { caption: say(caption)! }),
			columns: columns.map(([head, , decimals, unit]) => ({
				head: say(head)!,
				numeric: decimals !== undefined,
				unit: say(unit),
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
	/** Marks of a row below `y`, and where it ends; the second line of a cell glosses the first. */
	const rowMarks = (cells: readonly string[], y: number, isHead: boolean) => {
		const lines = cells.map((cell, column) => {
			const ems = ((column === 0 ? first : other) - gap) / size;
			return cell.split('\n').flatMap((text, at) =>
				wrapped(plainText(text), ems).map((words) => ({
					words,
					style: isHead || at > 0 ? 'quiet' : column === 0 ? 'strong' : '',
				})),
			);
		});
		const marks = lines.flatMap((all, column) =>
			all.map(({ words, style }, at) => {
				const x = column === 0 ? 0 : first + (column - 1) * other;
				return label(words, (x / width) * 100, y + 16 + at * lineHeight, style);
			}),
		);
		return { marks, end: y + Math.max(...lines.map((all) => all.length)) * lineHeight + 10 };
	};
	const marks: Mark[] = [];
	let height = 0;
	for (const cells of [columns.map(({ head }) => head), ...rows.map((row) => row.cells)]) {
		const row = rowMarks(cells, height, marks.length === 0);
		marks.push(...row.marks, line([0, row.end], [100, row.end], height === 0 ? 'base' : 'grid'));
		height = row.end + 2;
	}
	return { height, marks };
}
