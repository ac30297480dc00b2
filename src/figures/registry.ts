/** All figures, found by folder: words from content, drawing and tables from `<id>/figure.ts`. */
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageTags, type Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { readFigures, readReport } from '../content/readers.ts';
import { wordsIn } from '../base/words/index.ts';
import type { FigureModule } from './figure.ts';
import { label, type Drawing, type Mark } from './kit/drawing.ts';
import { drawingNode } from './kit/node.ts';
import { standalone } from './kit/svg.ts';
import { drawnTable, shownPart } from './kit/table.ts';
import { wrapped } from './kit/text.ts';
import { plainText } from './linked-text.ts';

type Loaded = Record<string, { default: FigureModule }>;

/** Vite bundles the modules; plain Node, which draws the cards, imports them from the folder. */
async function load(): Promise<Loaded> {
	if (import.meta.env) return import.meta.glob<Loaded[string]>('./*/figure.ts', { eager: true });
	const folder = join(process.cwd(), 'src/figures');
	const files = readdirSync(folder)
		.map((id) => join(folder, id, 'figure.ts'))
		.filter((file) => existsSync(file));
	const modules = files.map(async (file): Promise<[string, Loaded[string]]> => [
		file,
		await import(/* @vite-ignore */ pathToFileURL(file).href),
	]);
	return Object.fromEntries(await Promise.all(modules));
}

/** Figures' modules by id. */
export const figures: ReadonlyMap<string, FigureModule> = new Map(
	Object.entries(await load()).map(([file, module]) => [file.split('/').at(-2)!, module.default]),
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

/** A drawing as Takumi's node and its size in px. */
const drawn = (drawing: Drawing, width: number, scale: number, language: Language) => ({
	node: drawingNode(drawing, { width, scale, language }),
	width: width * scale,
	height: drawing.height * scale,
});

/** The download as Takumi's node, with two px for each of the SVG's. */
export function sheetNode(id: string, language: Language) {
	const drawing = sheet(id, language);
	return drawn(drawing, drawing.width, 2, language);
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
		return drawn(drawing, room.width / scale, scale, language);
	}
	const table = tables?.[0]?.(language);
	// The narrower the lines, the larger the type, until they are too many.
	for (let width = 440; table; width += 20) {
		const drawing = drawnTable(shownPart(table, cardColumns), width);
		const scale = room.width / width;
		if (drawing.height * scale <= room.height || width > room.width) {
			return drawn(drawing, width, scale, language);
		}
	}
	return undefined;
}
