import { z } from 'zod';
import { both, bothOrNone, id } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row a direction; `check` is the editor's. */
export const tables = {
	directions: z.strictObject({
		id: id(),
		...both('name', 'what', 'maturity', 'evidence'),
		...bothOrNone('check'),
	}),
};

export const rows = () => readTable('directions', tables.directions);

export default {
	tables: [
		figureTable(rows, [
			[{ zh: '方向', en: 'Area' }, 'name'],
			[{ zh: '用途', en: 'Use' }, 'what'],
			[{ zh: '报告的判断', en: 'The report’s view' }, 'maturity'],
			[{ zh: '报告的依据', en: 'The report’s evidence' }, 'evidence'],
			[{ zh: '本站核对', en: 'Our check' }, 'check'],
		]),
	],
	cardColumns: [0, 3],
} satisfies FigureModule;
