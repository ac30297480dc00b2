/**
 * Kinds of CSV column, the words `table-schemas.ts` is written in. A cell arrives as text and
 * leaves as a value; what does not fit is refused with the words given here.
 */
import { z } from 'zod';
import { idMaximumLength, idPattern } from '../base/ids.ts';

/** The row's permanent id, published as a fragment; unique on the whole site. */
export const id = () =>
	z
		.string()
		.regex(idPattern, 'an id of lower-case ASCII words joined by hyphens, such as pe-tesla')
		.max(idMaximumLength, `an id of at most ${idMaximumLength} characters`);

/** Words. With `{ empty: true }` the cell may be empty and is then `''`. */
export const text = ({ empty = false } = {}) =>
	z
		.string()
		.refine((cell) => empty || cell !== '', 'a text; the cell is empty')
		.refine((cell) => cell === cell.trim(), 'a text without spaces at its ends');

const plainNumber = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/** A plain number: 4152, 54.2, -3. */
export const number = () =>
	z
		.string()
		.regex(plainNumber, 'a plain number such as 4152 or 54.2')
		.transform((cell) => Number(cell));

/** A plain number, or the literal NA, which arrives as `null`. */
export const numberOrNa = () =>
	z
		.string()
		.refine(
			(cell) => plainNumber.test(cell) || cell === 'NA',
			'a plain number such as 4152 or 54.2, or NA',
		)
		.transform((cell) => (cell === 'NA' ? null : Number(cell)));

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
	z.enum(words);

/** Ids of `claims.json`, separated by a space; may be empty. Arrives as an array. */
export const claims = () =>
	z
		.string()
		.regex(/^$|^[a-z0-9-]+( [a-z0-9-]+)*$/, 'ids of claims.json separated by a single space')
		.transform((cell) => cell.split(' ').filter(Boolean));

/** A text in both languages: the columns `<name>_zh` and `<name>_en`. */
export const both = <const Name extends string>(name: Name, options = {}) =>
	({ [`${name}_zh`]: text(options), [`${name}_en`]: text(options) }) as Record<
		`${Name}_zh` | `${Name}_en`,
		z.ZodString
	>;
