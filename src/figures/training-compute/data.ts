import { z } from 'zod';
import { id, number, oneOf, text } from '../../content/columns.ts';

/** One row a count: the factor by which training compute grew over a period. */
export const tables = {
	'training-compute': z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		period: text(),
		/** Bounds of the factor; equal where one number is given. */
		factor_low: number(),
		factor_high: number(),
		/** Whether the source states the factor, or we derive it from what the source states. */
		origin: oneOf(['stated', 'derived']),
		basis_zh: text(),
		basis_en: text(),
		source_zh: text(),
		source_en: text(),
	}),
};
