import { z } from 'zod';
import { both, bothOrNone, id } from '../../content/fields.ts';

/** One row a direction; `check` is the editor's. */
export const tables = {
	directions: z.strictObject({
		id: id(),
		...both('name', 'what', 'maturity', 'evidence'),
		...bothOrNone('check'),
	}),
};
