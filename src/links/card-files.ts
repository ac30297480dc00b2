/** Draws cards into files whose names carry a hash of what they show; known ones are copied. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type FontDetails, type Node } from '@takumi-rs/core';
import sharp from 'sharp';
import { ContentError } from '../base/content-error.ts';
import { cardCss, cardSize, cardTree, type Card } from './cards.ts';

/** Cards of earlier builds; safe to delete. */
export const cardCache = 'node_modules/.cache/cards';

/** Largest card, in bytes. */
export const largestCard = 40_000;

/** A card has few colours; their shades at the edges of letters need no more than these. */
const palette = {
	palette: true,
	colours: 24,
	quality: 3,
	dither: 0,
	compressionLevel: 9,
	effort: 7,
} as const;

const require = createRequire(import.meta.url);

/** Packages by the names under which the style sheet of cards and figures uses their fonts. */
const typefaces = {
	song: '@fontsource-variable/noto-serif-sc',
	hei: '@fontsource-variable/noto-sans-sc',
	/** English quotation marks and apostrophes, which Chinese fonts draw as wide as a character. */
	'latin-marks': '@fontsource-variable/source-serif-4',
} as const;

const fontVersions = Object.values(typefaces)
	.map((name) => (require(`${name}/package.json`) as { version: string }).version)
	.join(' ');

type Range = [first: number, last: number];

/** `U+4e00-4eff,U+ff01` as numbers. */
const rangesOf = (list: string) =>
	list.split(',').map((range): Range => {
		const [first = '', last = first] = range.trim().slice(2).split('-');
		return [parseInt(first, 16), parseInt(last, 16)];
	});

const isIn = (ranges: readonly Range[], codePoint: number) =>
	ranges.some(([first, last]) => first <= codePoint && codePoint <= last);

/** Files of a typeface, each of which has the characters of some ranges. */
function slicesOf(family: keyof typeof typefaces): { file: string; ranges: Range[] }[] {
	const folder = dirname(require.resolve(`${typefaces[family]}/package.json`));
	const name = typefaces[family].split('/')[1]!;
	const fileOf = (key: string) => join(folder, 'files', `${name}-${key}-wght-normal.woff2`);
	if (family === 'latin-marks') return [{ file: fileOf('latin'), ranges: [[0x2018, 0x201d]] }];
	const lists = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as object;
	return Object.entries(lists).map(([key, list]) => ({
		file: fileOf(key.replace(/[[\]]/g, '')),
		ranges: rangesOf(list as string),
	}));
}

/** The fonts that draw these words. Throws a `ContentError` that names characters without glyph. */
function fontsFor(words: string): FontDetails[] {
	const codePoints = [...new Set(words)]
		.map((character) => character.codePointAt(0)!)
		.filter((codePoint) => codePoint > 0x20 && codePoint !== 0x200b);
	return (Object.keys(typefaces) as (keyof typeof typefaces)[]).flatMap((name) => {
		const slices = slicesOf(name);
		const missing = codePoints.filter((one) => !slices.some(({ ranges }) => isIn(ranges, one)));
		if (missing.length > 0 && name !== 'latin-marks') {
			throw new ContentError(
				missing.map((one) => ({
					what: `The cards’ typeface has no glyph for “${String.fromCodePoint(one)}” (U+${one.toString(16).toUpperCase().padStart(4, '0')}).`,
					where: typefaces[name],
					mend: 'Find the character in a title, caption or summary and write it otherwise.',
				})),
			);
		}
		return slices
			.filter(({ ranges }) => codePoints.some((codePoint) => isIn(ranges, codePoint)))
			.map(({ file, ranges }) => ({ name, data: readFileSync(file), unicodeRange: ranges }));
	});
}

/** All words below a node of Takumi's. */
function wordsIn(node: Node): string {
	const children = 'children' in node ? (node.children ?? []) : [];
	return ('text' in node ? node.text : '') + children.map(wordsIn).join('');
}

/** A function that draws these trees as PNG. */
async function painter(nodes: readonly Node[]) {
	const renderer = new Renderer();
	for (const font of fontsFor(nodes.map(wordsIn).join(''))) await renderer.registerFont(font);
	return (node: Node, size: { width: number; height: number }, css: string[] = []) =>
		renderer.render(node, { ...size, css, format: 'png' });
}

/** A drawing as a PNG, `width` by `height` px. */
export async function pngOf(drawn: { node: Node; width: number; height: number }): Promise<Buffer> {
	return (await painter([drawn.node]))(drawn.node, drawn);
}

/** `rlhf-steps-3f9c0a1b2c.png`: whose card it is and a hash of what decides how it looks. */
export function cardNameOf(card: Card): string {
	const shown = JSON.stringify([cardTree(card), cardCss, palette, fontVersions]);
	return `${card.owner}-${createHash('sha256').update(shown).digest('hex').slice(0, 10)}.png`;
}

/**
 * Writes every card to `<root>/cards/`; how many there are and how many were drawn, because the
 * cache does not hold them. Throws when a character has no glyph or a card is too heavy.
 */
export async function writeCards(
	cards: readonly Card[],
	root: string,
	cache = cardCache,
): Promise<{ all: number; drawn: number }> {
	const folder = join(root, 'cards');
	await mkdir(folder, { recursive: true });
	await mkdir(cache, { recursive: true });
	const known = new Set(await readdir(cache));
	const named = cards.map((card) => ({ card, name: cardNameOf(card) }));
	const fresh = named.filter(({ name }) => !known.has(name));
	const trees = fresh.map(({ card }) => cardTree(card));
	const paint = fresh.length > 0 ? await painter(trees) : undefined;
	for (const [at, { card, name }] of fresh.entries()) {
		const drawn = await paint!(trees[at]!, cardSize, [cardCss]);
		const png = await sharp(drawn).png(palette).toBuffer();
		if (png.length > largestCard) {
			throw new ContentError({
				what: `The card ${name} has ${png.length} bytes; at most ${largestCard} are allowed.`,
				where: card.path,
				mend: 'Shorten what it shows, or reduce the colours in src/links/card-files.ts.',
			});
		}
		// Renamed when complete: a build that stops here must not leave half a card behind.
		const part = join(cache, `${name}.${process.pid}`);
		await writeFile(part, png);
		await rename(part, join(cache, name));
	}
	await Promise.all(named.map(({ name }) => copyFile(join(cache, name), join(folder, name))));
	return { all: named.length, drawn: fresh.length };
}
