import { z } from 'zod';
import { both, id } from '../../content/fields.ts';

/** One row a direction; `check` is the editor's. */
export const tables = {
	directions: z.strictObject({
		id: id(),
		...both('name'),
		...both('what'),
		...both('maturity'),
		...both('evidence'),
		...both('check', { empty: true }),
	}),
};
