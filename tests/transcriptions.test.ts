/** The tables that figures are drawn from hold what the claims say the report or a source prints. */
import { describe, expect, test } from 'vitest';
import { claimById, matterById, mattersOf, readRows } from '../src/content/readers.ts';
import { rows as evaluations } from '../src/figures/evaluations/figure.ts';
import { rows as rlhf } from '../src/figures/rlhf/figure.ts';
import { rows as roadmap } from '../src/figures/roadmap/figure.ts';
import { companies } from '../src/figures/valuation/figure.ts';
import { formatNumber } from '../src/base/numbers.ts';
import { squashed, valuesIn } from './numerals.ts';

const peColumns = ['pe_2021a', 'pe_2022e', 'pe_2023e', 'pe_2024e'] as const;

const claim = (id: string) => {
	const found = claimById(id);
	if (!found) throw new Error(`content/claims.json has no ${id}`);
	return found;
};

test.each(companies())('the row of $name_en is the report’s', (row) => {
	const pes = peColumns.map((column) => row[column]?.toFixed(1) ?? 'NA');
	expect([row.name_zh, row.ticker, formatNumber(row.market_cap_100m_usd, 'en'), ...pes]).toEqual(
		claim(row.id.replace(/^pe-/, 'val-')).figures,
	);
});

test.each(roadmap())('the row $name_en of the roadmap is the excerpt’s', (row) => {
	const cells = [
		row.pre2020_en,
		row.y2020_en,
		row.y2022_en,
		row.y2023_en,
		row.y2025_en,
		row.y2030_en,
	];
	const { figures } = claim(`${row.id.replace(/^roadmap-/, 'seq-')}-row`);
	expect(squashed(cells.join(''))).toBe(
		squashed(figures.filter((figure) => figure !== row.name_en).join('')),
	);
});

describe('numbers of the sources', () => {
	test.each(evaluations())('$id has the values of OpenAI’s post', (row) => {
		const values = valuesIn(matterById('eval-axis')!.source.en);
		for (const value of [row.gpt, row.sft, row.instructgpt]) expect([...values]).toContain(value);
	});

	test.each([
		['step-sft', 'rlhf-step1-real-world-data', ['train', 'labeler', 'customer']],
		['step-reward', 'rlhf-step2-ten-thousand-scale', ['train', 'labeler', 'customer']],
		['step-ppo', 'rlhf-step3-reward-score', ['train', 'customer']],
	] as const)('%s has the prompts of the paper', (id, source, columns) => {
		const row = rlhf().find((one) => one.id === id)!;
		const { note } = claim(source);
		const told = [note, ...mattersOf(claim(source)).map((matter) => matter.source)];
		const values = [...valuesIn(told.map(({ en }) => en).join(' | '))];
		for (const column of columns) expect(values, column).toContain(row[column]);
	});
});

test('the figures that are missing have the label, page and section of their claim', () => {
	const rows = readRows('missing-figures');
	expect(rows.length).toBeGreaterThan(5);
	for (const row of rows) {
		for (const { places, section } of row.claim.map(claim)) {
			const place = places.find(({ ref }) => ref === row.label_zh);
			expect(place?.pages, row.id).toBe(String(row.page));
			expect(section, row.id).toBe(row.section);
		}
	}
});
