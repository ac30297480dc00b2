import { z } from 'zod';
import { id, text } from '../../content/columns.ts';

/** One row a direction; `check` is the editor's. */
export const tables = {
	directions: z.strictObject({
		id: id(),
		name_zh: text(),
		name_en: text(),
		what_zh: text(),
		what_en: text(),
		maturity_zh: text(),
		maturity_en: text(),
		evidence_zh: text(),
		evidence_en: text(),
		check_zh: text({ empty: true }),
		check_en: text({ empty: true }),
	}),
};
