import { expect, test } from 'vitest';
import { colour } from './colours.ts';

test('a colour is a token, in one of two themes', () => {
	expect(colour('ink')).toMatch(/^#[0-9a-f]{6}$/);
	expect(colour('ink', 'dark')).not.toBe(colour('ink'));
	expect(() => colour('no-such-token')).toThrow(/--no-such-token/);
});
