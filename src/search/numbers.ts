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
	return text
		.toLowerCase()
		.split(/[\s-]+/u)
		.reduce((value, word) => {
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
			const value = hanValue(whole);
			if (Number.isNaN(value)) return found;
			return digitsOf(value) + (decimals ? `.${digitsOf(hanValue(decimals))}` : '');
		});

/** Fewest digits of a number that is taken for a rounded one. */
const roundedMinimum = 3;

/** How a count may be written in both scripts, and the numbers of the text it may round. */
function countForms(digits: string, unit: number, known: readonly string[]): string[] {
	const value = Number(digits.replaceAll(',', '')) * unit;
	const short = written.flatMap((name) => {
		const count = digitsOf(value / units[name]!);
		// Rounder numbers than 0.001 of a unit only: 4,152 is not 0.4152 万.
		return value >= units[name]! && count.length < 7 ? [`${count} ${name}`, count + name] : [];
	});
	const grouped = Number.isInteger(value) ? [value.toLocaleString('en')] : [];
	// A table gives its unit once, 亿 or billion: 17,917 and 1,791.7 there are 1.79 trillion.
	const figures = digits.replace(/[.,]/gu, '').replace(/^0+|0+$/gu, '').length;
	const isRounded = (word: string) =>
		/^\d[\d.]{3,}$/.test(word) &&
		[1e8, 1e9].some(
			(of) => (Number(word) * of).toPrecision(figures) === value.toPrecision(figures),
		);
	const rounded = unit >= 1e8 && figures >= roundedMinimum ? known.filter(isRounded) : [];
	return [digitsOf(value), ...grouped, ...rounded, ...short];
}

const percentForms = (value: string) => [`${value}%`, `${value} percent`, `${value} per cent`];

/** How a day or a month may be written in both languages and as the report does. */
function dateForms(year: string | undefined, month: number, day: string | undefined): string[] {
	const name = months[month - 1];
	if (!name) return [];
	const [y, d] = [year ?? '', day ? String(Number(day)) : ''];
	const joined = (parts: string[], by = ' ') => parts.filter((part) => part.trim()).join(by);
	const inHan = joined([y && `${y} 年`, `${month} 月`, d && `${d} 日`]);
	const american = y && d ? `${name} ${d}, ${y}` : joined([name, d, y]);
	const numeric = y ? [joined([y, `${month}`, d], '.')] : [];
	const iso = y && d ? [[y, `${month}`.padStart(2, '0'), d.padStart(2, '0')].join('-')] : [];
	return [inHan, joined([d, name, y]), american, ...numeric, ...iso];
}

const monthOf = (name: string) =>
	months.findIndex((full) => full.startsWith(name.toLowerCase().slice(0, 3))) + 1;
const month = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const count = '(?:US)?\\$?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*';

type Reading = (parts: (string | undefined)[], known: readonly string[]) => string[];
const patterns: [RegExp, Reading][] = [
	[
		/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?/u,
		([y, m, d]) => dateForms(y, Number(m), d),
	],
	[/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/u, ([y, m, d]) => dateForms(y, Number(m), d)],
	[
		/(\d{1,2})[/.](\d{1,2})[/.](\d{4})/u,
		([a, b, y]) => [...dateForms(y, Number(a), b), ...dateForms(y, Number(b), a)],
	],
	[
		new RegExp(
			`\\b(?:${day}\\s+)?${month}\\b\\.?(?:\\s+${day}\\b(?!\\d))?(?:,?\\s+(\\d{4}))?`,
			'iu',
		),
		([before, m, after, y]) =>
			(before ?? after ?? y) ? dateForms(y, monthOf(m!), before ?? after) : [],
	],
	[
		/(?:(\d{4})\s*(?:年\s*|-))?(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?/u,
		([y, m, d]) => (y || d ? dateForms(y, Number(m), d) : []),
	],
	[/(\d{4})-(\d{1,2})(?!\d)/u, ([y, m]) => dateForms(y, Number(m), undefined)],
	[/百分之\s*(\d+(?:\.\d+)?)/u, ([value]) => percentForms(value!)],
	[/(\d)\s*成(?![分本功为员果立长熟像])/u, ([value]) => percentForms(`${value}0`)],
	[/(\d+(?:\.\d+)?)\s*(?:%|percent|per cent)/iu, ([value]) => percentForms(value!)],
	[
		new RegExp(
			`${count}([kmbtw]|[mbt]n|thousand|million|billion|trillion)(?![a-z])|${count}([万亿千]+)`,
			'iu',
		),
		([a, latin, b, han], known) => {
			const unit = latin ? [latin.toLowerCase()] : [...han!];
			return countForms(
				(a ?? b)!,
				unit.reduce((value, name) => value * units[name]!, 1),
				known,
			);
		},
	],
	[
		/(?:US)?\$(\d[\d,]*(?:\.\d+)?)|(\d{4,}|\d{1,3}(?:,\d{3})+)(?![.\d])/iu,
		([money, bare], known) => countForms((money ?? bare)!, 1, known),
	],
	[
		/(?<![\p{L}\p{N}.-])(\d{1,2})(?![\d.%])/u,
		([value]) => [small.slice(0, 13)[Number(value)] ?? '', hanDigits[Number(value)] ?? ''],
	],
];

/**
 * A query with its first number or date written in other ways: 十三亿 also as 13 亿 and 1.3 billion.
 * @param space what stands between the number and the words round it
 * @param known numbers of the text: the query may round one of them
 * @returns none when it holds no number that is written in several ways
 */
export function numberForms(query: string, space: '' | ' ', known: readonly string[]): string[] {
	const typed = query.normalize('NFKC');
	const text = inDigits(typed).replace(/\s*(?:美元|\b(?:US\s+)?dollars?)$/iu, '');
	for (const [pattern, formsOf] of patterns) {
		const match = pattern.exec(text);
		if (!match) continue;
		const before = text.slice(0, match.index).trim();
		const after = text.slice(match.index + match[0].length).trim();
		const forms = formsOf(match.slice(1), known).filter(Boolean);
		if (forms.length === 0) continue;
		const all = forms.map((form) => [before, form, after].filter(Boolean).join(space));
		return text === typed ? all : [text, ...all];
	}
	return text === typed ? [] : [text];
}
