/**
 * Numbers as values, whatever the script and the unit: 13 亿, 1.3 billion and 1,300,000,000 are one
 * value. Tests compare what the report prints with what each edition says.
 */

const units: Record<string, number> = {
	十: 10,
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
	thousand: 1e3,
	k: 1e3,
	million: 1e6,
	billion: 1e9,
	bn: 1e9,
	trillion: 1e12,
};

const hanDigits: Record<string, number> = {
	一: 1,
	二: 2,
	两: 2,
	三: 3,
	四: 4,
	五: 5,
	六: 6,
	七: 7,
	八: 8,
	九: 9,
	十: 10,
};

const englishNumbers: Record<string, number> = {
	one: 1,
	first: 1,
	two: 2,
	second: 2,
	three: 3,
	third: 3,
	four: 4,
	fourth: 4,
	five: 5,
	six: 6,
	seven: 7,
	eight: 8,
	nine: 9,
	ten: 10,
	'a decade': 10,
	'ten thousand': 1e4,
	'tens of thousands': 1e4,
	'tens of billions': 1e10,
	'hundreds of billions': 1e11,
};

const months = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
];

const unitNames = Object.keys(units).sort((a, b) => b.length - a.length);
const digitsWithUnit = new RegExp(`(\\d+(?:\\.\\d+)?)\\s*(${unitNames.join('|')}(?![a-z]))?`, 'gu');
const hanWithUnit =
	/(十亿|百亿|千亿|万(?=量级))|([一二两三四五六七八九十])(?=[个大部层项份条章幅家])|(?<=[第其])([一二三四五六七八九十])/gu;
const englishWords = new RegExp(
	`\\b(?:${[...Object.keys(englishNumbers), ...months].sort((a, b) => b.length - a.length).join('|')})\\b`,
	'gu',
);

/** A value without the noise of floating point. */
const exact = (value: number) => Number(value.toPrecision(12));

/** Every value a text names. A number with a unit counts with it and without it. */
export function valuesIn(text: string): Set<number> {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/(?<=\d),(?=\d{3})/g, '');
	const values = new Set<number>();
	for (const [, digits, unit] of plain.matchAll(digitsWithUnit)) {
		values.add(exact(Number(digits)));
		if (unit) values.add(exact(Number(digits) * units[unit]!));
	}
	for (const [, amount, digit, ordinal] of plain.matchAll(hanWithUnit)) {
		values.add(amount ? units[amount]! : hanDigits[(digit ?? ordinal)!]!);
	}
	for (const [word] of plain.matchAll(englishWords)) {
		values.add(englishNumbers[word] ?? months.indexOf(word) + 1);
	}
	if (/us\$ ?bn/.test(plain)) values.add(1e9);
	return values;
}

/** Numbers written in digits, each as the values it may stand for: 13 亿 is 13 or 1,300,000,000. */
export function numeralsIn(text: string): { written: string; values: number[] }[] {
	const plain = text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/(?<=\d),(?=\d{3})/g, '');
	return [...plain.matchAll(digitsWithUnit)].map(([written, digits, unit]) => ({
		written: written.trim(),
		values: [exact(Number(digits)), ...(unit ? [exact(Number(digits) * units[unit]!)] : [])],
	}));
}

/** What a printed figure claims: with a unit, the whole amount and not its digits alone. */
export function valuesOfFigure(figure: string): Set<number> {
	const plain = figure.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3})/g, '');
	const values = valuesIn(figure);
	for (const [, digits, unit] of plain.matchAll(digitsWithUnit)) {
		if (unit && units[unit] !== 1) values.delete(exact(Number(digits)));
	}
	return values;
}

/** A text as it is compared for names: no case, spaces or marks, so GPT-3 is GPT3. */
export const squashed = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Names in Latin letters: runs of words, which may hold digits (GPT-3.5, QCOM.O, Reward Model). */
export function latinNamesIn(figure: string): string[] {
	const runs =
		figure.normalize('NFKC').match(/[A-Za-z][\w.&/'-]*(?:[ ,;]+[\w(][\w.&/'-]*)*/g) ?? [];
	return runs.map(squashed).filter((name) => /[a-z]{2}/.test(name));
}
