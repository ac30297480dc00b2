import { describe, expect, test } from 'vitest';
import { linear, percent, rounded } from './scale.ts';

describe('linear', () => {
	test.each([
		[0, 70],
		[60, 14],
		[30, 42],
	])('maps a PE of %s to a height of %s', (value, height) => {
		expect(linear([0, 60], [70, 14])(value)).toBe(height);
	});
});

describe('percent', () => {
	test.each([
		[37.5, '37.5%'],
		[100 / 3, '33.33%'],
		[0, '0%'],
	])('writes %s as %s', (value, text) => {
		expect(percent(value)).toBe(text);
	});

	test('rounds to hundredths', () => {
		expect(rounded(19.4133)).toBe(19.41);
	});
});
