import { expect, test } from 'vitest';
import { axis } from './axis.ts';
import { legend, point } from './drawing.ts';
import { linear, logarithmic } from './scale.ts';
import { inner } from './svg.ts';

test('a linear scale maps its ends onto the range and goes on beyond', () => {
	const across = linear([0, 80], [0, 100]);
	expect([0, 20, 80, 88].map((value) => Math.round(across(value)))).toEqual([0, 25, 100, 110]);
});

test('a logarithmic scale gives each factor of ten the same width', () => {
	const across = logarithmic([1, 1e6], [0, 60]);
	for (const power of [0, 1, 4, 6]) expect(across(10 ** power)).toBeCloseTo(power * 10);
});

test('the first tick of an axis is the base line, and its values stay within the ends', () => {
	const ticks = [0, 50, 100].map((value) => ({ value, text: String(value) }));
	const marks = axis(ticks, linear([0, 100], [0, 100]), 0, 10);
	const lines = marks.filter(({ kind }) => kind === 'line');
	expect(lines.map((mark) => mark.class)).toEqual(['base', 'grid', 'grid']);
	const anchors = marks.flatMap((mark) => (mark.kind === 'label' ? [mark.anchor] : []));
	expect(anchors).toEqual(['start', 'middle', 'end']);
});

test('a legend breaks where its room ends', () => {
	const entry = { shape: 'circle', class: 'slate', text: '十个汉字的一条图例呀' } as const;
	expect(legend([entry, entry], 14, 400).height).toBe(20);
	expect(legend([entry, entry], 14, 300).height).toBe(40);
});

test('text is escaped, and a mark without a number carries no cell', () => {
	const text = { kind: 'label', class: '', text: 'a < b & "c"', x: 0, y: 1 } as const;
	expect(inner({ height: 1, marks: [text] })).toBe(
		'<text x="0%" y="1">a &lt; b &amp; &quot;c&quot;</text>',
	);
	expect(inner({ height: 1, marks: [point('circle', 50, 1, 'open')] })).not.toContain('data-cell');
});
