import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokenColours } from './token-colours.ts';

const css = readFileSync('src/frame/tokens.css', 'utf8');

test('a token has a colour in each theme', () => {
	expect(tokenColours('--paper: light-dark(#fff, #000);', 'paper')).toEqual({
		light: '#fff',
		dark: '#000',
	});
	expect(() => tokenColours('--paper: #fff;', 'paper')).toThrow(/--paper/);
});

test('browsers without light-dark() get the light theme, colour for colour', () => {
	const plain = [...css.matchAll(/^\s*--([\w-]+): (#\w+);/gm)];
	expect(plain.length).toBe([...css.matchAll(/light-dark\(#/g)].length - 1);
	for (const [, name = '', value] of plain) {
		expect(tokenColours(css, name).light, name).toBe(value);
	}
});
