import { languageTags, type Language } from './languages.ts';

const numerals = '零一二三四五六七八九';

/** Small Chinese numeral, 0 to 99: our own figures are 图一, 图二 …, the report's are 图 1, 图 2 …. */
export function hanNumeral(value: number): string {
	if (!Number.isInteger(value) || value < 0 || value > 99) {
		throw new RangeError(`hanNumeral takes a whole number from 0 to 99, not ${value}`);
	}
	const [tens, ones] = [Math.floor(value / 10), value % 10];
	if (tens === 0) return numerals[ones]!;
	return `${tens > 1 ? numerals[tens] : ''}十${ones > 0 ? numerals[ones] : ''}`;
}

/** Small number as an edition counts sections, stages and steps: 三, 3. */
export function numeralOf(value: number, language: Language): string {
	return language === 'zh' ? hanNumeral(value) : String(value);
}

/** A number with thousands commas and a fixed count of decimals; a real minus sign (U+2212). */
export function formatNumber(value: number, language: Language, decimals = 0): string {
	return new Intl.NumberFormat(languageTags[language], {
		minimumFractionDigits: decimals,
		maximumFractionDigits: decimals,
	})
		.format(value)
		.replace('-', '\u2212');
}

/** Made on first use: that takes a browser longer than all else a menu does. */
let englishDate: Intl.DateTimeFormat | undefined;

/** A date such as `2026-11-23` as readers write it: 2026 年 11 月 23 日, 23 November 2026. */
export function formatDate(isoDate: string, language: Language): string {
	const [year, month, day] = isoDate.split('-').map(Number) as [number, number, number];
	if (language === 'zh') return `${year} 年 ${month} 月 ${day} 日`;
	englishDate ??= new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
	return englishDate.format(Date.UTC(year, month - 1, day));
}

/** Our figures' label: 图三 in Chinese, Figure 3 in English. */
export function figureLabel(number: number, language: Language): string {
	return language === 'zh' ? `图${hanNumeral(number)}` : `Figure ${number}`;
}

/** Page numbers of the report, `7`, `7–8` or `7, 9`, as readers write them: 第 7–8 页, pp. 7–8. */
export function formatPages(pages: string, language: Language): string {
	if (language === 'zh') return `第 ${pages} 页`;
	return `${/[–,]/u.test(pages) ? 'pp.' : 'p.'} ${pages}`;
}

/** A number as shown; NA where there is none. */
export function shown(value: number | null, language: Language, decimals = 0): string {
	return value === null ? 'NA' : formatNumber(value, language, decimals);
}

/**
 * A market value as an edition's readers count it. Given in 亿美元 (US$ 100 million), as the
 * report prints it; English counts in US$ billion, so 4152 is 4,152 or 415.2.
 */
export function marketValue(in100Million: number, language: Language): string {
	return language === 'zh'
		? formatNumber(in100Million, language)
		: formatNumber(in100Million / 10, language, 1);
}

/** Whole numbers as ranges, in order: `[5, 1, 2, 3]` is `['1–3', '5']`. */
export function rangesOf(numbers: readonly number[]): string[] {
	const sorted = numbers.toSorted((a, b) => a - b);
	const has = (number: number) => numbers.includes(number);
	return sorted
		.filter((number) => !has(number - 1))
		.map((first) => {
			const last = sorted.find((number) => number >= first && !has(number + 1))!;
			return last === first ? `${first}` : `${first}–${last}`;
		});
}
