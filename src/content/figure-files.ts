/**
 * What a figure's folder gives to the checks: its words (`src/figures/<id>/figure.yaml`) and the
 * columns of its tables (`data.ts`). Both are found by folder, so that no list names a figure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { z } from 'zod';
import type { Reading } from './complaints.ts';
import { figureSchema, type FigureEntry, type FigureWords } from './schema.ts';
import { readYaml } from './sources.ts';

/** The figures' folder that belongs to a content folder: its neighbour `src/figures`. */
export const figuresFolder = (content: string) => join(dirname(content), 'src/figures');

/** Ids of the figures below a folder: the names of the folders that hold a `figure.yaml`. */
export function figureIds(folder: string): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder)
		.filter((name) => existsSync(join(folder, name, 'figure.yaml')))
		.sort();
}

/** Reads the words of one figure; complaints name `src/figures/<id>/figure.yaml`. */
export function readFigureWords(folder: string, id: string): Reading<FigureWords> {
	const text = readFileSync(join(folder, id, 'figure.yaml'), 'utf8');
	return readYaml({ file: `src/figures/${id}/figure.yaml`, text }, figureSchema);
}

/** Row schemas of all figures' tables, by the name of the CSV. */
export async function figureTables(folder: string): Promise<Record<string, z.ZodObject>> {
	const files = figureIds(folder)
		.map((id) => join(folder, id, 'data.ts'))
		.filter((file) => existsSync(file));
	const modules: { tables: Record<string, z.ZodObject> }[] = await Promise.all(
		files.map((file) => import(/* @vite-ignore */ pathToFileURL(file).href)),
	);
	return Object.assign({}, ...modules.map(({ tables }) => tables));
}

/** Figures as they are read: sorted and numbered by where the pages place them. */
export function numbered(
	figures: readonly (FigureWords & { id: string })[],
	pages: readonly { slug: string; text: string }[],
	sections: readonly string[],
): FigureEntry[] {
	const placed = sections
		.flatMap((slug) => pages.filter((page) => page.slug === slug))
		.flatMap(({ text }) => [...text.matchAll(/^<Figure id="([^"]+)"/gm)].map(([, id]) => id!));
	const place = (id: string) => (placed.includes(id) ? placed.indexOf(id) : placed.length);
	return figures
		.toSorted((a, b) => place(a.id) - place(b.id))
		.map((figure, at) => ({ ...figure, number: at + 1 }));
}
