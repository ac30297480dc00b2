import { expect, test } from 'vitest';
import { rows } from './figure.ts';

const row = (id: string) => rows().find((one) => one.id === id)!;

test('six orders of magnitude are a factor of a million', () => {
	expect(row('compute-report').factor_low).toBe(10 ** 6);
});

test('the factor of two data points is their quotient, to the thousand', () => {
	const thousands = (factor: number) => Math.round(factor / 1000) * 1000;
	const { factor_low, factor_high, basis_en } = row('compute-two-points');
	for (const number of ['0.25–0.30', '3,640']) expect(basis_en).toContain(number);
	expect([factor_low, factor_high]).toEqual([thousands(3640 / 0.3), thousands(3640 / 0.25)]);
});

test('doubling every six months for five years is a factor of 1,024', () => {
	expect(row('compute-sevilla').factor_low).toBe(2 ** ((5 * 12) / 6));
});
