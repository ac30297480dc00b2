/** The words of tables that figures are drawn from are those that the claims say the report prints. */
import { expect, test } from 'vitest';
import { claimById } from '../src/content/readers.ts';
import { rows as roadmap } from '../src/figures/roadmap/figure.ts';

/** A text without case, spaces and marks. */
const squashed = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

test.each(roadmap())('the row $name_en of the roadmap is the excerpt’s', (row) => {
	const cells = (['pre2020', 'y2020', 'y2022', 'y2023', 'y2025', 'y2030'] as const).map(
		(column) => row[`${column}_en`],
	);
	const { figures } = claimById(`${row.id.replace(/^roadmap-/, 'seq-')}-row`)!;
	expect(squashed(cells.join(''))).toBe(
		squashed(figures.filter((figure) => figure !== row.name_en).join('')),
	);
});
