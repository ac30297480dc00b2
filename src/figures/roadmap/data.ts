import { z } from 'zod';
import { both, id } from '../../content/fields.ts';

const empty = { empty: true } as const;

/** One row a kind of output; items of a cell are separated by `; ` (zh `；`). */
export const tables = {
	roadmap: z.strictObject({
		id: id(),
		...both('name'),
		...both('pre2020', empty),
		...both('y2020', empty),
		...both('y2022'),
		...both('y2023'),
		...both('y2025'),
		...both('y2030'),
	}),
};
