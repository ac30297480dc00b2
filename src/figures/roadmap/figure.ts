import { z } from 'zod';
import { both, bothOrNone, id } from '../../content/fields.ts';
import { readTable } from '../../content/readers.ts';
import { figureTable, type FigureModule } from '../kit/table.ts';

/** One row a kind of output; items of a cell are separated by `; ` (zh `；`). */
export const tables = {
	roadmap: z.strictObject({
		id: id(),
		...both('name'),
		...bothOrNone('pre2020', 'y2020'),
		...both('y2022', 'y2023', 'y2025', 'y2030'),
	}),
};

export const rows = () => readTable('roadmap', tables.roadmap);

/** English as in the report; another edition has our gloss on a second line. */
const lines = (...texts: string[]) => [...new Set(texts)].join('\n');

export default {
	tables: [
		figureTable(rows, [
			[{ zh: '类型', en: 'Kind' }, (row, language) => lines(row[`name_${language}`], row.name_en)],
			// As the report prints them; the report itself appeared at the start of `2023?`.
			['PRE-2020', (row, language) => lines(row.pre2020_en, row[`pre2020_${language}`])],
			['2020', (row, language) => lines(row.y2020_en, row[`y2020_${language}`])],
			['2022', (row, language) => lines(row.y2022_en, row[`y2022_${language}`])],
			[
				{ zh: '2023? 报告 2023-01', en: '2023? report: January 2023' },
				(row, language) => lines(row.y2023_en, row[`y2023_${language}`]),
			],
			['2025?', (row, language) => lines(row.y2025_en, row[`y2025_${language}`])],
			['2030?', (row, language) => lines(row.y2030_en, row[`y2030_${language}`])],
		]),
	],
	// Images and video are empty until 2022, as the title says.
	cardColumns: [0, 1, 3],
} satisfies FigureModule;
