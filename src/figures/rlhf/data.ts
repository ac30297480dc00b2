import { z } from 'zod';
import { both, id, number, numberOrNa, printed } from '../../content/fields.ts';

/** One row a step; sizes in prompts, `report_*` the bounds of the report's estimate. */
export const tables = {
	rlhf: z.strictObject({
		id: id(),
		...both('name', 'input', 'action', 'output', 'report'),
		report_low: printed(numberOrNa()),
		report_high: printed(numberOrNa()),
		train: printed(number()),
		labeler: printed(number()),
		customer: printed(number()),
		...both('note'),
	}),
};
