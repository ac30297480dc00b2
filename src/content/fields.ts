/** Kinds of field that the schemas of YAML, JSON and CSV files are made of. */
import { z } from 'zod';
import { misleadingCharacter } from '../base/characters.ts';
import { idMaximumLength, idPattern } from '../base/ids.ts';
import {
	defaultLanguage,
	isHan,
	languageName,
	languages,
	type Language,
} from '../base/languages.ts';
import { numbersApart } from './numerals.ts';
import { faultOfUrl, refuseFaults, ruled, valueAt, type Fault, type TextRule } from './rules.ts';

/** A link in a text, and its address. */
const linkInText = /\[[^[\]]+\]\(([^()]*)\)/g;

const textRules: readonly TextRule[] = [
	[(value) => value !== value.trim(), 'a text without spaces at its ends'],
	[/[\n\r\t\u2028\u2029]/, 'a text of one line'],
	[misleadingCharacter, 'a text without characters that do not show or turn its direction'],
	[/&(#\d+|#x[\da-f]+|[a-z]{2,}\d*);/i, 'the character itself instead of &…;'],
	[/<[a-z/!]|\*\*|`/i, 'a text without tags and Markdown'],
	[/^.{1000}/s, 'a text of less than 1,000 characters'],
	[/^[=+@＝＋＠－-]/, 'a text that does not begin with =, +, - or @, as formulas do'],
	[
		(value) => /\]\(|\]\[|\[\[/.test(value.replaceAll(linkInText, '')),
		'links written as [text](address)',
	],
	[
		(value) => [...value.matchAll(linkInText)].some(([, url = '']) => faultOfUrl(url)),
		'links to public https addresses',
	],
];

const unlinked: TextRule = [/\]\(/, 'a text without links, which would be printed'];

/** A line of text: not empty unless `empty`, no links unless `linked`, no spaces at its ends. */
export const text = ({ empty = false, linked = false } = {}) =>
	ruled(
		linked ? textRules : [...textRules, unlinked],
		empty ? z.string() : z.string().min(1, { abort: true }),
	);

const englishWords = /\p{Script=Latin}{2,}/gu;
/** Seven words of small letters in a row are no name. */
const englishSentence = /(?:\b[a-z’']+,? ){7}/;

/** What is wrong with the language of a text, as what was expected; names may be in any script. */
export function faultOfLanguage(value: string, language: Language): string | undefined {
	const pair = ['“”', '（）', '《》'].find(
		([open, close]) => value.split(open!).length !== value.split(close!).length,
	);
	if (pair) return `${pair} in pairs`;
	const han = /\p{Script=Han}+/u.exec(value)?.[0];
	const sign = /[\u3000-\u303F\uFF01-\uFF65]/.exec(value)?.[0];
	if (!isHan(language)) return (han ?? sign) && `no Chinese, such as “${han ?? sign}”`;
	const isOther =
		(!han && (value.match(englishWords) ?? []).length > 2) || englishSentence.test(value);
	if (isOther) return 'Chinese';
	const latin = /\p{Script=Han}([,.;:!?()"])(?=\p{Script=Han}|$)/u.exec(value)?.[1];
	return latin && `Chinese punctuation, not “${latin}”`;
}

/** Compares the texts of an object in each language: their language, presence and numbers. */
export const editionsAgree = (prefix = '') =>
	refuseFaults((value: object): Fault[] => {
		const textIn = (language: Language) => (value as Record<string, string>)[prefix + language]!;
		const isForeign = (language: Language) => faultOfLanguage(textIn(language), language);
		// Two texts that changed places are reported once.
		const foreign = languages.find(isForeign);
		if (foreign) return [[isForeign(foreign), prefix + foreign]];
		return languages.slice(1).map((language) => {
			const [original, translation] = [textIn(defaultLanguage), textIn(language)];
			if (!original !== !translation) {
				const path = prefix + (original ? language : defaultLanguage);
				return [true, path, 'a text in both languages or in none'];
			}
			const { isTranslation, alone } = numbersApart(original, translation) ?? {};
			const path = prefix + (isTranslation ? language : defaultLanguage);
			return [alone, path, `the same numbers in both languages; ${alone}`];
		});
	});

/** Paths of a field's texts: `note.zh`, `note.en`. */
export const textsOf = (field: string) => languages.map((language) => `${field}.${language}`);

/** A text in each language, each in a field of its own; one for each prefix. */
const inEach = <const Prefix extends string>(options: object, ...prefixes: Prefix[]) =>
	Object.fromEntries(
		prefixes.flatMap((prefix) =>
			languages.map((one) => [
				prefix + one,
				text(options).describe(`The text in ${languageName(one)}.`),
			]),
		),
	) as Record<`${Prefix}${Language}`, ReturnType<typeof text>>;

/** A text in each language, with other fields beside it; with `empty`, it may be missing in all. */
export const bilingual = <const Shape extends z.ZodRawShape = Record<never, never>>(
	shape = {} as Shape,
	options = {},
) => z.strictObject({ ...shape, ...inEach(options, '') }).superRefine(editionsAgree());

/** A list without two entries that are the same, or the same in one of these fields, `note.zh`. */
export const listOf = <Entry extends z.ZodType>(entry: Entry, ...fields: string[]) =>
	z.array(entry).superRefine(
		refuseFaults((entries) => {
			const paths = fields.length > 0 ? fields.map((field) => field.split('.')) : [[]];
			const columns = paths.map((path) => entries.map((one) => JSON.stringify(valueAt(one, path))));
			// Of an entry that is there twice, one field is reported.
			return entries.map((_, at): Fault => {
				const firsts = columns.map((column) => column.indexOf(column[at]!));
				const of = firsts.findIndex((first) => first < at);
				const path = [at, ...(paths[of] ?? [])];
				return [of >= 0, path, `a value of its own: entry ${firsts[of]! + 1} has it`];
			});
		}),
	);

/** A clock before the day on which this check was written is wrong, and must not refuse our content. */
const earliestToday = '2026-11-30';

/** Whether a day is after the build's day, at the place on Earth where it is latest. */
export function isFuture(day: string): boolean {
	const today = new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
	return day > (today > earliestToday ? today : earliestToday);
}

const isDay = (day: string) => z.iso.date().safeParse(day).success;
const notInFuture: TextRule = [isFuture, 'a day that is not in the future'];

/** A day of the calendar that is not in the future. */
export const dateText = ruled([
	[(day) => !isDay(day), 'a date of the calendar such as 2026-11-23'],
	notInFuture,
]);

/** Day of a source, or only its month or year where that is all that was read. */
export const looseDate = ruled([
	[
		(date) => !isDay(date.length < 10 ? `${date}-01-01`.slice(0, 10) : date),
		"a day, a month or a year: 2022-06-21, '2022'",
	],
	[/^(0|1[0-4])/, 'a year from 1500 on'],
	notInFuture,
]);

const pagesIn = (pages: string) => pages.split(/, |–/).map(Number);
const isPages = (pages: string) =>
	/^\d+(–\d+)?(, \d+(–\d+)?)*$/.test(pages) &&
	pagesIn(pages).every((page, at, all) => page > (all[at - 1] ?? 0));

/** Pages in order: `11`, `7–10`, `7–8, 10`. */
export const pagesText = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	ruled([[(pages) => !isPages(pages), 'pages such as 7–10 (with an en dash) or 11']]),
);

/** Number of the last page that a range names; 0 without one. */
export const lastPage = (pages = '') => Math.max(...pagesIn(pages));

/** Whether pages are among those of a range. */
export const isWithin = (pages: string, range: string) =>
	pagesIn(pages)[0]! >= pagesIn(range)[0]! && lastPage(pages) <= lastPage(range);

const matching = (pattern: RegExp, expected: string) =>
	z.string().regex(pattern, `expected ${expected}`);

/** An id that is published as a fragment: heading, figure, row, matter. */
export const id = (maximum = idMaximumLength) =>
	matching(idPattern, 'an id of lower-case ASCII words joined by hyphens, such as rlhf-steps').max(
		maximum,
		`expected an id of at most ${maximum} characters`,
	);

/** A key inside `content/`, never published as a fragment, so it may be longer. */
export const key = () =>
	matching(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of lower-case ASCII words joined by hyphens');

/** CSV: a plain number, 4152, 54.2, -3. Arrives as a number. */
export const number = () =>
	matching(/^-?(0|[1-9]\d*)(\.\d+)?$/, 'a plain number such as 4152 or 54.2').transform(Number);

/** CSV: a plain number, or the literal NA, which arrives as `null`. */
export const numberOrNa = () =>
	z.union([z.literal('NA').transform(() => null), number()], 'expected a plain number or NA');

/** CSV: a number that the report or a source prints, so that a claim of the figure has it. */
export const printed = <Schema extends z.ZodType>(column: Schema): Schema =>
	column.meta({ printed: true });

/** CSV: ids of `claims.json`, separated by spaces; may be empty. Arrives as an array. */
export const claims = () =>
	z
		.string()
		.transform((text) => text.split(' ').filter(Boolean))
		.pipe(listOf(key()));

/** CSV: texts in each language, the columns `<name>_zh` and `<name>_en` of each name. */
export const both = <const Name extends string>(...names: Name[]) =>
	inEach({ linked: true }, ...names.map((name) => `${name}_` as const));

/** The same of texts that may be missing in all languages. */
export const bothOrNone = <const Name extends string>(...names: Name[]) =>
	inEach({ empty: true, linked: true }, ...names.map((name) => `${name}_` as const));
