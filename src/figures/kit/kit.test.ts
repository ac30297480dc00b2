import { expect, test } from 'vitest';
import { axis, chart, legend } from './chart.ts';
import { label, point } from './drawing.ts';
import { inner } from './svg.ts';
import { drawnTable, shownPart } from './table.ts';
import { emsOf, wrapped } from './text.ts';

const ticks = { 0: '0', 50: '50', 100: '100' };
const across = (value: number) => value;

test('the first tick of an axis is the base line, and its values stay within the ends', () => {
	const marks = axis({ ticks, across, rows: [] }, 'zh', 0, 10);
	const lines = marks.filter(({ kind }) => kind === 'line');
	expect(lines.map((mark) => mark.class)).toEqual(['base', 'grid', 'grid']);
	const anchors = marks.flatMap((mark) => (mark.kind === 'label' ? [mark.anchor] : []));
	expect(anchors).toEqual(['start', 'middle', 'end']);
});

test('rows of a chart stand one below the other, between the key of what is drawn and the axis', () => {
	const row = { height: 30, marks: [label('row', 0, 0)] };
	const rows = [row, row];
	const key = [{ text: 'key' }, { text: 'not drawn', shape: 'circle', class: 'slate' }] as const;
	const { marks, height } = chart(() => ({ key, ticks, across, rows }))('zh');
	const labels = marks.flatMap((mark) => (mark.kind === 'label' ? [[mark.text, mark.y]] : []));
	expect(labels.map(([text]) => text)).not.toContain('not drawn');
	expect(labels.filter(([text]) => text === 'row')).toEqual([
		['row', 30],
		['row', 60],
	]);
	expect(height).toBe(112);
});

test.each([
	['within 300 px', 14, false, 40],
	['on one line of a card', 14, true, 20],
	['where it is short', 4, false, 20],
])('a key breaks %s', (_, length, isCard, height) => {
	const entry = { shape: 'circle', class: 'slate', text: '例'.repeat(length) } as const;
	expect(legend([entry, entry], 'zh', isCard).height).toBe(height);
});

test.each([
	['幻觉降 24.2 点', 6, ['幻觉降', '24.2 点']],
	['称“只是猜测”，', 3, ['称', '“只是', '猜测”，']],
	['GPT-3.5 and InstructGPT', 6, ['GPT-3.5', 'and', 'InstructGPT']],
	['short', 20, ['short']],
])('“%s” is broken between words at %i em', (text, ems, lines) => {
	expect(wrapped(text, ems)).toEqual(lines);
});

test('a drawn table has every word of the table, each in its column', () => {
	const table = {
		columns: [{ head: '类型' }, { head: '2020' }, { head: '2022' }],
		rows: [{ id: 'a', cells: ['文字\nTEXT', 'First drafts of long texts', '[来源](https://a.b)'] }],
	};
	const { marks, height } = drawnTable(table, 300);
	const labels = marks.filter((mark) => mark.kind === 'label');
	expect(labels.map(({ text, x }) => [text, Math.round(x)])).toEqual([
		['类型', 0],
		['2020', 32],
		['2022', 66],
		['文字', 0],
		['TEXT', 0],
		['First drafts', 32],
		['of long texts', 32],
		['来源', 66],
	]);
	for (const { text, x, y } of labels) {
		expect((x / 100) * 300 + emsOf(text) * 13).toBeLessThanOrEqual(300);
		expect(y).toBeLessThan(height);
	}
	expect(shownPart(table, [0, 1]).rows[0]!.cells).toEqual(['文字', 'First drafts of long texts']);
});

test('text is escaped, and a mark without a number carries no cell', () => {
	expect(inner({ height: 1, marks: [label('a < b & "c"', 0, 1)] })).toBe(
		'<text x="0%" y="1">a &lt; b &amp; &quot;c&quot;</text>',
	);
	expect(inner({ height: 1, marks: [point('circle', 50, 1, 'open')] })).not.toContain('data-cell');
});
