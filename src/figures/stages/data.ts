import { z } from 'zod';
import { id, number, numberOrNa, oneOf, text } from '../../content/columns.ts';

/** One row a stage or wave; NA where the span is open; `dated`: whether the source dates it. */
export const tables = {
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
};
