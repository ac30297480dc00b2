import { expect, test } from 'vitest';
import { rows } from './figure.ts';

test('only code comes with figures, and the funding is not among them', () => {
	const measured = rows().filter((row) => /\d ?万|\d%/.test(row.evidence_zh));
	expect(measured.map((row) => row.id)).toEqual(['direction-code']);
	expect(measured[0]!.evidence_zh).toMatch(/120 万.*40%/);
	expect(measured[0]!.evidence_en).toMatch(/1\.2 million.*40%/);
	expect(JSON.stringify(rows())).not.toMatch(/2200|22 million/);
});
