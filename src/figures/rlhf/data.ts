import { z } from 'zod';
import { both, id, number, numberOrNa } from '../../content/columns.ts';

/** One row a step; sizes in prompts, `report_*` the bounds of the report's estimate. */
export const tables = {
	rlhf: z.strictObject({
		id: id(),
		...both('name'),
		...both('input'),
		...both('action'),
		...both('output'),
		...both('report'),
		report_low: numberOrNa(),
		report_high: numberOrNa(),
		train: number(),
		labeler: number(),
		customer: number(),
		...both('note'),
	}),
};
