import { z } from 'zod';
import { both, id, number, oneOf } from '../../content/columns.ts';

/** One row an evaluation; values from 0 to 1. */
export const tables = {
	evaluations: z.strictObject({
		id: id(),
		...both('name'),
		...both('measure'),
		better: oneOf(['lower', 'higher']),
		gpt: number(),
		sft: number(),
		instructgpt: number(),
	}),
};
