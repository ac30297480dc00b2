const listed = (text: string) => text.split(' ');
const hanDigits = [...'零一二三四五六七八九'];
const small = listed(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
);
const tens = listed('twenty thirty forty fifty sixty seventy eighty ninety');
const months = listed(
	'january february march april may june july august september october november december',
);
/** Words that count, and units, which multiply what stands before them. */
const counts: Record<string, number> = Object.fromEntries([
	...[...hanDigits, '〇', '两'].map((word, at) => [word, [0, 2][at - 10] ?? at]),
	...[...small, ...tens].map((word, at) => [word, at < 20 ? at : at * 10 - 180]),
]);
const multiples: Record<string, number> = {
	...{ 十: 10, 百: 100, 千: 1e3, 万: 1e4, 亿: 1e8, hundred: 100, thousand: 1e3, k: 1e3, w: 1e4 },
	...{ million: 1e6, mn: 1e6, m: 1e6, billion: 1e9, bn: 1e9, b: 1e9 },
	...{ trillion: 1e12, tn: 1e12, t: 1e12 },
};
/** Units that the pages and readers write. */
const written = ['亿', '万', 'w', 'trillion', 'billion', 'bn', 'b', 'million', 'm'];

const one = [...small, ...tens].join('|');
const numeral = new RegExp(
	`\\b(?:a hundred|${one})(?:[\\s-]+(?:and\\s+)?(?:hundred|thousand|[mb]illion|${one}))*\\b` +
		'|(?<![\\d.]\\s*)[零〇一二两三四五六七八九十百千万亿]+',
	'giu',
);

/** Value of a numeral: 十三亿, 二〇二二, `one hundred and five`; NaN when it is none. */
export function numeralValue(text: string): number {
	const parts = text.toLowerCase().match(/\b(?!and?\b)[a-z]+|\p{Script=Han}/gu) ?? [];
	if (/^[万亿千百]+$/u.test(text)) return NaN;
	if (/^\p{Script=Han}+$/u.test(text) && parts.every((part) => part in counts)) {
		return Number(parts.map((part) => counts[part]).join(''));
	}
	let [total, section, digit] = [0, 0, 0];
	for (const part of parts) {
		const unit = multiples[part];
		if (!unit) digit += counts[part] ?? NaN;
		else if (unit < 1e4) [section, digit] = [section + (digit || 1) * unit, 0];
		else [total, section, digit] = [(total + (section + digit || 1)) * unit, 0, 0];
	}
	return total + section + digit;
}

const digitsOf = (value: number) => String(Number(value.toPrecision(12)));

/** A text with the numbers that it writes in words as digits, shares as 40%, without dollars. */
const withDigits = (text: string) =>
	text
		.replace(numeral, (found) => digitsOf(numeralValue(found)).replace('NaN', found))
		.replace(/(?<=\d)点(?=\d)/gu, '.')
		.replace(/(?<=\d)(?:年?\s*[至到]\s*| to )(?=\d)/gu, '–')
		.replace(/(?<=\d)\s*[x×](?![\p{L}\p{N}])/giu, '')
		.replace(/百分之\s*(\d+(?:\.\d+)?)|(\d+(?:\.\d+)?)\s*per ?cent/giu, '$1$2%')
		.replace(/(?<!\d)(\d)\s*成(?![分本功为员果立长熟像])/gu, (_, tenths) => `${tenths}0%`)
		.replace(/\s*(?:美元|\b(?:US\s+)?dollars?)$/iu, '');

/** Other ways to write what a pattern matched, by its groups; some are numbers of the text. */
type NumberReading = (groups: (string | undefined)[], known: readonly string[]) => string[];

const countForms: NumberReading = ([number = '', unit = ''], known) => {
	const digits = number.replace(/[^\d.]/gu, '');
	const times = [...unit].reduce((product, one) => product * multiples[one]!, 1);
	const value = Number(digits) * (multiples[unit.toLowerCase()] ?? times);
	const short = written.map((name) => `${digitsOf(value / multiples[name]!)} ${name}`);
	// A table gives its unit once, 亿 or billion: 17,917 and 1,791.7 there are 1.8 trillion.
	const figures = digits.replace('.', '').replace(/^0+|0+$/gu, '').length;
	const rounded = (other: number) => other.toPrecision(figures) === value.toPrecision(figures);
	const isMeant = (word: string) =>
		/^\d[\d.]{2,}$/.test(word) && [1e8, 1e9].some((of) => rounded(Number(word) * of));
	const mayRound = value >= 1e8 && figures >= (value < 1e12 ? 3 : 2);
	return [digitsOf(value), ...(mayRound ? known.filter(isMeant) : []), ...short];
};

/** A day or a month, in both languages and as the report writes it. */
const dateForms: NumberReading = ([year, month = '', day]) => {
	const named = months.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
	const date = new Date(
		Date.UTC(Number(year ?? 2000), (Number(month) || named + 1) - 1, Number(day ?? 1)),
	);
	if (Number(month) > 12 || Number.isNaN(date.getTime()) || !(year ?? day)) return [];
	const parts = { year: year && 'numeric', month: 'long', day: day && 'numeric' } as const;
	const forms = ['zh', 'en-GB', 'en-US'].map((language) =>
		date.toLocaleDateString(language, { ...parts, timeZone: 'UTC' } as Intl.DateTimeFormatOptions),
	);
	const iso = date.toISOString().slice(0, day ? 10 : 7);
	return year ? [...forms, iso, iso.replace(/-0?/gu, '.')] : forms;
};

const monthName = `(${months.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|t)?`).join('|')})`;
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?\\b(?!\\d)';
const unitName = '(?:[kmbtw]|[mbt]n|thousand|million|billion|trillion)(?![a-z])|[万亿千百]+';
const yearFirst =
	/((?:19|20)\d\d)\s*[-/.年]\s*(\d{1,2})(?!\d)(?:\s*[-/.月]\s*(\d{1,2}))?\s*[月日号]?/u;
const yearLast = /(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)/u;
const monthInWords = new RegExp(
	`\\b(?:${dayNumber}\\s+)?${monthName}\\b\\.?(?:\\s+${dayNumber})?(?:,?\\s+(\\d{4}))?`,
	'iu',
);
const patterns: [RegExp, NumberReading][] = [
	[/\bfig(?:ure|s?\.)?\s*(\d+)/iu, ([number]) => [`Fig. ${number}`, `图 ${number}`]],
	[/\btable\s*(\d)/iu, ([number]) => [`表 ${number}`]],
	[yearFirst, dateForms],
	[/(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?!\d)/u, dateForms],
	[yearLast, ([a, b, year]) => [...dateForms([year, a, b], []), ...dateForms([year, b, a], [])]],
	[monthInWords, ([day, month, after, year]) => dateForms([year, month, day ?? after], [])],
	// The group that is never there is the year.
	[/((?!))?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/u, dateForms],
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
 */
export function numberForms(query: string, space: '' | ' ', known: readonly string[]): string[] {
	const typed = query.normalize('NFKC');
	const text = withDigits(typed);
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
