import { expect, test } from 'vitest';
import { isId } from '../base/ids.ts';
import { mintId } from './mint.ts';

test('mints ids without look-alikes, vowels or a digit people avoid', () => {
	const taken = new Set<string>();
	for (let count = 0; count < 2000; count += 1) {
		const id = mintId(taken);
		expect(id).toMatch(/^[bcdfghjkmnpqrstvwxz][2356789][bcdfghjkmnpqrstvwxz][2356789]$/);
		expect(isId(id)).toBe(true);
	}
	expect(taken.size).toBe(2000);
});

test('gives up rather than repeat an id', () => {
	expect(() => mintId(new Set(['b2b2']), () => 0)).toThrow('No free block id');
});
