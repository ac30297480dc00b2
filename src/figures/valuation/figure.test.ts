import { describe, expect, test } from 'vitest';
import { readFigures } from '../../content/readers.ts';
import figure, { cells, companies } from './figure.ts';

const companyOf = (id: string) => companies().find((row) => row.id === id)!;
const cell = (id: string) => cells().find((row) => row.id === `basis-${id}`)!;

test.each(cells())('$id: the printed P/E is the cell of the report’s table', (row) => {
	expect(row.printed).toBe(companyOf(row.company)[row.column]);
});

test.each(cells())('$id: the P/E is market cap over profit, to a tenth', (row) => {
	if (row.status === 'unsettled') {
		expect([row.pe, row.profit_100m_usd, row.basis]).toEqual([null, null, 'none']);
		return;
	}
	const pe = companyOf(row.company).market_cap_100m_usd / row.profit_100m_usd!;
	expect(pe.toFixed(1)).toBe(row.pe!.toFixed(1));
	expect(row.basis).not.toBe('none');
});

describe('derived profits', () => {
	test.each([
		['nvidia', 97.52 * (4.45 / 3.86)],
		['amd', 31.62 * (2.79 / 2.57)],
		['qualcomm', 142.54 - 36.86 + 26.84],
	])('%s', (id, profit) => {
		expect(cell(id).profit_100m_usd).toBeCloseTo(profit, 2);
		expect(cell(id).how_zh).toContain('推算');
		expect(cell(id).how_en).toContain('Derived');
	});

	test('English and Chinese grounds name the same profits', () => {
		for (const row of cells()) {
			const amounts = [...row.how_zh.matchAll(/([\d.]+) 亿美元/g)].map(([, text]) => text!);
			for (const amount of amounts) {
				const inBillions = String(Math.round(Number(amount) * 1000) / 10000);
				expect(row.how_en, `${row.id}: ${amount}`).toContain(inBillions);
			}
		}
	});
});

test('both basis changes of the headline are in the data', () => {
	const { title } = readFigures().find(({ id }) => id === 'valuation')!;
	for (const id of ['tesla', 'nvidia']) {
		for (const value of [cell(id).printed!, cell(id).pe!]) {
			for (const text of Object.values(title)) expect(text).toContain(value.toFixed(1));
		}
	}
});

test('the pairs of the issue', () => {
	const pairs = cells()
		.filter(({ pe }) => pe !== null)
		.map(({ company, printed, pe, basis }) => [company, printed, pe, basis]);
	expect(pairs).toEqual([
		['pe-tesla', 54.2, 75.2, 'gaap'],
		['pe-nvidia', 44.7, 38.7, 'non-gaap'],
		['pe-amd', 36.5, 33.6, 'non-gaap'],
		['pe-microsoft', 29.2, 25.2, 'calendar'],
		['pe-qualcomm', 9.5, 10.2, 'calendar'],
		['pe-mobileye', null, 53.4, 'non-gaap'],
	]);
});

test('no two markers touch on a phone', () => {
	const [phone, size] = [320, 10];
	const markers = figure.draw('zh').marks.filter(({ kind, cell }) => kind === 'point' && cell);
	for (const [at, one] of markers.entries()) {
		for (const other of markers.slice(at + 1)) {
			const across = ((one.x - other.x) / 100) * phone;
			const distance = Math.hypot(across, one.y - other.y);
			expect(distance, `${one.cell}, ${other.cell}`).toBeGreaterThan(size);
		}
	}
});
