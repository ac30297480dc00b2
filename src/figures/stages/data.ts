import { z } from 'zod';
import { both, id, number, numberOrNa } from '../../content/fields.ts';

/** One row a stage or wave; NA where the span is open; `dated`: whether the source dates it. */
export const tables = {
	stages: z
		.strictObject({
			id: id(),
			scheme: z.enum(['report', 'sequoia']),
			order: number(),
			...both('name', 'period'),
			from_year: numberOrNa(),
			to_year: numberOrNa(),
			dated: z.enum(['yes', 'no']),
			...both('what'),
		})
		.refine(
			({ dated, from_year: from, to_year: to, period_zh: period }) =>
				[from, to].every((year) => year === null || period.includes(String(Math.floor(year)))) ===
				(dated === 'yes'),
			{
				path: ['period_zh'],
				error: 'expected the years of the row where it is dated',
				abort: true,
			},
		),
};
