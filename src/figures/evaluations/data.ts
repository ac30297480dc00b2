import { z } from 'zod';
import { both, id, number, printed } from '../../content/fields.ts';

/** One row an evaluation; values from 0 to 1. */
export const tables = {
	evaluations: z.strictObject({
		id: id(),
		...both('name', 'measure'),
		better: z.enum(['lower', 'higher']),
		gpt: printed(number()),
		sft: printed(number()),
		instructgpt: printed(number()),
	}),
};
