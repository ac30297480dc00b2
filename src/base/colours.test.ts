import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { colour } from './colours.ts';

test('browsers without light-dark() get the light theme, colour for colour', () => {
	const css = readFileSync('src/frame/tokens.css', 'utf8');
	const plain = [...css.matchAll(/^\s*--([\w-]+): (#\w+);/gm)];
	expect(plain.length).toBe([...css.matchAll(/light-dark\(#/g)].length - 1);
	for (const [, name = '', value] of plain) expect(colour(name), name).toBe(value);
	expect(() => colour('no-such-token')).toThrow(/--no-such-token/);
});
