/**
 * One entry for each CSV in `content/data`, columns in the order of the file; `id` comes first.
 * A CSV without an entry here is refused. A column named `claim` or `claims` holds claim ids.
 */
import { z } from 'zod';
import { claims, id, number, numberOrNa, oneOf, text } from './columns.ts';

export const tableSchemas = {
	/** Figure 1, one row a kind of output; items of a cell are separated by `; ` (zh `；`). */
	roadmap: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		pre2020_en: text({ empty: true }),
		pre2020_zh: text({ empty: true }),
		y2020_en: text({ empty: true }),
		y2020_zh: text({ empty: true }),
		y2022_en: text(),
		y2022_zh: text(),
		y2023_en: text(),
		y2023_zh: text(),
		y2025_en: text(),
		y2025_zh: text(),
		y2030_en: text(),
		y2030_zh: text(),
	}),
	/** Figure 2, one row a step; sizes in items, `report_*` the bounds of the report's guess. */
	rlhf: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		input_zh: text(),
		input_en: text(),
		action_zh: text(),
		action_en: text(),
		output_zh: text(),
		output_en: text(),
		report_zh: text(),
		report_en: text(),
		report_low: numberOrNa(),
		report_high: numberOrNa(),
		train: number(),
		labeler: number(),
		customer: number(),
		note_zh: text(),
		note_en: text(),
	}),
	/** Figure 3, one row an evaluation; values from 0 to 1. */
	evaluations: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		measure_zh: text(),
		measure_en: text(),
		better: oneOf(['lower', 'higher']),
		gpt: number(),
		sft: number(),
		instructgpt: number(),
	}),
	/** Figure 4, one row a stage or wave; years as decimals, NA where the span is open; `dated` tells whether the source gives them. */
	stages: z.strictObject({
		id: id(),
		scheme: oneOf(['report', 'sequoia']),
		order: number(),
		name_zh: text(),
		name_en: text(),
		period_zh: text(),
		period_en: text(),
		from_year: numberOrNa(),
		to_year: numberOrNa(),
		dated: oneOf(['yes', 'no']),
		what_zh: text(),
		what_en: text(),
	}),
	/** Figure 5, one row a direction; `check` is the editor's. */
	directions: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		what_zh: text(),
		what_en: text(),
		maturity_zh: text(),
		maturity_en: text(),
		evidence_zh: text(),
		evidence_en: text(),
		check_zh: text({ empty: true }),
		check_en: text({ empty: true }),
	}),
	/** Figure 6, one row a layer, from the bottom up. */
	'value-chain': z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		what_zh: text(),
		what_en: text(),
	}),
	/** Figure 7, one row a company in the report's order; market value in 亿美元 (US$ 100 million). */
	valuation: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		ticker: text(),
		market_cap_100m_usd: number(),
		pe_2021a: numberOrNa(),
		pe_2022e: number(),
		pe_2023e: number(),
		pe_2024e: number(),
	}),
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
