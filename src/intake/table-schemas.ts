/**
 * One entry for each CSV in `content/data`, columns in the order of the file; `id` comes first.
 * A CSV without an entry here is refused. A column named `claim` or `claims` holds claim ids.
 */
import { z } from 'zod';
import { claims, id, number, text } from './columns.ts';

export const tableSchemas = {
	/** Figures and tables of the report that its lists name but the excerpt does not contain. */
	'missing-figures': z.strictObject({
		id: id(),
		label_zh: text(),
		label_en: text(),
		title_zh: text(),
		title_en: text(),
		page: number({ na: true }),
		section: id(),
		claim: claims(),
	}),
} as const;

/** Name of a CSV in `content/data`, without `.csv`. */
export type TableName = keyof typeof tableSchemas;

/** One row of a CSV: cells by column, numbers as `number | null` (`null` is NA). */
export type Row<Name extends TableName> = z.infer<(typeof tableSchemas)[Name]>;
