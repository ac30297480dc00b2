import { describe, expect, test } from 'vitest';
import {
	rangesOf,
	figureLabel,
	formatDate,
	formatNumber,
	formatPages,
	hanNumeral,
	marketValue,
	numeralOf,
	shown,
} from './numbers.ts';

test.each([
	[0, '零'],
	[1, '一'],
	[9, '九'],
	[10, '十'],
	[11, '十一'],
	[19, '十九'],
	[20, '二十'],
	[21, '二十一'],
	[90, '九十'],
	[99, '九十九'],
])('%d in Han is %s', (value, numeral) => {
	expect(hanNumeral(value)).toBe(numeral);
});

test.each([-1, 100, 1.5, Number.NaN])('hanNumeral refuses %d', (value) => {
	expect(() => hanNumeral(value)).toThrow(/whole number from 0 to 99/);
});

describe.each([
	['zh', '三', '图三', '2023 年 1 月 9 日', '第 7–8 页', '第 7 页', '4,152'],
	['en', '3', 'Figure 3', '9 January 2023', 'pp. 7–8', 'p. 7', '415.2'],
] as const)('in %s', (language, numeral, label, date, pages, page, value) => {
	test('numerals, figures, dates, pages and market values have their form', () => {
		expect(numeralOf(3, language)).toBe(numeral);
		expect(figureLabel(3, language)).toBe(label);
		expect(formatDate('2023-01-09', language)).toBe(date);
		expect(formatPages('7–8', language)).toBe(pages);
		expect(formatPages('7', language)).toBe(page);
		expect(marketValue(4152, language)).toBe(value);
	});
});

test('numbers have commas, fixed decimals and a real minus sign', () => {
	expect(formatNumber(-1234.5, 'en', 1)).toBe('−1,234.5');
	expect(shown(7, 'zh', 2)).toBe('7.00');
	expect(shown(null, 'zh')).toBe('NA');
});

test('numbers in sequence are one run', () => {
	expect(rangesOf([5, 1, 2, 3])).toEqual(['1–3', '5']);
	expect(rangesOf([])).toEqual([]);
});
