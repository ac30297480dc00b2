import { describe, expect, test } from 'vitest';
import { readFigures, readRows } from '../content/readers.ts';
import { peColumns } from './tables.ts';

/** Both editions' finding, checked against the data it speaks of. */
function findingOf(id: string) {
	const figure = readFigures().find((entry) => entry.id === id);
	if (!figure) throw new Error(`content/figures.yaml has no ${id}`);
	return figure.finding;
}

/** Rows by id; a row that is not there fails the test that asks for it. */
function byId<Row extends { id: string }>(rows: Row[]): (id: string) => Row {
	return (id) => {
		const row = rows.find((candidate) => candidate.id === id);
		if (!row) throw new Error(`no row ${id}`);
		return row;
	};
}

describe('a finding is true to its data', () => {
	test('roadmap: images and video start in 2022, text and code before', () => {
		const rows = readRows('roadmap');
		const started = rows.filter((row) => row.pre2020_en && row.y2020_en).map((row) => row.id);
		const blank = rows.filter((row) => !row.pre2020_en && !row.y2020_en).map((row) => row.id);
		expect(started).toEqual(['roadmap-text', 'roadmap-code']);
		expect(blank).toEqual(['roadmap-images', 'roadmap-video']);
		expect(rows.every((row) => row.y2022_en)).toBe(true);
	});

	test('rlhf: 12,725 prompts, nearly nine in ten by labelers; later steps exceed 30,000', () => {
		const row = byId(readRows('rlhf'));
		const sft = row('step-sft');
		const share = sft.labeler! / sft.train!;
		expect(findingOf('rlhf').zh).toContain('12,725');
		expect(findingOf('rlhf').en).toContain('12,725');
		expect(sft.train).toBe(12_725);
		expect(sft.train).toBeLessThan(sft.report_low!);
		expect(share).toBeGreaterThan(0.85);
		expect(share).toBeLessThan(0.9);
		expect(row('step-reward').train).toBeGreaterThan(30_000);
		expect(row('step-ppo').train).toBeGreaterThan(30_000);
		for (const { train, labeler, customer } of readRows('rlhf')) {
			expect(labeler! + customer!).toBe(train);
		}
	});

	test('evaluations: all four better than GPT, two by more than half, least made up by SFT', () => {
		const rows = readRows('evaluations');
		const change = (row: (typeof rows)[number]) => (row.instructgpt! - row.gpt!) / row.gpt!;
		const better = rows.filter((row) => change(row) < 0 === (row.better === 'lower'));
		expect(better).toHaveLength(4);
		const large = rows.filter((row) => Math.abs(change(row)) > 0.5);
		expect(large.map((row) => row.id)).toEqual(['eval-truthfulqa', 'eval-hallucination']);
		for (const row of large) {
			const percent = `${Math.round(Math.abs(change(row)) * 100)}%`;
			expect(findingOf('evaluations').zh).toContain(percent);
			expect(findingOf('evaluations').en).toContain(percent);
		}
		const hallucination = byId(rows)('eval-hallucination');
		expect(hallucination.sft).toBeLessThan(hallucination.instructgpt!);
		expect(hallucination.sft).toBeLessThan(hallucination.gpt!);
	});

	test('stages: both schemes divide at 2015 and 2022, Sequoia alone has a fourth part', () => {
		const rows = readRows('stages');
		const count = { report: 3, sequoia: 4 };
		for (const scheme of ['report', 'sequoia'] as const) {
			const stages = rows.filter((row) => row.scheme === scheme);
			const years = stages.flatMap((row) => [row.from_year, row.to_year]);
			expect(stages).toHaveLength(count[scheme]);
			expect(years).toEqual(expect.arrayContaining([2015, 2022]));
		}
	});

	test('directions: only code comes with figures', () => {
		const measured = readRows('directions').filter((row) => /\d ?万|\d%/.test(row.evidence_zh));
		expect(measured.map((row) => row.id)).toEqual(['direction-code']);
		expect(measured[0]!.evidence_zh).toMatch(/120 万.*40%/);
		expect(measured[0]!.evidence_en).toMatch(/1\.2 million.*40%/);
		expect(JSON.stringify(readRows('directions'))).not.toMatch(/2200|22 million/);
	});

	test('value chain: four layers, in the order of the report', () => {
		expect(readRows('value-chain').map((row) => row.name_zh)).toEqual([
			'芯片',
			'算力基础设施',
			'AI 框架与算法库',
			'应用场景',
		]);
	});

	test('valuation: four fall throughout, three rise on the way, extremes of 2023E', () => {
		const rows = readRows('valuation');
		const rising = rows.filter((row) => {
			const values = peColumns.map((column) => row[column]).filter((value) => value !== null);
			return values.some((value, at) => at > 0 && value > values[at - 1]!);
		});
		expect(rows).toHaveLength(7);
		expect(rising.map((row) => row.id)).toEqual(['pe-nvidia', 'pe-qualcomm', 'pe-google']);
		const sorted = rows.toSorted((a, b) => a.pe_2023e! - b.pe_2023e!);
		expect([sorted.at(-1)!.id, sorted.at(-1)!.pe_2023e]).toEqual(['pe-mobileye', 45.7]);
		expect([sorted[0]!.id, sorted[0]!.pe_2023e]).toEqual(['pe-qualcomm', 11.7]);
		for (const finding of Object.values(findingOf('valuation'))) {
			expect(finding).toContain('45.7');
			expect(finding).toContain('11.7');
		}
	});
});
