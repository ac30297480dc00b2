/** All figures, found by folder: words from content, drawing and tables from `<id>/figure.ts`. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageTags, type Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { readFigures, readReport } from '../content/readers.ts';
import { wordsIn } from '../base/words/index.ts';
import { stacked } from './kit/chart.ts';
import { label, type Mark } from './kit/drawing.ts';
import { drawingNode } from './kit/node.ts';
import { standalone } from './kit/svg.ts';
import { drawnTable, shownPart, type FigureModule } from './kit/table.ts';
import { plainText, wrapped } from './kit/text.ts';

/** Vite bundles the modules; plain Node, which draws the cards, imports them from the folder. */
const modules: Record<string, { default: FigureModule }> = import.meta.env
	? import.meta.glob('./*/figure.ts', { eager: true })
	: {};
for (const file of import.meta.env ? [] : globSync('src/figures/*/figure.ts')) {
	modules[file] = await import(/* @vite-ignore */ pathToFileURL(file).href);
}

/** Figures' modules by id. */
export const figures: ReadonlyMap<string, FigureModule> = new Map(
	Object.entries(modules).map(([file, module]) => [basename(dirname(file)), module.default]),
);

/** A figure as it is downloaded: number and title above the drawing, source and site below. */
export function sheet(id: string, language: Language) {
	const { draw, tables } = figures.get(id)!;
	const entry = readFigures().find((figure) => figure.id === id)!;
	// A table, whose columns are many, is wider.
	const [inset, room] = [24, draw ? 592 : 912];
	const width = room + 2 * inset;
	const drawing = draw?.(language) ?? drawnTable(tables[0]!(language), room);
	const heading = `${figureLabel(entry.number, language)}  ${entry.title[language]}`;
	const title = wrapped(heading, room / 20.5).map((text, at) =>
		label(text, 0, 16 + at * 29, 'title'),
	);
	const source = `${wordsIn(language).site.figures.source} ${plainText(entry.source[language])}`;
	const foot = [...wrapped(source, room / 13.2), readReport().site[language]].map((text, at) =>
		label(text, 0, at * 19, 'quiet'),
	);
	const { marks, height } = stacked(
		[
			{ height: title.length * 29 + 8, marks: title },
			{ ...drawing, height: drawing.height + 28 },
			{ height: foot.length * 19 + 4, marks: foot },
		],
		inset,
	);
	const moved = marks.map((mark): Mark => {
		const x = (inset + (mark.x / 100) * room) / (width / 100);
		return 'width' in mark ? { ...mark, x, width: (mark.width * room) / width } : { ...mark, x };
	});
	return { width, height, marks: moved, title: entry.title[language] };
}

/** A figure as a standalone SVG file. */
export function figureSvg(id: string, language: Language): string {
	const drawing = sheet(id, language);
	return standalone(drawing, drawing.width, drawing.title, languageTags[language]);
}

/** The download as Takumi's node, with two px for each of the SVG's. */
export function sheetNode(id: string, language: Language) {
	const drawing = sheet(id, language);
	return drawingNode(drawing, drawing.width, 2, language);
}

/**
 * What a card shows of a figure, as large as fits `room` (px): of a drawing what the title is about,
 * of a table some columns. `undefined` where there is no such figure.
 */
export function figureNode(
	id: string,
	language: Language,
	room: { width: number; height: number },
) {
	const { draw, tables, cardColumns } = figures.get(id) ?? {};
	if (draw) {
		const drawing = draw(language, true);
		const scale = room.height / drawing.height;
		return drawingNode(drawing, room.width / scale, scale, language);
	}
	const table = tables?.[0]?.(language);
	// The narrower the lines, the larger the type, until they are too many.
	for (let width = 440; table; width += 20) {
		const drawing = drawnTable(shownPart(table, cardColumns), width);
		const scale = room.width / width;
		if (drawing.height * scale <= room.height || width > room.width) {
			return drawingNode(drawing, width, scale, language);
		}
	}
	return undefined;
}
