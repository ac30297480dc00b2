import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../base/languages.ts';
import { emsOf } from './kit/drawing.ts';
import { readFigures } from '../content/readers.ts';
import { figureIds, figuresFolder } from '../content/content.ts';
import type { Drawing, Label } from './kit/drawing.ts';
import { drawnFigures, figureSvg, figures, sheet, sheetWidth } from './registry.ts';

const folders = figureIds(figuresFolder(`${process.cwd()}/content`));

test('every folder is a figure, with data and words in every language', () => {
	expect(folders.length).toBeGreaterThan(4);
	expect([...figures.keys()].sort()).toEqual(folders);
	for (const { id, title, finding, source, data } of readFigures()) {
		for (const language of languages) {
			for (const text of [title, finding, source]) expect(text[language], id).not.toBe('');
			const tables = figures.get(id)!.tables(language);
			expect(tables, id).toHaveLength(data.length);
			for (const { columns, rows } of tables) {
				expect(rows.length).toBeGreaterThan(2);
				for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
			}
		}
	}
});

/** Left and right edge of a label in px, where the drawing is `width` px wide. */
function edges({ text, x, dx = 0, anchor = 'start' }: Label, width: number) {
	const at = (x / 100) * width + dx;
	const length = emsOf(text) * 13;
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

const drawings = drawnFigures().flatMap((id) =>
	languages.map((language): [string, Language, Drawing] => [
		id,
		language,
		figures.get(id)!.draw!(language),
	]),
);

// The narrowest column: a window of 360 px; then a page, and a card.
describe.each([320, 640, 1016])('at %i px', (width) => {
	test.each(drawings)('%s in %s keeps its marks within the frame', (id, _language, drawing) => {
		const labels = drawing.marks.filter((mark) => mark.kind === 'label');
		expect(labels.length, id).toBeGreaterThan(5);
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
	});

	test.each(drawings)('%s in %s sets no label over another', (_id, _language, drawing) => {
		const labels = drawing.marks.filter((mark) => mark.kind === 'label');
		expect(overlaps(labels, width)).toEqual([]);
	});
});

describe('a download', () => {
	test.each(drawings)('%s in %s is a standalone file', (id, language, drawing) => {
		const svg = figureSvg(id, language)!;
		expect(svg).toMatch(
			/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*viewBox="0 0 \d+ \d+"/,
		);
		expect(svg).not.toMatch(/var\(|undefined|NaN|Infinity/);
		// Every label of the drawing stands in it, below the title.
		const texts = sheet(id, language)!.marks.filter((mark) => mark.kind === 'label');
		for (const mark of drawing.marks) {
			if (mark.kind !== 'label') continue;
			expect(texts.map(({ text }) => text)).toContain(mark.text);
		}
		for (const mark of texts.filter((one) => one.class === 'title')) {
			expect(emsOf(mark.text) * 20, mark.text).toBeLessThanOrEqual(sheetWidth - 48);
		}
	});

	test('has the colours of the tokens, in both themes', () => {
		const tokens = readFileSync('src/frame/tokens.css', 'utf8');
		const used = (theme: 'light' | 'dark') => {
			const svg = figureSvg('valuation', 'zh', theme)!;
			return [...new Set(svg.match(/#[0-9a-f]{6}/g))];
		};
		expect(used('light').length).toBeGreaterThan(5);
		expect(used('dark')).not.toEqual(used('light'));
		for (const colour of [...used('light'), ...used('dark')]) expect(tokens).toContain(colour);
	});
});
