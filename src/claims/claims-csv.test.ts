import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { readClaims } from '../content/readers.ts';
import { claimsCsv } from './claims-csv.ts';

test('quotes, commas and line ends in a cell read back as they are', () => {
	const hard = 'He said “"yes", no”,\nthen left';
	const claim = { ...readClaims()[0]!, statement: { zh: hard, en: 'plain' } };
	const csv = claimsCsv([claim], { origin: 'https://example.org', base: '/' });
	expect(csv).toContain('"He said “""yes"", no”,\nthen left"');
	const [header, row] = parse(csv) as string[][];
	expect(row).toHaveLength(header!.length);
	expect(row).toContain(hard);
	expect(csv).toContain(',plain,');
});
