/** All figures, found by folder: words from content, drawing and tables from `<id>/figure.ts`. */
import { readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Node } from '@takumi-rs/core';
import type { Theme } from '../base/colours.ts';
import { languageTags, type Language } from '../base/languages.ts';
import { figureLabel } from '../base/numbers.ts';
import { readFigures, readReport } from '../content/readers.ts';
import { stringsFor } from '../base/words/index.ts';
import type { FigureModule } from './figure.ts';
import { emsOf, label, type Drawing, type Mark } from './kit/drawing.ts';
import { drawingNode } from './kit/node.ts';
import { standalone } from './kit/svg.ts';
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

/** Ids of the figures that are drawn, not only set as tables. */
export const drawnFigures = (): string[] =>
	[...figures].filter(([, { draw }]) => draw).map(([id]) => id);

/** Width of a downloaded drawing, px; the PNG has twice as many. */
export const sheetWidth = 640;

/** Text broken into lines of at most `ems`; a line never begins with a closing mark. */
function wrapped(text: string, ems: number): string[] {
	const words =
		text.match(/(?:\d[\d.,]* \p{Script=Han}|[!-~’“”‘–×−]+|[^!-~])[，。；：、）”』》]*\s*/gu) ?? [];
	return words.reduce<string[]>(
		(lines, word) =>
			emsOf((lines.at(-1) + word).trimEnd()) > ems
				? [...lines.map((line) => line.trimEnd()), word]
				: [...lines.slice(0, -1), lines.at(-1) + word],
		[''],
	);
}

/** A figure as it is downloaded: number and title above the drawing, source and site below. */
export function sheet(id: string, language: Language): Drawing | undefined {
	const drawing = figures.get(id)?.draw?.(language);
	const entry = readFigures().find((figure) => figure.id === id);
	if (!drawing || !entry) return undefined;
	const [inset, titleLine, footLine] = [24, 29, 19];
	const room = sheetWidth - 2 * inset;
	const title = wrapped(
		`${figureLabel(entry.number, language)}  ${entry.title[language]}`,
		room / 20.5,
	);
	const words = stringsFor(language).figures;
	const source = `${words.source} ${plainText(entry.source[language])}`;
	const foot = [...wrapped(source, room / 13.2), readReport().site[language]];
	const top = inset + title.length * titleLine + 8;
	const share = (x: number) => (inset + (x / 100) * room) / (sheetWidth / 100);
	const moved = drawing.marks.map((mark): Mark => {
		const place = { x: share(mark.x), y: mark.y + top };
		if (!('width' in mark)) return { ...mark, ...place };
		return { ...mark, ...place, width: (mark.width * room) / sheetWidth };
	});
	const footTop = top + drawing.height + 28;
	return {
		height: footTop + foot.length * footLine + 4,
		marks: [
			...title.map((text, at) => label(text, share(0), inset + 16 + at * titleLine, 'title')),
			...moved,
			...foot.map((text, at) => label(text, share(0), footTop + at * footLine, 'quiet')),
		],
	};
}

/** A figure as a standalone SVG file; `undefined` for one that is a table. */
export function figureSvg(id: string, language: Language, theme: Theme = 'light') {
	const drawing = sheet(id, language);
	const entry = readFigures().find((figure) => figure.id === id);
	return (
		drawing &&
		standalone(drawing, {
			width: sheetWidth,
			theme,
			title: entry!.title[language],
			lang: languageTags[language],
		})
	);
}

/** The download as Takumi's node and its size in px at a scale of 2. */
export function sheetNode(id: string, language: Language) {
	const drawing = sheet(id, language);
	if (!drawing) return undefined;
	return {
		node: drawingNode(drawing, { width: sheetWidth, scale: 2, theme: 'light', language }),
		width: sheetWidth * 2,
		height: drawing.height * 2,
	};
}

/**
 * The bare drawing as Takumi's node, as large as fits `room` (px); for cards. Drawn narrow, since
 * type then becomes large; `undefined` for a figure that is a table.
 */
export function figureNode(
	id: string,
	language: Language,
	room: { width: number; height: number },
): { node: Node; width: number; height: number } | undefined {
	const drawing = figures.get(id)?.draw?.(language);
	if (!drawing) return undefined;
	const scale = room.height / drawing.height;
	const width = Math.max(340, room.width / scale);
	const fitting = Math.min(scale, room.width / width);
	return {
		node: drawingNode(drawing, { width, scale: fitting, theme: 'light', language }),
		width: width * fitting,
		height: drawing.height * fitting,
	};
}
