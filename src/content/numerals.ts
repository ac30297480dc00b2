/**
 * Numbers as values, whatever the script and the unit: 13 亿, 1.3 billion and 1,300,000,000 are one
 * value. The editions, the claims and the tables are compared by them.
 */

const units: Record<string, number> = {
	百: 100,
	千: 1e3,
	万: 1e4,
	w: 1e4,
	百万: 1e6,
	千万: 1e7,
	亿: 1e8,
	十亿: 1e9,
	百亿: 1e10,
	千亿: 1e11,
	万亿: 1e12,
	k: 1e3,
	thousand: 1e3,
	million: 1e6,
	'× us$100 million': 1e8,
	b: 1e9,
	bn: 1e9,
	billion: 1e9,
	trn: 1e12,
	trillion: 1e12,
};

/** Words that name a number without being compared themselves: 一 is in 一定, “second” is a time. */
const looseWords: Record<string, number> = {
	...units,
	一: 1,
	单: 1,
	one: 1,
	first: 1,
	二: 2,
	两: 2,
	second: 2,
	both: 2,
	pair: 2,
	half: 2,
	twice: 2,
	double: 2,
	doubled: 2,
	doubling: 2,
	三: 3,
	third: 3,
	march: 3,
	四: 4,
	fourth: 4,
	五: 5,
	fifth: 5,
	may: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
	十: 10,
	成: 10,
	decade: 10,
	'ten thousand': 1e4,
	'tens of thousands': 1e4,
	'tens of billions': 1e10,
	'hundreds of billions': 1e11,
};

const numbered = (first: number, words: string) =>
	Object.fromEntries(words.split(' ').map((word, at) => [word, first + at]));
/** English words that count. March and May are words of the language too, so they stand above. */
const namedNumbers: Record<string, number> = {
	...numbered(2, 'two three four five six seven eight nine ten eleven twelve'),
	...numbered(1, 'january february'),
	april: 4,
	...numbered(6, 'june july august september october november december'),
};

const anyOf = (words: string[]) =>
	words.sort((a, b) => b.length - a.length).map((word) => word.replace('$', '\\$')).join('|');
const digits = new RegExp(
	`(\\d+(?:\\.\\d+)?)(?:[\\s-]*(${anyOf(Object.keys(units))})(?![a-z]))?`,
	'gu',
);
/** A Chinese numeral that counts something: 七家, 四个方向, 第三. */
const counted = /[第其]([二两三四五六七八九十])|([二两三四五六七八九十])(?:个(?!月)|项|家|步|处|章|部分)/gu;
const looseWord = new RegExp(
	`${anyOf(Object.keys(looseWords).filter((word) => /\p{Script=Han}/u.test(word)))}|\\b(?:${anyOf(Object.keys(looseWords).filter((word) => /^[a-z]/.test(word)))})\\b`,
	'gu',
);

/** A value without the noise of floating point. */
const exact = (value: number) => Number(value.toPrecision(12));

const plainOf = (text: string) =>
	text
		.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
		.normalize('NFKC')
		.toLowerCase()
		// Addresses of links are not text, and 2023.1.19 is three numbers.
		.replaceAll(/\]\([^)]*\)/g, ']')
		.replaceAll(/(\d{4})\.(\d{1,2})\.(\d{1,2})/g, '$1 $2 $3');

/** A number as it is written, and the values it may stand for. */
export interface Numeral {
	written: string;
	values: number[];
}

/** Numbers of a text that another text about the same must have as well. */
export function numeralsIn(text: string): Numeral[] {
	const plain = plainOf(text);
	const found = [...plain.matchAll(digits)];
	// In “2–3 万” and “0.2 to 1.2 million” the unit belongs to both numbers.
	const shared = found.flatMap(([, , unit]) => (unit ? units[unit]! : []));
	return [
		...found.map(([written, amount, unit]) => ({
			written: written.trim(),
			values: (unit ? [units[unit]!] : [1, ...shared]).map((one) => exact(Number(amount) * one)),
		})),
		...[...plain.matchAll(counted)].map(([written, ordinal, amount]) => ({
			written,
			values: [looseWords[(ordinal ?? amount)!]!],
		})),
		...[...plain.matchAll(/[a-z]+/g)].flatMap(([written]) => {
			const value = namedNumbers[written];
			return value ? [{ written, values: [value] }] : [];
		}),
	];
}

/** Every value that a text names in any way. */
export function valuesIn(text: string): Set<number> {
	const words = [...plainOf(text).matchAll(looseWord)].map(([word]) => looseWords[word]!);
	// 十 in 五十 and 亿 in 13 亿 count too: what is loose only ever permits.
	const parts = [...plainOf(text)].flatMap((character) => looseWords[character] ?? []);
	return new Set([...words, ...parts, ...numeralsIn(text).flatMap(({ values }) => values)]);
}

/** Numbers of a text that none of the other texts has, as they are written. */
export function numbersMissing(text: string, ...others: string[]): string[] {
	const known = valuesIn(others.join(' | '));
	return numeralsIn(text)
		.filter(({ values }) => !values.some((value) => known.has(value)))
		.map(({ written }) => written);
}
