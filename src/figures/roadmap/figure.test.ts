import { expect, test } from 'vitest';
import { claimById } from '../../content/readers.ts';
import figure, { rows } from './figure.ts';

test('images and video have no entry before 2022, text and code have', () => {
	const started = rows().map((row) => [row.id, row.pre2020_en !== '' && row.y2020_en !== '']);
	expect(Object.fromEntries(started)).toEqual({
		'roadmap-text': true,
		'roadmap-code': true,
		'roadmap-images': false,
		'roadmap-video': false,
	});
	expect(rows().every((row) => row.y2022_en)).toBe(true);
});

test('the column in which the report appeared says so', () => {
	for (const language of ['zh', 'en'] as const) {
		const heads = figure.tables[0]!(language).columns.map(({ head }) => head);
		expect(heads.filter((head) => /2023-01|January 2023/.test(head))).toHaveLength(1);
	}
});

/** A text without case, spaces and marks. */
const squashed = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

test.each(rows())('the row $name_en says what the claims say the report prints', (row) => {
	const cells = (['pre2020', 'y2020', 'y2022', 'y2023', 'y2025', 'y2030'] as const).map(
		(column) => row[`${column}_en`],
	);
	const { figures } = claimById(`${row.id.replace(/^roadmap-/, 'seq-')}-row`)!;
	expect(squashed(cells.join(''))).toBe(
		squashed(figures.filter((figure) => figure !== row.name_en).join('')),
	);
});
