import { z } from 'zod';
import { id, number, oneOf, text } from '../../content/columns.ts';

/** One row an evaluation; values from 0 to 1. */
export const tables = {
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
};
