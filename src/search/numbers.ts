import { formatDate } from '../base/numbers.ts';

const hanDigits = '零一二三四五六七八九';
const units: Record<string, number> = {
	...{ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, thousand: 1e3, k: 1e3, million: 1e6, mn: 1e6 },
	...{ m: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12, tn: 1e12, t: 1e12 },
};
/** Units that the pages and readers write. */
const written = ['亿', '万', 'trillion', 'billion', 'bn', 'b', 'million', 'm'];
const months =
	'january february march april may june july august september october november december'.split(
		' ',
	);
const small =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' ',
	);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const spelled = new RegExp(
	`\\b(?:a hundred|${[...small, ...tens].join('|')})(?:[\\s-]+(?:and\\s+)?(?:hundred|${[...small, ...tens].join('|')}))*\\b`,
	'giu',
);

/** Value of a Chinese numeral such as 十三亿 or 一千七百五十; NaN when it is none. */
export function hanValue(text: string): number {
	let [total, section, digit] = [0, 0, 0];
	for (const character of text.replace(/两/gu, '二').replace(/〇/gu, '零')) {
		const unit = units[character];
		if (hanDigits.includes(character)) digit = hanDigits.indexOf(character);
		else if (!unit) return NaN;
		else if (unit < 1e4) [section, digit] = [section + (digit || 1) * unit, 0];
		else [total, section, digit] = [(total + (section + digit || 1)) * unit, 0, 0];
	}
	return total + section + digit;
}

/** Value of English number words below a thousand: `forty`, `one hundred and seventy-five`. */
function englishValue(text: string): number {
	return text
		.toLowerCase()
		.split(/[\s-]+/u)
		.reduce((value, word) => {
			if (word === 'hundred') return (value || 1) * 100;
			const ten = tens.indexOf(word);
			return value + (ten >= 0 ? (ten + 2) * 10 : Math.max(0, small.indexOf(word)));
		}, 0);
}

const plain = (value: number) => String(Number(value.toPrecision(12)));

/** How a count may be written, in both scripts. */
function countForms(value: number): string[] {
	if (Number.isNaN(value)) return [];
	const short = written.flatMap((unit) => {
		const count = plain(value / units[unit]!);
		// Rounder numbers than 0.001 of a unit only: 4,152 is not 0.4152 万.
		return value >= units[unit]! && count.length < 7 ? [`${count} ${unit}`, `${count}${unit}`] : [];
	});
	const grouped = Number.isInteger(value) ? [value.toLocaleString('en')] : [];
	return [plain(value), ...grouped, ...short, small.slice(0, 13)[value] ?? ''];
}

const percentForms = (value: string) => [`${value}%`, `${value} percent`, `${value} per cent`];

/** How a day, or a month, may be written in both languages and as the report does. */
function dateForms(year: string, month: number, day?: string): string[] {
	const iso = `${year}-${String(month).padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`;
	if (Number.isNaN(Date.parse(iso))) return [];
	const name = months[month - 1];
	if (!day) return [`${year} 年 ${month} 月`, `${name} ${year}`, `${year}.${month}`];
	const american = `${name} ${Number(day)}, ${year}`;
	const dotted = `${year}.${month}.${Number(day)}`;
	return [formatDate(iso, 'zh'), formatDate(iso, 'en'), american, dotted, iso];
}

const monthOf = (name: string) =>
	months.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1;
const numberOf = (digits: string) => Number(digits.replaceAll(',', ''));

const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const patterns: [RegExp, (...parts: string[]) => string[]][] = [
	[
		/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/u,
		(y, m, d) => dateForms(y!, Number(m), d),
	],
	[
		/(\d{1,2})[/.](\d{1,2})[/.](\d{4})/u,
		(a, b, y) => [...dateForms(y!, Number(a), b), ...dateForms(y!, Number(b), a)],
	],
	[
		new RegExp(`${day}\\s+${month}\\.?,?\\s+(\\d{4})`, 'iu'),
		(d, m, y) => dateForms(y!, monthOf(m!), d),
	],
	[
		new RegExp(`${month}\\.?\\s+${day},?\\s+(\\d{4})`, 'iu'),
		(m, d, y) => dateForms(y!, monthOf(m!), d),
	],
	[new RegExp(`${month}\\.?\\s+(\\d{4})`, 'iu'), (m, y) => dateForms(y!, monthOf(m!))],
	[/(\d{4})\s*(?:年\s*|-)(\d{1,2})(?:\s*月|(?!\d))/u, (y, m) => dateForms(y!, Number(m))],
	[/百分之([零〇一二两三四五六七八九十百]+)/u, (han) => percentForms(plain(hanValue(han!)))],
	[/([一二两三四五六七八九])成(?!\p{L})/u, (han) => percentForms(plain(hanValue(han!) * 10))],
	[/百分之\s*(\d+(?:\.\d+)?)/u, (digits) => percentForms(digits!)],
	[/(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)/iu, (digits) => percentForms(digits!)],
	[
		/(?:US)?\$?\s*(\d[\d,]*(?:\.\d+)?)\s*([kmbt]|[mbt]n|thousand|million|billion|trillion)(?![a-z])/iu,
		(digits, unit) => countForms(numberOf(digits!) * units[unit!.toLowerCase()]!),
	],
	[
		/(?:US)?\$?(\d[\d,]*(?:\.\d+)?)\s*([万亿千]+)/u,
		(digits, unit) =>
			countForms([...unit!].reduce((value, one) => value * units[one]!, numberOf(digits!))),
	],
	[/([零〇一二两三四五六七八九十百千万亿]{2,})/u, (han) => countForms(hanValue(han!))],
	[/(?:US)?\$(\d[\d,]*(?:\.\d+)?)/iu, (digits) => countForms(numberOf(digits!))],
	[/(\d{4,}|\d{1,3}(?:,\d{3})+)(?![.\d])/u, (digits) => countForms(numberOf(digits!))],
];

/**
 * A query with its first number or date written in other ways: 十三亿 also as 13 亿 and 1.3 billion.
 * @param space what stands between the number and the words round it
 * @returns none when it holds no number that is written in several ways
 */
export function numberForms(query: string, space: '' | ' '): string[] {
	const typed = query.normalize('NFKC');
	const digits = typed.replace(spelled, (words) => String(englishValue(words)));
	const text = digits.replace(/\s*\b(?:US\s+)?dollars?$/iu, '');
	for (const [pattern, formsOf] of patterns) {
		const match = pattern.exec(text);
		if (!match) continue;
		const before = text.slice(0, match.index).trim();
		const after = text.slice(match.index + match[0].length).trim();
		return formsOf(...match.slice(1))
			.filter(Boolean)
			.map((form) => [before, form, after].filter(Boolean).join(space));
	}
	return text === typed ? [] : [text];
}
