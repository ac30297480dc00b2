import { expect, test } from 'vitest';
import figure, { rows, tables } from './figure.ts';

/** A row as the cells of a CSV. */
const inCells = (row: object) =>
	Object.fromEntries(Object.entries(row).map(([column, value]) => [column, String(value ?? 'NA')]));

test('both schemes divide at 2015 and 2022; Sequoia alone has a fourth part', () => {
	for (const [scheme, count] of [
		['report', 3],
		['sequoia', 4],
	] as const) {
		const stages = rows().filter((row) => row.scheme === scheme);
		expect(stages).toHaveLength(count);
		expect(stages.flatMap((row) => [row.from_year, row.to_year])).toEqual(
			expect.arrayContaining([2015, 2022]),
		);
	}
});

test('an open marker stands after stage three, at the date of the report', () => {
	const marks = figure.draw('zh').marks;
	const marker = marks.find(({ kind }) => kind === 'point');
	expect(marker).toMatchObject({ class: 'slate open', x: expect.closeTo(92.1, 0) });
	expect(marks).toContainEqual(expect.objectContaining({ text: '应用层爆发：正在靠近' }));
});

test('a span without a first or a last year is open on that side', () => {
	const { marks } = figure.draw('zh');
	for (const { id, from_year: first, to_year: last } of rows()) {
		const isOpen = first === null || last === null;
		const mark = marks.find(({ cell }) => cell?.startsWith(id))!;
		expect(mark.kind, id).toBe(isOpen ? 'line' : 'bar');
		expect(mark.cell, id).toBe(`${id} ${first === null ? 'to_year' : 'from_year'}`);
	}
});

test('the years of a dated row are those of its period', () => {
	const row = rows().find(({ id }) => id === 'stage-large-models')!;
	const isSound = (changed: object) =>
		tables.stages.safeParse(inCells({ ...row, ...changed })).success;
	expect(isSound({})).toBe(true);
	expect(isSound({ to_year: 2023 })).toBe(false);
	expect(isSound({ dated: 'no' })).toBe(false);
});
