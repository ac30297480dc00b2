import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../base/languages.ts';
import { readFigures } from '../content/readers.ts';
import type { Drawing, Label } from './kit/drawing.ts';
import { emsOf } from './kit/text.ts';
import { figureNode, figureSvg, figures, sheet } from './registry.ts';

test('every folder is a figure, with data and words in every language', () => {
	const folders = readdirSync('src/figures').filter((name) =>
		existsSync(`src/figures/${name}/figure.yaml`),
	);
	expect(folders.length).toBeGreaterThan(4);
	expect([...figures.keys()].sort()).toEqual(folders);
	for (const { id, title, finding, source, data } of readFigures()) {
		for (const language of languages) {
			for (const text of [title, finding, source]) expect(text[language], id).not.toBe('');
			const tables = figures.get(id)!.tables.map((tableIn) => tableIn(language));
			expect(tables, id).toHaveLength(data.length);
			for (const { columns, rows } of tables) {
				expect(rows.length).toBeGreaterThan(2);
				for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
			}
		}
	}
});

/** Left and right edge of a label in px, where the drawing is `width` px wide. */
function edges({ text, x, dx = 0, anchor = 'start', class: style }: Label, width: number) {
	const at = (x / 100) * width + dx;
	const length = emsOf(text) * (style === 'title' ? 20 : 13);
	const left = anchor === 'start' ? at : anchor === 'end' ? at - length : at - length / 2;
	return { left, right: left + length };
}

/** Labels whose boxes meet: the later hides the earlier. */
function overlaps(labels: Label[], width: number): string[] {
	return labels.flatMap((one, at) =>
		labels.slice(at + 1).flatMap((other) => {
			const [a, b] = [edges(one, width), edges(other, width)];
			const isApart = Math.abs(one.y - other.y) >= 12 || a.right <= b.left || b.right <= a.left;
			return isApart ? [] : [`${one.text} | ${other.text}`];
		}),
	);
}

interface Case {
	name: string;
	drawing: Drawing;
	width: number;
}
// The narrowest column, in a window of 360 px; a page; the tallest card; and the download.
const cases = [...figures].flatMap(([id, { draw }]) =>
	languages.flatMap((language): Case[] => {
		const download = sheet(id, language);
		const named = (name: string, width: number, drawing: Drawing) => ({
			name: `${name} of ${id} in ${language}`,
			drawing,
			width,
		});
		return [
			named('download', download.width, download),
			...(draw ? [320, 640] : []).map((width) => named('page', width, draw!(language))),
			...(draw ? [draw(language, true)] : []).map((card) =>
				named('card', (1016 * card.height) / 305, card),
			),
		];
	}),
);

test.each(cases)('the $name at $width px keeps its marks apart and inside', (shown) => {
	const { drawing, width } = shown;
	const labels = drawing.marks.filter((mark) => mark.kind === 'label');
	expect(labels.length).toBeGreaterThan(5);
	for (const mark of labels) {
		const { left, right } = edges(mark, width);
		expect(left, mark.text).toBeGreaterThanOrEqual(-1);
		expect(right, mark.text).toBeLessThanOrEqual(width + 1);
		expect(mark.y, mark.text).toBeLessThanOrEqual(drawing.height - 4);
	}
	for (const mark of drawing.marks) {
		if (mark.kind === 'bar') expect(mark.x + mark.width).toBeLessThanOrEqual(100.01);
		if (mark.kind === 'point') expect(mark.x).toBeLessThanOrEqual(99);
	}
	expect(overlaps(labels, width)).toEqual([]);
});

const downloads = [...figures.keys()].flatMap((id) =>
	languages.map((language) => [id, language] as const),
);

test.each(downloads)(
	'the card of %s in %s has type to read, and fills its room',
	(id, language) => {
		const room = { width: 1016, height: 275 };
		const { node, width, height } = figureNode(id, language, room)!;
		expect(width).toBeCloseTo(room.width, 0);
		expect(height).toBeLessThanOrEqual(room.height);
		const sizes = [...JSON.stringify(node).matchAll(/"fontSize":"([\d.]+)px"/g)].map(([, px]) =>
			Number(px),
		);
		expect(sizes.length).toBeGreaterThan(5);
		expect(Math.min(...sizes)).toBeGreaterThan(17);
	},
);

test.each(downloads)('the SVG of %s in %s is a standalone file', (id, language) => {
	const svg = figureSvg(id, language);
	expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 \d+ \d+"/);
	expect(svg).not.toMatch(/var\(|undefined|NaN|Infinity/);
});

test('downloads have the colours of the tokens', () => {
	const tokens = readFileSync('src/frame/tokens.css', 'utf8');
	const used = [...new Set(figureSvg('valuation', 'zh').match(/#[0-9a-f]{6}/g))];
	expect(used.length).toBeGreaterThan(5);
	for (const colour of used) expect(tokens).toContain(colour);
});
