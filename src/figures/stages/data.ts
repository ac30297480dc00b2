import { z } from 'zod';
import { both, id, number, numberOrNa, oneOf } from '../../content/columns.ts';

/** One row a stage or wave; NA where the span is open; `dated`: whether the source dates it. */
export const tables = {
	stages: z.strictObject({
		id: id(),
		scheme: oneOf(['report', 'sequoia']),
		order: number(),
		...both('name'),
		...both('period'),
		from_year: numberOrNa(),
		to_year: numberOrNa(),
		dated: oneOf(['yes', 'no']),
		...both('what'),
	}),
};
