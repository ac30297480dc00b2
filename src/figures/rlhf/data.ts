import { z } from 'zod';
import { id, number, numberOrNa, text } from '../../content/columns.ts';

/** One row a step; sizes in prompts, `report_*` the bounds of the report's estimate. */
export const tables = {
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
};
