import { z } from 'zod';
import { id, text } from '../../content/columns.ts';

const empty = { empty: true } as const;

/** One row a kind of output; items of a cell are separated by `; ` (zh `；`). */
export const tables = {
	roadmap: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		pre2020_en: text(empty),
		pre2020_zh: text(empty),
		y2020_en: text(empty),
		y2020_zh: text(empty),
		y2022_en: text(),
		y2022_zh: text(),
		y2023_en: text(),
		y2023_zh: text(),
		y2025_en: text(),
		y2025_zh: text(),
		y2030_en: text(),
		y2030_zh: text(),
	}),
};
