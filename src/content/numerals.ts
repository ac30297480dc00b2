/**
 * Numbers as values, whatever the script and the unit: 13 亿, 1.3 billion and 1,300,000,000 are one
 * value. The editions, the claims and the tables are compared by them.
 */

/** Words and the numbers they name, from `word=number` separated by commas. */
const tableOf = (text: string): Record<string, number> =>
	Object.fromEntries(
		text.split(',').map((pair) => [pair.split('=')[0], Number(pair.split('=')[1])]),
	);

const hanUnits = tableOf(
	'百=100,千=1e3,万=1e4,十万=1e5,百万=1e6,千万=1e7,亿=1e8,十亿=1e9,百亿=1e10,千亿=1e11,万亿=1e12',
);
const units = {
	...hanUnits,
	...tableOf('thousand=1e3,million=1e6,billion=1e9,trillion=1e12,× us$100 million=1e8'),
	...tableOf('w=1e4,k=1e3,b=1e9,bn=1e9,trn=1e12'),
};
/** What a number is of; the same number of something else is another one. */
const kinds = tableOf(
	'%=1,per cent=1,percent=1,个百分点=2,个点=2,点=2,percentage point=2,point=2,us$=3,美元=3,dollar=3,€=4,欧元=4,' +
		'euro=4,£=5,英镑=5,pound=5,¥=6,元=6,yuan=6',
);
/** English words that count. March and May are words of the language too and not among them. */
const countingWords = tableOf(
	'two=2,three=3,four=4,five=5,six=6,seven=7,eight=8,nine=9,ten=10,eleven=11,twelve=12,january=1,' +
		'february=2,april=4,june=6,july=7,august=8,september=9,october=10,november=11,december=12,' +
		'third=3,fourth=4,fifth=5,tens of thousands=1e4,hundreds of thousands=1e5,tens of millions=1e7,' +
		'hundreds of millions=1e8,tens of billions=1e10,hundreds of billions=1e11,ten thousand=1e4,' +
		'hundred thousand=1e5,ten million=1e7,hundred million=1e8,ten billion=1e10,hundred billion=1e11',
);
const hanCounts = tableOf('二=2,两=2,三=3,四=4,五=5,六=6,七=7,八=8,九=9,十=10');
const countedBy = { ...hanCounts, ...hanUnits, ...countingWords };
/** What may name a number but need not: 一 is in 一定, “second” is a time. */
const looseWords = Object.entries({
	...hanUnits,
	...hanCounts,
	...tableOf(
		'一=1,单=1,成=10,十一=11,十二=12,one=1,first=1,second=2,both=2,pair=2,half=2,twice=2,double=2,' +
			'doubled=2,doubling=2,march=3,may=5,decade=10,dozen=12,hundred=100,thousands=1e3,millions=1e6,' +
			'million-scale=1e6,billions=1e9,billion-scale=1e9,trillions=1e12,trillion-scale=1e12',
	),
}).map(([word, value]) => ({
	value,
	pattern: new RegExp(/[a-z]/.test(word) ? `\\b${word}\\b` : word),
}));

const anyOf = (table: object) =>
	Object.keys(table)
		.sort((a, b) => b.length - a.length)
		.join('|')
		.replace('$', '\\$');
const digits = new RegExp(
	`(${anyOf(kinds)})?(\\d+(?:\\.\\d+)?)(?:[\\s-]*(${anyOf(units)})(?![a-z]))?(?:\\s?(${anyOf(kinds)}))?`,
	'gu',
);
/** Numbers of which one unit may be the unit of all: “2–3 万”, “0.2 to 1.2 million”. */
const runs = new RegExp(
	`${digits.source}(?:\\s*(?:[–~−+、-]|to|and|or|至|到|和|或|与)\\s*${digits.source})*`,
	'gu',
);
const oneCount = `([${Object.keys(hanCounts).join('')}])`;
/** Words that count something: 七家, 四个方向, 第三, 百亿级, seven. */
const counting = new RegExp(
	[
		`[第其]${oneCount}`,
		`(?<![零一二三四五六七八九十百千])${oneCount}(?:个(?!月)|[项家步处章份种类档轮]|部分)`,
		`(?<![\\d一二两三四五六七八九十百千万几] ?)(${anyOf(hanUnits)})(?=量?级)`,
		`(?<![a-z])(?:${anyOf(countingWords).replaceAll(' ', '[ -]')})(?![a-z])`,
	].join('|'),
	'gu',
);

const plainOf = (text: string) =>
	text
		.replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '')
		.normalize('NFKC')
		.toLowerCase()
		// “25, 30 and 40%” are three shares.
		.replaceAll(/(?<=\d)(?=(?:, [\d.]+)+,? (?:and|or) [\d.]+%)/g, '%')
		// The 1990s are 上世纪 90 年代.
		.replaceAll(/(?:(?:\d\d|上)\s?世纪\s?|\d\d)?(\d0)(?=s\b|\s?年代)/g, '$1')
		// Addresses of links are not text, and 2023.1.19 is three numbers.
		.replaceAll(/\]\([^)]*\)/g, ']')
		.replaceAll(/(\d{4})\.(\d{1,2})\.(\d{1,2})/g, '$1 $2 $3');

