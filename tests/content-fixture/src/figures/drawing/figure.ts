import { z } from 'zod';
import {
	both,
	claims,
	id,
	number,
	numberOrNa,
	printed,
} from '../../../../../src/content/fields.ts';

export const tables = {
	values: z.strictObject({
		id: id(),
		...both('name'),
		value: printed(number()),
		share: printed(numberOrNa()),
		claim: claims(),
	}),
};
