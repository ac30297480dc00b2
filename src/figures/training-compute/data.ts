import { z } from 'zod';
import { both, id, number, text } from '../../content/fields.ts';

/** One row a count: the factor by which training compute grew over a period. */
export const tables = {
	'training-compute': z.strictObject({
		id: id(),
		...both('name'),
		period: text(),
		/** Bounds of the factor; equal where one number is given. */
		factor_low: number(),
		factor_high: number(),
		/** Whether the source states the factor, or we derive it from what the source states. */
		origin: z.enum(['stated', 'derived']),
		...both('basis', 'source'),
	}),
};
