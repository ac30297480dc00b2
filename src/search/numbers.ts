const hanDigits = '零一二三四五六七八九';
const units: Record<string, number> = {
	...{ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, thousand: 1e3, k: 1e3, w: 1e4, million: 1e6 },
	...{ mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12, tn: 1e12, t: 1e12 },
};
/** Units that the pages and readers write. */
const written = ['亿', '万', 'w', 'trillion', 'billion', 'bn', 'b', 'million', 'm'];
const words = (text: string) => text.split(' ');
const months = words(
	'january february march april may june july august september october november december',
);
const small = words(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = words('twenty thirty forty fifty sixty seventy eighty ninety');
const one = [...small, ...tens].join('|');
const spelled = new RegExp(
	`\\b(?:a hundred|${one})(?:[\\s-]+(?:and\\s+)?(?:hundred|${one}))*\\b`,
	'giu',
);
const numerals = '零〇一二两三四五六七八九十百千万亿';
const hanNumber = new RegExp(`(?<![\\d.]\\s*)([${numerals}]+)(?:点([${numerals}]+))?`, 'gu');

/** Value of a Chinese numeral such as 十三亿, 一千七百五十 or 二〇二二; NaN when it is none. */
export function hanValue(text: string): number {
	const plain = text.replace(/两/gu, '二').replace(/〇/gu, '零');
	if (/^[万亿千百]+$/u.test(plain)) return NaN;
	if (!/[^零一二三四五六七八九]/u.test(plain)) {
		return Number([...plain].map((digit) => hanDigits.indexOf(digit)).join(''));
	}
	let [total, section, digit] = [0, 0, 0];
	for (const character of plain) {
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
	const parts = text.toLowerCase().split(/[\s-]+/u);
	return parts.reduce((value, word) => {
		if (word === 'hundred') return (value || 1) * 100;
		const ten = tens.indexOf(word);
		return value + (ten >= 0 ? (ten + 2) * 10 : Math.max(0, small.indexOf(word)));
	}, 0);
}

const digitsOf = (value: number) => String(Number(value.toPrecision(12)));

/** A text with the numbers that it writes in words as digits. */
const inDigits = (text: string) =>
	text
		.replace(spelled, (found) => String(englishValue(found)))
		.replace(hanNumber, (found, whole: string, decimals?: string) => {
			const value = digitsOf(hanValue(whole)) + (decimals ? `.${hanValue(decimals)}` : '');
			return value.includes('NaN') ? found : value;
		});

/** Other ways to write what a pattern matched, by its groups; some are numbers of the text. */
type Reading = (groups: (string | undefined)[], known: readonly string[]) => string[];

/** Fewest digits of a number that is taken for a rounded one. */
const roundedMinimum = 3;

const countForms: Reading = ([number = '', unit = ''], known) => {
	const digits = number.replace(/[^\d.]/gu, '');
	const times = [...unit].reduce((product, one) => product * units[one]!, 1);
	const value = Number(digits) * (units[unit.toLowerCase()] ?? times);
	const short = written.flatMap((name) => {
		const count = digitsOf(value / units[name]!);
		// Rounder numbers than 0.001 of a unit only: 4,152 is not 0.4152 万.
		return value >= units[name]! && count.length < 7 ? [`${count} ${name}`, count + name] : [];
	});
	const grouped = Number.isInteger(value) ? [value.toLocaleString('en')] : [];
	// A table gives its unit once, 亿 or billion: 17,917 and 1,791.7 there are 1.79 trillion.
	const figures = digits.replace('.', '').replace(/^0+|0+$/gu, '').length;
	const rounded = (other: number) => other.toPrecision(figures) === value.toPrecision(figures);
	const isMeant = (word: string) =>
		/^\d[\d.]{3,}$/.test(word) && [1e8, 1e9].some((of) => rounded(Number(word) * of));
	const mayRound = unit !== '' && value >= 1e8 && figures >= roundedMinimum;
	return [digitsOf(value), ...grouped, ...(mayRound ? known.filter(isMeant) : []), ...short];
};

const percentForms: Reading = ([before, after, tenths]) => {
	const value = before ?? after ?? `${tenths}0`;
	return [`${value}%`, `${value} percent`, `${value} per cent`];
};

const monthOf = (name: string) =>
	months.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1;

/** A day or a month, in both languages and as the report writes it. */
const dateForms: Reading = ([year = '', monthText = '', dayText = '']) => {
	const month = Number(monthText) || monthOf(monthText);
	const name = months[month - 1];
	const day = dayText && String(Number(dayText));
	if (!name || !(year || day)) return [];
	const joined = (parts: string[], by = ' ') => parts.filter(Boolean).join(by);
	const inHan = joined([year && `${year} 年`, `${month} 月`, day && `${day} 日`]);
	const american = joined([joined([name, day]), year], day ? ', ' : ' ');
	const iso = joined([year, `${month}`.padStart(2, '0'), day.padStart(2, '0')], '-');
	const numeric = year ? [joined([year, `${month}`, day], '.'), iso] : [];
	return [inHan, joined([day, name, year]), american, ...numeric];
};

const monthName = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)';
const unitName = '(?:[kmbtw]|[mbt]n|thousand|million|billion|trillion)(?![a-z])|[万亿千]+';
const patterns: [RegExp, Reading][] = [
	[/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/u, dateForms],
	[/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/u, dateForms],
	[
		/(\d{1,2})[/.](\d{1,2})[/.](\d{4})/u,
		([a, b, year]) => [...dateForms([year, a, b], []), ...dateForms([year, b, a], [])],
	],
	[
		new RegExp(
			`\\b(?:${dayNumber}\\s+)?${monthName}\\b\\.?(?:\\s+${dayNumber})?(?:,?\\s+(\\d{4}))?`,
			'iu',
		),
		([before, month, after, year]) => dateForms([year, month, before ?? after], []),
	],
	[/(?:(\d{4})\s*(?:年\s*|-))?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/u, dateForms],
	[/(\d{4})-(\d{1,2})(?!\d)/u, dateForms],
	[
		/百分之\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)|(\d)\s*成(?![分本功为员果立长熟像])/iu,
		percentForms,
	],
	[new RegExp(`((?:US)?\\$?\\s*\\d[\\d,]*(?:\\.\\d+)?)\\s*(${unitName})`, 'iu'), countForms],
	[/((?:US)?\$\d[\d,]*(?:\.\d+)?|\d{4,}|\d{1,3}(?:,\d{3})+)(?![.\d])/iu, countForms],
	[
		/(?<![\p{L}\p{N}.-])(\d{1,2})(?![\d.%])/u,
		([value]) => [small.slice(0, 13)[Number(value)] ?? '', hanDigits[Number(value)] ?? ''],
	],
];

/**
 * A query with its first number or date written in other ways: 十三亿 also as 13 亿 and 1.3 billion.
 * @param space what stands between the number and the words round it
 * @param known words of the text: the query may round a number among them
 * @returns none when it holds no number that is written in several ways
 */
export function numberForms(query: string, space: '' | ' ', known: readonly string[]): string[] {
	const typed = query.normalize('NFKC');
	const text = inDigits(typed).replace(/\s*(?:美元|\b(?:US\s+)?dollars?)$/iu, '');
	const plain = text === typed ? [] : [text];
	for (const [pattern, formsOf] of patterns) {
		const match = pattern.exec(text);
		const forms = match ? formsOf(match.slice(1), known).filter(Boolean) : [];
		if (!match || forms.length === 0) continue;
		const before = text.slice(0, match.index).trim();
		const after = text.slice(match.index + match[0].length).trim();
		const around = (form: string) => [before, form, after].filter(Boolean).join(space);
		return [...plain, ...forms.map(around)];
	}
	return plain;
}
