import { z } from 'zod';
import { both, bothOrNone, id } from '../../content/fields.ts';

/** One row a kind of output; items of a cell are separated by `; ` (zh `；`). */
export const tables = {
	roadmap: z.strictObject({
		id: id(),
		...both('name'),
		...bothOrNone('pre2020', 'y2020'),
		...both('y2022', 'y2023', 'y2025', 'y2030'),
	}),
};
