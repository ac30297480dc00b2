import { readTable } from '../../content/readers.ts';
import type { FigureModule } from '../figure.ts';
import { tableOf, type ColumnOf } from '../kit/table.ts';
import { tables } from './data.ts';

const heads = {
	name: { zh: '方向', en: 'Area' },
	what: { zh: '用途', en: 'Use' },
	maturity: { zh: '报告的判断', en: 'The report’s view' },
	evidence: { zh: '报告的依据', en: 'The report’s evidence' },
	check: { zh: '本站核对', en: 'Our check' },
};
const columns = ['name', 'what', 'maturity', 'evidence', 'check'] as const;

export const rows = () => readTable('directions', tables.directions);
type Row = ReturnType<typeof rows>[number];

export default {
	tables: (language) => [
		tableOf(
			rows(),
			columns.map((column): ColumnOf<Row> => [
				heads[column][language],
				(row) => row[`${column}_${language}`],
			]),
		),
	],
	cardColumns: [0, 3],
} satisfies FigureModule;
