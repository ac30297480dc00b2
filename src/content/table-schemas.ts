/**
 * CSVs in `content/data` that no figure is drawn from, columns in the order of the file; `id` comes
 * first. A figure's own are described in its folder (`src/figures/<id>/data.ts`); any other CSV is
 * refused. A column named `claim` or `claims` holds claim ids.
 */
import { z } from 'zod';
import { claims, id, number, numberOrNa, oneOf, text } from './columns.ts';

export const tableSchemas = {
	/**
	 * Profits the companies published, one row a period and basis, in 亿美元 (US$ 100 million);
	 * `compared` is the year of the valuation table it is held against. The source is the claim's.
	 */
	profits: z.strictObject({
		id: id(),
		company: id(),
		period_zh: text(),
		period_en: text(),
		basis: oneOf(['gaap', 'non-gaap', 'adjusted']),
		precision: oneOf(['exact', 'about']),
		profit_100m_usd: number(),
		compared: oneOf(['pe_2021a', 'pe_2022e']),
		claim: claims(),
	}),
	/**
	 * The report's figures and tables, as its lists name them; `excerpt` tells how much of each the
	 * excerpt has (`whole`, its `title` only, `none`), `ours` the figure of ours on the same matter.
	 */
	'report-figures': z.strictObject({
		id: id(),
		label_zh: text(),
		label_en: text(),
		title_zh: text(),
		title_en: text(),
		page: number(),
		excerpt: oneOf(['whole', 'title', 'none']),
		ours: text({ empty: true }),
		claim: claims(),
	}),
	/** Figures and tables of the report that its lists name but the excerpt does not contain. */
	'missing-figures': z.strictObject({
		id: id(),
		label_zh: text(),
		label_en: text(),
		title_zh: text(),
		title_en: text(),
		page: numberOrNa(),
		section: id(),
		claim: claims(),
	}),
} as const;

/** Name of a CSV in `content/data`, without `.csv`. */
export type TableName = keyof typeof tableSchemas;

/** One row of a CSV: cells by column, numbers as `number | null` (`null` is NA). */
export type Row<Name extends TableName> = z.infer<(typeof tableSchemas)[Name]>;
