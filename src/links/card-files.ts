/** Draws cards into files whose names carry a hash of what they say; known ones are copied. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import sharp from 'sharp';
import { ContentError } from '../base/content-error.ts';
import { homeSlug } from '../base/urls.ts';
import {
	cardCss,
	cardMargin,
	cardSize,
	cardTree,
	cardWords,
	textScales,
	type CardContent,
} from './card-drawing.ts';
import { fontsFor, fontVersions } from './card-fonts.ts';
import type { Card } from './cards.ts';

/** Cards of earlier builds; safe to delete. */
export const cardCache = 'node_modules/.cache/cards';

/** Largest card, in bytes. */
export const largestCard = 40_000;

/** A card has few colours; their shades at the edges of letters need no more than these. */
const palette = {
	palette: true,
	colours: 16,
	quality: 3,
	dither: 0,
	compressionLevel: 9,
	effort: 7,
} as const;

/** `rlhf-steps-3f9c0a1b2c.png`: whose card it is and a hash of everything it shows. */
export function cardNameOf({ page, block, content }: Card): string {
	const owner = block?.id ?? (page.slug === homeSlug ? 'home' : page.slug);
	// The finished tree, style and fonts: whatever changes the picture changes the name.
	const hash = createHash('sha256')
		.update(JSON.stringify([cardTree(content), palette]))
		.update(cardCss)
		.update(fontVersions());
	return `${owner}-${hash.digest('hex').slice(0, 10)}.png`;
}

/** What Takumi tells of a laid-out box; `transform` is absolute, its last two are x and y. */
interface Measured {
	width: number;
	height: number;
	transform: readonly number[];
	children: readonly Measured[];
}

/** Whether a box and all it holds end above and before the foot's edges; `slack` is rounding. */
function isWithin({ width, height, transform, children }: Measured, foot: Measured): boolean {
	const slack = 1;
	const [x, y] = [transform[4]!, transform[5]!];
	return (
		y + height <= foot.transform[5]! + slack &&
		x + width <= foot.transform[4]! + foot.width + slack &&
		children.every((child) => isWithin(child, foot))
	);
}

/** Whether everything in the card's body ends above its foot. */
function fits(leaf: Measured): boolean {
	const [body, foot] = leaf.children.slice(-2) as [Measured, Measured];
	// A title of many lines pushes the foot itself off the leaf.
	const footBottom = foot.transform[5]! + foot.height;
	if (footBottom > leaf.transform[5]! + leaf.height - cardMargin) return false;
	return body.children.every((child) => isWithin(child, foot));
}

async function drawn(contents: CardContent[]): Promise<(content: CardContent) => Promise<Buffer>> {
	const renderer = new Renderer();
	for (const font of fontsFor(contents.map(cardWords).join(''))) await renderer.registerFont(font);
	return async (content) => {
		const options = { ...cardSize, css: [cardCss] };
		for (const scale of textScales) {
			const tree = cardTree(content, scale);
			if (!fits(await renderer.measure(tree, options))) continue;
			return sharp(await renderer.render(tree, { ...options, format: 'png' }))
				.png(palette)
				.toBuffer();
		}
		throw new ContentError({
			what: `The card “${content.title}” has more text than room.`,
			where: content.path,
			mend: 'Shorten the title, or change the sizes in src/links/card-drawing.ts.',
		});
	};
}

/**
 * Writes every card to `<root>/cards/`, drawing those the cache does not hold; how many there are
 * and how many were drawn. Throws when a character has no glyph, a text does not fit, or a card is
 * heavier than `largestCard`.
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
	const draw = fresh.length > 0 ? await drawn(fresh.map(({ card }) => card.content)) : undefined;
	for (const { card, name } of fresh) {
		const png = await draw!(card.content);
		if (png.length > largestCard) {
			throw new ContentError({
				what: `The card ${name} has ${png.length} bytes; at most ${largestCard} are allowed.`,
				where: card.page.path,
				mend: 'Shorten what it shows, or reduce the colours in src/links/card-files.ts.',
			});
		}
		// Renamed when complete: a build that stops here must not leave half a card behind.
		const part = join(cache, `${name}.${process.pid}`);
		await writeFile(part, png);
		await rename(part, join(cache, name));
	}
	await Promise.all(
		named.map(({ name }) =>
			copyFile(join(cache, name), join(folder, name), constants.COPYFILE_FICLONE),
		),
	);
	return { all: named.length, drawn: fresh.length };
}
