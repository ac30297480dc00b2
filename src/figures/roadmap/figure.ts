import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { tableOf, type ColumnOf } from '../kit/table.ts';
import { tables } from './data.ts';

const words = {
	kind: { zh: '类型', en: 'Kind' },
	here: { zh: '报告 2023-01', en: 'report: January 2023' },
};
/** Heads as the report prints them; the report itself appeared at the start of `2023?`. */
const years = [
	['pre2020', 'PRE-2020'],
	['y2020', '2020'],
	['y2022', '2022'],
	['y2023', '2023? '],
	['y2025', '2025?'],
	['y2030', '2030?'],
] as const;

export const rows = () => readTable('roadmap', tables.roadmap);
type Row = ReturnType<typeof rows>[number];

export default {
	/** English as in the report; another edition has our gloss on a second line. */
	tables: (language) => [
		tableOf(rows(), [
			[
				words.kind[language],
				(row) => [...new Set([row[`name_${language}`], row.name_en])].join('\n'),
			],
			...years.map(([year, head]): ColumnOf<Row> => [
				year === 'y2023' ? head + words.here[language] : head,
				(row) => [...new Set([row[`${year}_en`], row[`${year}_${language}`]])].join('\n'),
			]),
		]),
	],
	// Images and video are empty until 2022, as the title says.
	cardColumns: [0, 1, 3],
} satisfies FigureModule;
