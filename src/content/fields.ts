/** Kinds of field that the schemas of YAML, JSON and CSV files are made of. */
import { z } from 'zod';
import { misleadingCharacter } from '../base/characters.ts';
import { idMaximumLength, idPattern } from '../base/ids.ts';
import { defaultLanguage, isHan, languageName, languages, type Language } from '../base/languages.ts';
import { trackingParameter } from '../base/urls.ts';
import { numbersUntranslated } from './numerals.ts';

/** What a text must not be, and what was expected instead; the first that applies is reported. */
type Rule = readonly [isWrong: RegExp | ((value: string) => boolean), expected: string];

const brokenRule = (value: string, rules: readonly Rule[]): string | undefined =>
	rules.find(([isWrong]) => (isWrong instanceof RegExp ? isWrong.test(value) : isWrong(value)))?.[1];

const ruled = (rules: readonly Rule[], schema = z.string()) =>
	schema.superRefine((input, { addIssue }) => {
		const expected = brokenRule(input, rules);
		const message = `expected ${expected}`;
		// What is wrong by itself is not compared with its translation.
		if (expected) addIssue({ code: 'custom', message, input, continue: false });
	});

/** Hosts that only the own machine or network answers, and addresses instead of names. */
const privateHost =
	/^[\d.]+$|^\[|^[^.]+$|\.(local|localhost|internal|intranet|lan|home|corp|arpa|test|example|invalid|onion)$/;
/** Names of parameters that let whoever has the address in. */
const secret =
	/[?&#;](sig|key|pass|[\w-]*(token|secret|passw|pwd|api_?-?key|signature|credential|auth)[\w-]*)=/i;

const urlRules: readonly Rule[] = [
	[(url) => !/^https:\/\/\S+$/.test(url) || !URL.canParse(url), 'an https address'],
	[/^[^/]*\/\/[^/?#]*@/, 'an address without a password'],
	[secret, 'an address without a password'],
	[(url) => privateHost.test(new URL(url).hostname.replace(/\.$/, '')), 'an address on a public host'],
	[(url) => new URL(url).port !== '', 'an address without a port'],
	[trackingParameter, 'an address without tracking'],
];

/** Why an address cannot be a public source, as what was expected; `undefined` when it can. */
export const faultOfUrl = (url: string) => brokenRule(url, urlRules);

const textRules: readonly Rule[] = [
	[(value) => value !== value.trim(), 'a text without spaces at its ends'],
	[/[\n\r\t\u2028\u2029]/, 'a text of one line'],
	[misleadingCharacter, 'a text without characters that do not show or turn its direction'],
	[/&(#\d+|#x[\da-f]+|[a-z]{2,}\d*);/i, 'the character itself instead of &…;'],
	[/<[a-z/!]/i, 'a text without tags'],
	[/^[=+@-]/, 'a text that does not begin with =, +, - or @, which spreadsheets take for formulas'],
	[
		(value) => [...value.matchAll(/\]\(([^)]*)\)/g)].some(([, url = '']) => faultOfUrl(url)),
		'links to public https addresses',
	],
];

/** A line of text: not empty unless `empty`, no spaces at its ends, no line break. */
export const text = ({ empty = false } = {}) =>
	ruled(textRules, empty ? z.string() : z.string().min(1, { error: 'the text is empty', abort: true }));

const englishWords = /\p{Script=Latin}{2,}/gu;
/** So many words of small letters in a row are no name. */
const englishSentence = /(?:\b[a-z’']+,? ){7}/;

/** What is wrong with the language of a text, as what was expected; names may be in any script. */
export function faultOfLanguage(value: string, language: Language): string | undefined {
	const han = /\p{Script=Han}+/u.exec(value)?.[0];
	if (!isHan(language)) return han && `no Chinese in it; found “${han}”`;
	const isOther = (!han && (value.match(englishWords) ?? []).length > 2) || englishSentence.test(value);
	return isOther ? 'Chinese' : undefined;
}

/** A text in each language. */
export type Both = Record<Language, string>;

/** What sets two editions of a text apart: the edition to correct and what was expected there. */
export function differenceOf(texts: Both): [language: Language, expected: string] | undefined {
	const original = texts[defaultLanguage];
	for (const language of languages) {
		const fault = faultOfLanguage(texts[language], language);
		if (fault) return [language, fault];
	}
	for (const language of languages.slice(1)) {
		const translation = texts[language];
		if (!original !== !translation) {
			return [original ? language : defaultLanguage, 'a text in both languages or in none'];
		}
		const theirs = numbersUntranslated(original, translation);
		const ours = numbersUntranslated(translation, original);
		if (ours.length + theirs.length === 0) continue;
		const list = (numbers: string[]) => numbers.join(', ') || 'none';
		return [
			ours.length > 0 ? language : defaultLanguage,
			`the same numbers in both languages; only in ${languageName(defaultLanguage)}: ${list(theirs)}; only in ${languageName(language)}: ${list(ours)}`,
		];
	}
	return undefined;
}

/** Holds the languages of an object against each other. */
export const editionsAgree = (value: Both, { addIssue }: z.core.$RefinementCtx) => {
	const [language, expected] = differenceOf(value) ?? [];
	if (!language) return;
	const message = `expected ${expected}`;
	const params = { fix: 'Correct one of the two languages.' };
	addIssue({ code: 'custom', path: [language], message, input: value[language], params });
};

/** A text in each language, for an object that also has other fields. */
export const inEach = (options?: { empty: boolean }) =>
	Object.fromEntries(
		languages.map((one) => [one, text(options).describe(`The text in ${languageName(one)}.`)]),
	) as Record<Language, ReturnType<typeof text>>;

/** A text in each language; with `empty`, it may be missing in all. */
export const bilingual = (options?: { empty: boolean }) =>
	z.strictObject(inEach(options)).superRefine(editionsAgree);

/** A clock before the day on which this check was written is wrong, and must not refuse our content. */
const earliestToday = '2026-11-29';

/** Whether a day is after the build's day, at the place on Earth where it is latest. */
export function isFuture(day: string): boolean {
	const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
	return day > (today > earliestToday ? today : earliestToday);
}

const isCalendarDay = (day: string) => {
	const date = new Date(`${day}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

/** A date of a form. YAML as Astro reads it turns an unquoted date into a Date. */
const dateOf = (form: RegExp, expected: string) =>
	z.preprocess(
		(value) =>
			value instanceof Date && !Number.isNaN(value.getTime())
				? value.toISOString().slice(0, 10)
				: value,
		ruled([
			[(date) => !form.test(date) || (date.length === 10 && !isCalendarDay(date)), expected],
			[isFuture, 'a day that is not in the future'],
		]),
	);

/** A day of the calendar that is not in the future. */
export const dateText = dateOf(
	/^\d{4}-\d{2}-\d{2}$/,
	'a date of the calendar such as 2026-11-23',
);

/** Day of a source, or only its month or year where that is all that was read. */
export const looseDate = dateOf(
	/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/,
	"a day, a month or a year: 2022-06-21, '2022'",
);

/** Whether a text names pages in order: `11`, `7–10`, `7–8, 10`. */
function isPageRange(pages: string): boolean {
	if (!/^\d+(–\d+)?(, \d+(–\d+)?)*$/.test(pages)) return false;
	const numbers = pages.split(/, |–/).map(Number);
	return numbers.every((page, at) => page >= 1 && (at === 0 || page > numbers[at - 1]!));
}

/** Number of the last page that a range names; 0 without one. */
export const lastPage = (pages = '') => Math.max(0, ...pages.split(/, |–/).map(Number));

export const pagesText = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	ruled([[(pages) => !isPageRange(pages), 'pages such as 7–10 (with an en dash) or 11']]),
);

/** An id that is published as a fragment: heading, figure, row, matter. */
export const id = (maximum = idMaximumLength) =>
	z
		.string()
		.regex(idPattern, {
			error: 'expected an id of lower-case ASCII words joined by hyphens, such as rlhf-steps',
			abort: true,
		})
		.max(maximum, `expected an id of at most ${maximum} characters`);

/** A key inside `content/`, never published as a fragment, so it may be longer. */
export const key = () =>
	z
		.string()
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected a key of lower-case ASCII words joined by hyphens');

/** An https address on a public host. */
export const httpsUrl = () => ruled(urlRules);

const cell = (pattern: RegExp, expected: string) => z.string().regex(pattern, `expected ${expected}`);

/** CSV: a plain number, 4152, 54.2, -3. Arrives as a number. */
export const number = () =>
	cell(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'a plain number such as 4152 or 54.2').transform(Number);

/** CSV: a plain number, or the literal NA, which arrives as `null`. */
export const numberOrNa = () =>
	cell(/^NA$|^-?(0|[1-9]\d*)(\.\d+)?$/, 'a plain number such as 4152 or 54.2, or NA').transform(
		(text) => (text === 'NA' ? null : Number(text)),
	);

/** CSV: a number that the report or a source prints, so that a claim of the figure has it. */
export const printed = <Schema extends z.ZodType>(column: Schema): Schema =>
	column.meta({ printed: true });

/** CSV: ids of `claims.json`, separated by a space; may be empty. Arrives as an array. */
export const claims = () =>
	cell(/^$|^[a-z0-9-]+( [a-z0-9-]+)*$/, 'ids of claims.json separated by one space').transform(
		(text) => text.split(' ').filter(Boolean),
	);

/** CSV: a text in each language, the columns `<name>_zh` and `<name>_en`. */
export const both = <const Name extends string>(name: Name, options = {}) =>
	Object.fromEntries(
		languages.map((language) => [`${name}_${language}`, text(options)]),
	) as Record<`${Name}_${Language}`, ReturnType<typeof text>>;
