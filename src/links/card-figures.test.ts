import { describe, expect, test } from 'vitest';
import { peColumns, shown } from '../figures/tables.ts';
import { readFigures, readRows } from '../content/readers.ts';
import { languages } from '../base/languages.ts';
import { figureDrawing } from './card-figures.ts';
import { wordsOf } from './card-nodes.ts';

interface Drawn {
	className?: string;
	style?: { width?: string; borderStyle?: string };
	children?: Drawn[];
}

/** Everything drawn with a class, in order. */
function withClass(node: Drawn, name: string): Drawn[] {
	const own = node.className?.split(' ').includes(name) ? [node] : [];
	return [...own, ...(node.children ?? []).flatMap((child) => withClass(child, name))];
}

const figure = {} as Element;
const drawn = (id: string, language: 'zh' | 'en' = 'zh') =>
	figureDrawing(id, language, figure) as Drawn;
const widthsOf = (node: Drawn, name: string) =>
	withClass(node, name).map(({ style }) => Number.parseFloat(style?.width ?? ''));

describe.each(languages)('in %s', (language) => {
	test('every figure is drawn, and names each row of its table', () => {
		for (const { id, data } of readFigures()) {
			const words = wordsOf(figureDrawing(id, language, figure)!);
			const rows = data.flatMap((name) => readRows(name as 'rlhf'));
			expect(rows.length, id).toBeGreaterThan(2);
			for (const row of rows) {
				// A bar's label leaves out the parent company: Google (Alphabet).
				expect(words, id).toContain(row[`name_${language}`].replace(/ ?\(.*\)/, ''));
			}
		}
	});
});

test('bars are as long as the numbers beside them', () => {
	const evaluations = readRows('evaluations').flatMap(({ gpt, sft, instructgpt }) => [
		gpt!,
		sft!,
		instructgpt!,
	]);
	expect(widthsOf(drawn('evaluations'), 'fill')).toEqual(
		evaluations.map((value) => expect.closeTo(value * 100, 1) as number),
	);
	for (const value of evaluations) {
		expect(wordsOf(figureDrawing('evaluations', 'en', figure)!)).toContain(shown(value, 'en', 3));
	}
	const multiples = readRows('valuation').map((row) => row[peColumns[2]]!);
	expect(widthsOf(drawn('valuation'), 'fill')).toEqual(
		multiples.map((value) => expect.closeTo((value / Math.max(...multiples)) * 100, 1) as number),
	);
	const steps = widthsOf(drawn('rlhf'), 'fill').filter(Number.isFinite);
	const sizes = readRows('rlhf');
	const largest = Math.max(...sizes.map(({ train }) => train!));
	expect(steps).toEqual(
		sizes
			.flatMap(({ labeler, customer }) => [labeler!, customer!])
			.map((value) => expect.closeTo((value / largest) * 100, 1) as number),
	);
});

test('the roadmap fills what the report fills, and only outlines what it guesses', () => {
	const cells = withClass(drawn('roadmap'), 'matrix').flatMap((node) => withClass(node, 'cell'));
	const rows = readRows('roadmap').flatMap((row) =>
		(['pre2020', 'y2020', 'y2022', 'y2023', 'y2025', 'y2030'] as const).map((year) =>
			!row[`${year}_en`] ? 'ruled' : /y202[35]|y2030/.test(year) ? 'guess' : 'filled',
		),
	);
	expect(cells.map(({ className }) => /ruled|guess/.exec(className!)?.[0] ?? 'filled')).toEqual(
		rows,
	);
});

test('what is undated is dashed, and nothing but our figures is drawn', () => {
	const dashes = withClass(drawn('stages'), 'extent').map(({ style }) => style?.borderStyle);
	expect(dashes).toEqual(
		readRows('stages').map(({ dated }) => (dated === 'no' ? 'dashed' : 'solid')),
	);
	expect(figureDrawing('no-such-figure', 'zh', figure)).toBeUndefined();
});
