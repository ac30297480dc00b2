/** Kinds of field that the schemas are made of. */
import { z } from 'zod';
import { idMaximumLength, idPattern } from '../base/ids.ts';
import { trackingParameter } from '../base/urls.ts';

/** A calendar date that exists: `2026-02-30` is refused. */
export function isCalendarDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text names pages in order: `11`, `7–10`, `7–8, 10`. */
export function isPageRange(text: string): boolean {
	if (!/^\d+(–\d+)?(, \d+(–\d+)?)*$/.test(text)) return false;
	const numbers = text.split(/, |–/).map(Number);
	return numbers.every((page, at) => page >= 1 && (at === 0 || page > numbers[at - 1]!));
}

/** A line of text: not empty, no spaces at its ends, no line break. */
export const text = () =>
	z
		.string()
		.min(1, 'a text that is not empty')
		.refine((value) => value === value.trim(), 'a text without spaces at its ends')
		.refine((value) => !/[\n\u2028]/.test(value), 'a text of one line');

export const bilingual = () =>
	z.strictObject({
		zh: text().describe('The Chinese text.'),
		en: text().describe('The English text.'),
	});

// YAML as Astro reads it turns an unquoted date into a Date and `11` into a number.
export const dateText = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z.string().refine(isCalendarDate, 'a date of the calendar such as 2026-11-23'),
);
export const pagesText = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z.string().refine(isPageRange, 'pages such as 7–10 (with an en dash) or 11'),
);

/** An id that is published as a fragment: heading, figure, row. */
export const publicId = () =>
	z
		.string()
		.regex(idPattern, 'an id of lower-case ASCII words joined by hyphens, such as rlhf-steps')
		.max(idMaximumLength, `an id of at most ${idMaximumLength} characters`);

/** A key inside `content/`, never published as a fragment, so it may be longer. */
export const key = () =>
	z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of lower-case ASCII words joined by hyphens');

/** Hosts that only the own machine or network answers. */
const privateHost =
	/^(localhost|\[.*\]|10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|\.(local|localhost|internal|lan|home|test|invalid)$|^[^.]+$/;

/** Why an address cannot be a public source; `undefined` when it can. */
export function faultOfUrl(value: string): string | undefined {
	if (!/^https:\/\/\S+$/.test(value) || !URL.canParse(value)) return 'an https address';
	const { hostname, username, password } = new URL(value);
	if (username || password) return 'an address without a name or password in it';
	if (privateHost.test(hostname)) return 'an address on a public host';
	return trackingParameter.test(value) ? 'an address without tracking' : undefined;
}

export const httpsUrl = () =>
	z.string().superRefine((value, { addIssue }) => {
		const message = faultOfUrl(value);
		if (message) addIssue({ code: 'custom', message, input: value });
	});
