/** Draws cards into files whose names carry a hash of what they show; known ones are copied. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Renderer, type Node, type RenderOptions } from '@takumi-rs/core';
import sharp from 'sharp';
import { ContentError } from '../base/content-error.ts';
import { cardCss, cardSize, cardTree, type Card } from './cards.ts';

/** Cards of earlier builds; safe to delete. */
export const cardCache = 'node_modules/.cache/cards';

/** Largest card, in bytes. */
export const largestCard = 40_000;

/** A card has few colours, and needs few shades at the edges of letters; a drawing has more hues. */
const paletteOf = ({ drawing }: Card) =>
	({
		palette: true,
		colours: drawing ? 32 : 24,
		quality: drawing ? 30 : 3,
		dither: 0,
		compressionLevel: 9,
		effort: 1,
	}) as const;

const require = createRequire(import.meta.url);
const packageFolder = (name: string) =>
	dirname(require.resolve(`@fontsource-variable/${name}/package.json`));

/** Packages of fonts, under the names by which the style sheets of cards and figures use them. */
const typefaces = { song: 'noto-serif-sc', hei: 'noto-sans-sc' };
/** English quotation marks and apostrophes, which Chinese fonts draw as wide as a character. */
const latinMarks = 'source-serif-4';

const fontVersions = [...Object.values(typefaces), latinMarks]
	.map(
		(name) => (require(join(packageFolder(name), 'package.json')) as { version: string }).version,
	)
	.join(' ');

/** All fonts; each package has its font in about a hundred files. */
async function loadRenderer(): Promise<Renderer> {
	const renderer = new Renderer();
	for (const [name, font] of Object.entries(typefaces)) {
		const folder = join(packageFolder(font), 'files');
		for (const file of readdirSync(folder).filter((one) => one.endsWith('-wght-normal.woff2'))) {
			await renderer.registerFont({ name, data: readFileSync(join(folder, file)) });
		}
	}
	await renderer.registerFont({
		name: 'latin-marks',
		data: readFileSync(
			join(packageFolder(latinMarks), `files/${latinMarks}-latin-wght-normal.woff2`),
		),
		unicodeRange: [[0x2018, 0x201d]],
	});
	return renderer;
}
let loaded: Promise<Renderer> | undefined;

/** Characters that the Chinese fonts draw, as a class of a regular expression. */
const drawable = Object.values(
	require(join(packageFolder(typefaces.song), 'unicode.json')) as object,
)
	.join(',')
	.replace(
		/U\+(\w+)(?:-(\w+))?,?/g,
		(_, first: string, last = first) => `\\u{${first}}-\\u{${last}}`,
	);

/** Draws a node. Throws a `ContentError` that names a character without glyph. */
async function drawnCard(node: Node, options: RenderOptions) {
	const [missing] = new RegExp(`[^\\s\\u200b${drawable}]`, 'u').exec(cardText(node)) ?? [];
	if (missing) {
		throw new ContentError({
			what: `The fonts of cards and figures have no glyph for “${missing}” (U+${missing.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}).`,
			where: `@fontsource-variable/${typefaces.song}`,
			fix: 'Find the character in a title, caption or summary and write it otherwise.',
		});
	}
	loaded ??= loadRenderer();
	return (await loaded).render(node, options);
}

/** All words below a node of Takumi's. */
function cardText(node: Node): string {
	const children = 'children' in node ? (node.children ?? []) : [];
	return ('text' in node ? node.text : '') + children.map(cardText).join('');
}

/** A drawing as a PNG, `width` by `height` px. */
export const pngOf = ({ node, width, height }: { node: Node; width: number; height: number }) =>
	drawnCard(node, { width, height, format: 'png' });

const names = new WeakMap<Card, string>();

/** `rlhf-steps-3f9c0a1b2c.png`: whose card it is and a hash of what decides how it looks. */
export function cardNameOf(card: Card): string {
	const known = names.get(card);
	if (known) return known;
	const shown = JSON.stringify([cardTree(card), cardCss, paletteOf(card), fontVersions]);
	const hash = createHash('sha256').update(shown).digest('hex').slice(0, 10);
	names.set(card, `${card.owner}-${hash}.png`);
	return names.get(card)!;
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
	for (const { card, name } of fresh) {
		const pixels = await drawnCard(cardTree(card), { ...cardSize, css: [cardCss], format: 'raw' });
		const png = await sharp(pixels, { raw: { ...cardSize, channels: 4 } })
			.png(paletteOf(card))
			.toBuffer();
		if (png.length > largestCard) {
			throw new ContentError({
				what: `The card ${name} has ${png.length} bytes; at most ${largestCard} are allowed.`,
				where: card.path,
				fix: 'Shorten what it shows, or reduce the colours in src/links/card-files.ts.',
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