/** A value as it is compared: a number, or with what it is of, `40 of 1` (%). */
type Value = number | string;

/** A number as it is written, and what it may mean. */
type Numeral = { written: string; values: Value[] };

/** Numbers of a text that another text about the same must have. */
function numeralsIn(plain: string): Numeral[] {
	const found = [...plain.matchAll(runs)].flatMap(([run]) => {
		const numbers = [...run.matchAll(digits)];
		const shared = [1, ...numbers.flatMap(([, , , unit]) => (unit ? units[unit]! : []))];
		const kindOf = ([, before, , , after]: string[]) => kinds[before ?? after ?? ''];
		const around = numbers.flatMap((one) => kindOf(one) ?? []);
		return numbers.map((number) => {
			const [written, , amount, unit] = number;
			// Twelve digits are without the noise of floating point.
			const amounts = (unit ? [units[unit]!] : shared).map((one) =>
				Number((Number(amount) * one).toPrecision(12)),
			);
			return { written: written.trim(), amounts, kind: kindOf(number), around };
		});
	});
	// A sign may belong to all numbers: “up 18.9 points, down 24.2”; % only to those beside it.
	const sharedKinds = found.flatMap(({ kind }) => (!kind || kind === kinds['%'] ? [] : kind));
	const inDigits = found.map(({ written, amounts, kind, around }) => {
		const ofKinds = (kind ? [kind] : [...around, ...sharedKinds]).flatMap((one) =>
			amounts.map((amount) => `${amount} of ${one}`),
		);
		return { written, values: kind ? ofKinds : [...amounts, ...ofKinds] };
	});
	const inWords = [...plain.matchAll(counting)].map(([written, ordinal, count, scale]) => {
		const word = ordinal ?? count ?? scale ?? written.replaceAll('-', ' ');
		return { written, values: [countedBy[word]!] };
	});
	return [...inDigits, ...inWords];
}

/** The numbers of a text, and every value that it names in any way. */
function numbersOf(text: string) {
	const plain = plainOf(text);
	const numerals = numeralsIn(plain);
	const values = numerals.flatMap((numeral) => numeral.values);
	// 十 in 五十 and 亿 in 十亿 count too: what is loose only ever permits.
	const named = looseWords.flatMap(({ pattern, value }) => (pattern.test(plain) ? value : []));
	const ofKinds = named.flatMap((value) => Object.values(kinds).map((one) => `${value} of ${one}`));
	// A number of something is also the number.
	const numbers = values.map((value) => Number.parseFloat(String(value)));
	return { numerals, values: new Set<Value>([...named, ...ofKinds, ...values, ...numbers]) };
}
type Numbers = ReturnType<typeof numbersOf>;

/** What each number of a text may be, those in words after those in digits. */
export const sequenceIn = (text: string): number[][] =>
	numbersOf(text).numerals.map(({ values }) => values.map((one) => Number.parseFloat(String(one))));

const missingFrom = (known: Set<Value>, { numerals }: Numbers): string[] =>
	numerals.flatMap(({ written, values }) => (values.some((one) => known.has(one)) ? [] : written));

/** Numbers of a text that none of the other texts has, as they are written. */
export const numbersMissing = (text: string, ...others: string[]): string[] =>
	missingFrom(numbersOf(others.join(' | ')).values, numbersOf(text));

/**
 * Numbers of a text that its translation has not, or, where both write as many in digits, not as
 * often: 2021, 2022, 2022 beside 2021, 2021, 2022.
 */
function numbersUntranslated(text: Numbers, translation: Numbers): string[] {
	const missing = missingFrom(translation.values, text);
	const inDigits = ({ numerals }: Numbers) => numerals.filter(({ written }) => /\d/.test(written));
	const [own, others] = [inDigits(text), inDigits(translation)];
	if (missing.length > 0 || own.length !== others.length) return missing;
	const count = (all: Numeral[], value: Value) =>
		all.filter(({ values }) => values.includes(value)).length;
	return own
		.filter(({ values: [value = 0] }) => count(own, value) > (count(others, value) || own.length))
		.map(({ written }) => written);
}

/**
 * What sets the numbers of a text and its translation apart, if anything, and whether it is rather
 * the translation that is wrong.
 */
export function numbersApart(original: string, translation: string) {
	const [first, second] = [numbersOf(original), numbersOf(translation)];
	const theirs = numbersUntranslated(first, second);
	const ours = numbersUntranslated(second, first);
	if (ours.length + theirs.length === 0) return undefined;
	const list = (numbers: string[]) => numbers.join(', ') || 'none';
	return {
		isTranslation: ours.length > 0,
		alone: `only in the original: ${list(theirs)}; only in the translation: ${list(ours)}`,
	};
}
