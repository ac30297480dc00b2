import { formatDate } from '../base/numbers.ts';
import type { Language } from '../base/languages.ts';

/** Other ways to write the numbers and dates of a query. */

const hanDigits = '零一二三四五六七八九';
const hanUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const latinUnits: Record<string, number> = {
	k: 1e3,
	thousand: 1e3,
	m: 1e6,
	mn: 1e6,
	million: 1e6,
	b: 1e9,
	bn: 1e9,
	billion: 1e9,
	t: 1e12,
	tn: 1e12,
	trillion: 1e12,
};
const months =
	'january february march april may june july august september october november december';
const monthNames = months.split(' ');
const smallWords = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Value of a Chinese numeral such as 十三亿 or 一千七百五十; NaN when it is none. */
export function hanValue(text: string): number {
	let total = 0;
	let section = 0;
	let digit = NaN;
	for (const character of text.replace(/两/gu, '二').replace(/〇/gu, '零')) {
		const unit = hanUnits[character];
		const value = hanDigits.indexOf(character);
		if (value >= 0) digit = value;
		else if (!unit) return NaN;
		else if (unit < 1e4) {
			section += (Number.isNaN(digit) ? 1 : digit) * unit;
			digit = NaN;
		} else {
			section += Number.isNaN(digit) ? 0 : digit;
			total = (total + (section || 1)) * unit;
			section = 0;
			digit = NaN;
		}
	}
	return total + section + (Number.isNaN(digit) ? 0 : digit);
}

const plain = (value: number) => String(Number(value.toPrecision(12)));

function isRound(value: number, unit: number): boolean {
	return value >= unit && Number.isInteger(Number(((value / unit) * 1000).toFixed(6)));
}

/** How a count may be written, in both scripts. */
function countForms(value: number): string[] {
	const grouped = Math.floor(value) === value ? value.toLocaleString('en') : '';
	const han = [
		['亿', 1e8],
		['万', 1e4],
	] as const;
	const latin = [
		['trillion', 1e12],
		['billion', 1e9],
		['bn', 1e9],
		['B', 1e9],
		['million', 1e6],
		['m', 1e6],
	] as const;
	const withUnit = (units: readonly (readonly [string, number])[]) =>
		units
			.filter(([, unit]) => isRound(value, unit))
			.flatMap(([name, unit]) => {
				const short = plain(value / unit);
				return [`${short} ${name}`, `${short}${name}`];
			});
	const word = smallWords[value];
	return [plain(value), grouped, ...withUnit(han), ...withUnit(latin), ...(word ? [word] : [])];
}

const percentForms = (value: string) => [`${value}%`, `${value} percent`, `${value} per cent`];

/** How a day may be written, in both languages and as the report does. */
function dateForms(year: number, month: number, day: number): string[] {
	const two = (value: number) => String(value).padStart(2, '0');
	const iso = `${year}-${two(month)}-${two(day)}`;
	if (Number.isNaN(Date.parse(iso))) return [];
	const name = monthNames[month - 1]!;
	return [
		formatDate(iso, 'zh'),
		formatDate(iso, 'en'),
		`${name} ${day}, ${year}`,
		`${year}.${month}.${day}`,
		iso,
	];
}

const month = `(?<month>${monthNames.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const patterns: [RegExp, (groups: Record<string, string>) => string[]][] = [
	[
		/(?<y>\d{4})\s*[-/.年]\s*(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?/u,
		({ y, m, d }) => dateForms(Number(y), Number(m), Number(d)),
	],
	[
		new RegExp(`(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${month}\\.?,?\\s+(?<y>\\d{4})`, 'iu'),
		({ y, month, d }) => dateForms(Number(y), monthNumber(month!), Number(d)),
	],
	[
		new RegExp(`${month}\\.?\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<y>\\d{4})`, 'iu'),
		({ y, month, d }) => dateForms(Number(y), monthNumber(month!), Number(d)),
	],
	[
		/百分之(?<han>[零〇一二两三四五六七八九十百]+)/u,
		({ han }) => percentForms(plain(hanValue(han!))),
	],
	[/百分之\s*(?<n>\d+(?:\.\d+)?)/u, ({ n }) => percentForms(n!)],
	[/(?<n>\d+(?:\.\d+)?)\s*(?:%|％|percent|per cent)/iu, ({ n }) => percentForms(n!)],
	[
		/(?:US)?[$＄]?\s*(?<n>\d[\d,]*(?:\.\d+)?)\s*(?<unit>[kmbt]|mn|bn|tn|thousand|million|billion|trillion)(?![a-z])/iu,
		({ n, unit }) => countForms(numberOf(n!) * latinUnits[unit!.toLowerCase()]!),
	],
	[
		/(?<n>\d[\d,]*(?:\.\d+)?)\s*(?<unit>[万亿千]+)/u,
		({ n, unit }) =>
			countForms([...unit!].reduce((value, one) => value * hanUnits[one]!, numberOf(n!))),
	],
	[/(?<han>[零〇一二两三四五六七八九十百千万亿]{2,})/u, ({ han }) => countForms(hanValue(han!))],
	[/(?:US)?[$＄](?<n>\d[\d,]*(?:\.\d+)?)/iu, ({ n }) => countForms(numberOf(n!))],
	[/(?<n>\d{4,}|\d{1,3}(?:,\d{3})+)(?![.\d])/u, ({ n }) => countForms(numberOf(n!))],
];

const numberOf = (digits: string) => Number(digits.replaceAll(',', ''));
const monthNumber = (name: string) =>
	monthNames.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/**
 * A query with its first number or date written in other ways: 十三亿 also as 13 亿 and 1.3 billion.
 * @param query folded only in width; what is not a number stays as it is
 * @returns none when it holds no number that is written in several ways
 */
export function numberForms(query: string, language: Language): string[] {
	const text = query.normalize('NFKC');
	for (const [pattern, formsOf] of patterns) {
		const match = pattern.exec(text);
		if (!match) continue;
		const before = text.slice(0, match.index);
		const after = text.slice(match.index + match[0].length);
		const forms = formsOf(match.groups as Record<string, string>).filter(Boolean);
		// A bare unit of currency after the number belongs to it: $22M is 2200 万美元.
		return [...new Set(forms)].map((form) => joined(before, form, after, language));
	}
	return [];
}

function joined(before: string, form: string, after: string, language: Language): string {
	const space = language === 'en' ? ' ' : '';
	return [before.trim(), form, after.trim()].filter(Boolean).join(space || ' ');
}
