/** Draws preview cards and figures into files; what an earlier build drew is not drawn again. */
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type Node, type RenderOptions } from '@takumi-rs/core';
import { codePoint } from '../base/characters.ts';
import { ContentError } from '../base/content-error.ts';
import type { Language } from '../base/languages.ts';
import { fromCache, jsonHash, cacheFolder } from '../base/cache.ts';
import { sheetNode } from '../figures/registry.ts';
import { cardCss, cardSize, cardTree, type Card } from './cards.ts';

/** A card has few colours, and needs few shades at the edges of letters; a drawing has more hues. */
const paletteOf = ({ drawing }: Card) =>
	({
		palette: true,
		colours: drawing ? 32 : 16,
		quality: drawing ? 20 : 8,
		dither: 0,
		compressionLevel: 9,
		effort: 1,
	}) as const;

const require = createRequire(import.meta.url);
const packageFolder = (name: string) =>
	dirname(require.resolve(`@fontsource-variable/${name}/package.json`));

/** Packages of fonts, under the names by which the style sheets of cards and figures use them. */
const typefaces = { song: 'noto-serif-sc', hei: 'noto-sans-sc', 'latin-marks': 'source-serif-4' };

const versionOf = (name: string) =>
	(require(join(packageFolder(name), 'package.json')) as { version: string }).version;
const fontVersions = Object.values(typefaces).map(versionOf).join(' ');

/**
 * A renderer with all fonts (each package has its font in about a hundred files), and a pattern of
 * what they cannot draw. Making both takes long, and most builds draw nothing.
 */
async function loadFonts() {
	const renderer = new Renderer();
	for (const [name, font] of Object.entries(typefaces)) {
		const folder = join(packageFolder(font), 'files');
		const isMarks = name === 'latin-marks';
		const ending = isMarks ? '-latin-wght-normal.woff2' : '-wght-normal.woff2';
		for (const file of readdirSync(folder).filter((one) => one.endsWith(ending))) {
			const data = readFileSync(join(folder, file));
			// English quotation marks and apostrophes: Chinese fonts draw them as wide as a character.
			await renderer.registerFont(
				isMarks ? { name, data, unicodeRange: [[0x2018, 0x201d]] } : { name, data },
			);
		}
	}
	const ranges: object = require(join(packageFolder(typefaces.song), 'unicode.json'));
	const drawable = Object.values(ranges)
		.join(',')
		.replace(/U\+(\w+)(?:-(\w+))?,?/g, (_, from: string, to = from) => `\\u{${from}}-\\u{${to}}`);
	return { renderer, undrawable: new RegExp(`[^\\s\\u200b${drawable}]`, 'u') };
}
let loaded: ReturnType<typeof loadFonts> | undefined;

/** Draws a node. Throws a `ContentError` that names a character without glyph. */
async function drawnCard(node: Node, options: RenderOptions) {
	loaded ??= loadFonts();
	const { renderer, undrawable } = await loaded;
	const [missing] = undrawable.exec(cardText(node)) ?? [];
	if (missing) {
		throw new ContentError({
			what: `The fonts of cards and figures have no glyph for “${missing}” (${codePoint(missing)}).`,
			where: `@fontsource-variable/${typefaces.song}`,
			fix: 'Find the character in a title, caption or summary and write it otherwise.',
		});
	}
	return renderer.render(node, options);
}

/** All words below a node of Takumi's. */
function cardText(node: Node): string {
	const children = 'children' in node ? (node.children ?? []) : [];
	return ('text' in node ? node.text : '') + children.map(cardText).join('');
}

/** The download of a figure as a PNG. */
export async function figurePng(id: string, language: Language): Promise<Buffer> {
	const { node, ...size } = sheetNode(id, language);
	const draw = async (path: string) =>
		writeFile(path, await drawnCard(node, { ...size, format: 'png' }));
	return readFile(await fromCache(`figures/${id}.${language}.png`, [node, size], draw));
}

/** `rlhf-steps-3f9c0a1b2c.png`: whose card it is and a hash of what decides how it looks. */
export const cardNameOf = (card: Card): string =>
	`${card.owner}-${jsonHash([cardTree(card), cardCss, paletteOf(card), fontVersions]).slice(0, 10)}.png`;

/** Draws a card. Throws when a character has no glyph. */
async function cardPng(card: Card): Promise<Buffer> {
	const pixels = await drawnCard(cardTree(card), { ...cardSize, css: [cardCss], format: 'raw' });
	const { default: sharp } = await import('sharp');
	const raw = { ...cardSize, channels: 4 } as const;
	return sharp(pixels, { raw }).png(paletteOf(card)).toBuffer();
}

/**
 * Writes cards, by their names, to `<root>/cards/`; how many there are and how many were drawn,
 * because no earlier build did.
 */
export async function writeCards(
	cards: ReadonlyMap<string, Card>,
	root: string,
	cache = cacheFolder,
): Promise<{ all: number; drawn: number }> {
	const folder = join(root, 'cards');
	await mkdir(folder, { recursive: true });
	let fresh = 0;
	for (const [name, card] of cards) {
		const draw = async (path: string) => {
			await writeFile(path, await cardPng(card));
			fresh += 1;
		};
		const file = await fromCache(`cards/${card.language}/${card.owner}.png`, name, draw, cache);
		await copyFile(file, join(folder, name));
	}
	return { all: cards.size, drawn: fresh };
}
