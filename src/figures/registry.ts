/** All figures, found by folder: words from content, drawing and tables from `<id>/figure.ts`. */
import { globSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageTags, type Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { readFigures, readReport } from '../content/readers.ts';
import { wordsIn } from '../base/words/index.ts';
import { label, type Drawing, type Mark } from './kit/drawing.ts';
import { drawingNode } from './kit/node.ts';
import { standalone } from './kit/svg.ts';
import { drawnTable, shownPart, type FigureModule } from './kit/table.ts';
import { wrapped } from './kit/text.ts';
import { plainText } from './linked-text.ts';

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

const inset = 24;

/** Space for a drawing in a download, px; for a table, whose columns are many, it is wider. */
const space = { drawing: 592, table: 912 };

/** A figure as it is downloaded: number and title above the drawing, source and site below. */
export function sheet(id: string, language: Language): Drawing & { width: number } {
	const { draw, tables } = figures.get(id)!;
	const drawing = draw?.(language) ?? drawnTable(tables[0]!(language), space.table);
	const entry = readFigures().find((figure) => figure.id === id)!;
	const room = draw ? space.drawing : space.table;
	const width = room + 2 * inset;
	const [titleLine, footLine] = [29, 19];
	const heading = `${figureLabel(entry.number, language)}  ${entry.title[language]}`;
	const title = wrapped(heading, room / 20.5);
	const source = `${wordsIn(language).site.figures.source} ${plainText(entry.source[language])}`;
	const foot = [...wrapped(source, room / 13.2), readReport().site[language]];
	const top = inset + title.length * titleLine + 8;
	const share = (x: number) => (inset + (x / 100) * room) / (width / 100);
	const moved = drawing.marks.map((mark): Mark => {
		const place = { x: share(mark.x), y: mark.y + top };
		if (!('width' in mark)) return { ...mark, ...place };
		return { ...mark, ...place, width: (mark.width * room) / width };
	});
	const footTop = top + drawing.height + 28;
	return {
		width,
		height: footTop + foot.length * footLine + 4,
		marks: [
			...title.map((text, at) => label(text, share(0), inset + 16 + at * titleLine, 'title')),
			...moved,
			...foot.map((text, at) => label(text, share(0), footTop + at * footLine, 'quiet')),
		],
	};
}

/** A figure as a standalone SVG file. */
export function figureSvg(id: string, language: Language): string {
	const drawing = sheet(id, language);
	const { title } = readFigures().find((figure) => figure.id === id)!;
	return standalone(drawing, drawing.width, title[language], languageTags[language]);
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
