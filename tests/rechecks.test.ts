/** The numbers of the notes page, worked out a second way or held to the claims they come from. */
import { describe, expect, test } from 'vitest';
import { claimById, readClaims } from '../src/content/readers.ts';
import {
	impliedProfit,
	peOf,
	profitChecks,
	readValuation,
	rechecks,
} from '../src/claims/rechecks.ts';
import { valuesIn, valuesOfFigure } from './numerals.ts';

const valuation = new Map(readValuation().map((row) => [row.id, row]));
const company = (id: string) => valuation.get(`pe-${id}`)!;

describe('PE arithmetic', () => {
	// Profits in 亿美元 that the notes of claims.json give for a printed PE.
	test.each([
		['tesla', 'pe_2021a', 76.6],
		['nvidia', 'pe_2021a', 97.4],
		['nvidia', 'pe_2022e', 82],
		['amd', 'pe_2022e', 54.95],
		['microsoft', 'pe_2022e', 694.5],
		['google', 'pe_2022e', 622],
		['mobileye', 'pe_2022e', 5.24],
	] as const)('the market cap of %s and its %s imply a profit of %d', (id, column, profit) => {
		const { market_cap_100m_usd, ...row } = company(id);
		const implied = impliedProfit(market_cap_100m_usd, row[column]);
		expect(Math.abs(implied! / profit - 1)).toBeLessThan(0.001);
		expect([...valuesIn(claimById(`val-${id}`)!.note.zh)]).toContain(profit);
	});

	// PEs that the notes give for a published profit.
	test.each([
		['tesla', 55.19, 75.2, 1],
		['nvidia', 97.52, 44.66, 2],
		['qualcomm', 132.5, 10.2, 1],
		['google', 760.33, 15.54, 2],
		['mobileye', 4.74, 53, 0],
	] as const)(
		'the market cap of %s and a profit of %d give a PE of %d',
		(id, profit, pe, digits) => {
			expect(peOf(company(id).market_cap_100m_usd, profit)!.toFixed(digits)).toBe(
				pe.toFixed(digits),
			);
			expect([...valuesIn(claimById(`val-${id}`)!.note.zh)]).toContain(pe);
		},
	);

	test('a loss has no PE, and NA implies no profit', () => {
		expect(peOf(253, -0.75)).toBeNull();
		expect(impliedProfit(253, null)).toBeNull();
	});

	test('published profits stand in the note of their claim, in both languages', () => {
		const checks = profitChecks();
		expect(checks.length).toBeGreaterThan(15);
		for (const { published } of checks) {
			const amount = Math.abs(published.profit_100m_usd);
			const { note } = claimById(published.claim[0]!)!;
			expect([...valuesIn(note.zh)], published.id).toContain(amount);
			const inUsd = [...valuesIn(note.en)].some(
				(value) => Math.abs(value / (amount * 1e8) - 1) < 0.001,
			);
			expect(inUsd, `${published.id}: US$${amount / 10} bn in the English note`).toBe(true);
		}
	});

	test('the printed PEs rest on the bases that the notes name', () => {
		const agreeing = profitChecks().filter(({ agrees }) => agrees);
		expect(agreeing.map(({ published }) => published.id)).toEqual([
			'profit-tesla-21-non-gaap',
			'profit-nvidia-fy22-gaap',
			'profit-amd-21-gaap',
			'profit-amd-22-non-gaap',
			'profit-qcom-fy21',
			'profit-qcom-fy22',
			'profit-msft-fy21',
			'profit-msft-fy22',
			'profit-google-21',
			'profit-mbly-21-gaap',
		]);
	});
});

describe('sums and conversions', () => {
	const textOf = (id: string) => rechecks().find((recheck) => recheck.id === id)!.text;

	test.each([
		['sum-market-caps', '= 40,995 亿美元', 'US$4,099.5 bn'],
		['sum-rising-pes', '英伟达、高通、谷歌', 'NVIDIA, Qualcomm, Google'],
		['sum-tesla-quarters', '= 76.40 亿美元', 'US$7,640 million'],
		['sum-qualcomm-2022', '132.5 亿美元', '= 13.252'],
		['sum-shares', '31.58 亿股，微软 17,917 ÷ 240.35 = 74.55 亿股', '3.158 bn'],
		['sum-sft-prompts', '= 12,725，标注师占 88.8%', '88.8%'],
		['sum-reward-prompts', '= 33,207；每条排 4 至 9 份回答，K(K − 1) ÷ 2 得 6 至 36 对', '6 to 36'],
		['sum-evaluations', '真实性 +84%，幻觉 −58%', '+84%'],
		['sum-compute-growth', '1,024，约 3 个数量级；6 个数量级是 1,000,000 倍', '1,000,000'],
	])('%s', (id, zh, en) => {
		expect(textOf(id).zh).toContain(zh);
		expect(textOf(id).en).toContain(en);
	});

	test('published numbers they use stand in the note of their claim', () => {
		for (const { id, claim, fromNote } of rechecks()) {
			for (const number of fromNote) expect(claimById(claim)!.note.zh, id).toContain(number);
		}
	});

	test('a claim names the same amounts in both languages', () => {
		const differing = readClaims().flatMap(({ id, statement }) => {
			const [zh, en] = [valuesOfFigure(statement.zh), valuesIn(statement.en)];
			// 一条路 is “a way”: one is not always a number.
			const only = [...zh].filter((value) => value !== 1 && !en.has(value));
			return only.length > 0 ? [`${id}: ${only.join(', ')}`] : [];
		});
		expect(differing).toEqual([]);
	});
});
