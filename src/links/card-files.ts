/** Draws cards into files whose names carry a hash of what they say; known ones are copied. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { ContentError } from '../base/content-error.ts';
import { homeSlug } from '../base/urls.ts';
import {
	cardMargin,
	cardSize,
	cardStyle,
	cardTree,
	cardWords,
	textScales,
	type CardContent,
} from './card-drawing.ts';
import { fontsFor, fontVersions } from './card-fonts.ts';
import type { Card } from './cards.ts';

/** Cards of earlier builds; safe to delete. */
export const cardCache = 'node_modules/.cache/cards';

/** Largest card that every chat application takes, in bytes. */
export const largestCard = 300_000;

/** `rlhf-steps-3f9c0a1b2c.png`: whose card it is and a hash of everything it shows. */
export function cardNameOf({ page, block, content }: Card): string {
	const owner = block?.id ?? (page.slug === homeSlug ? 'home' : page.slug);
	// The finished tree, style and fonts: whatever changes the picture changes the name.
	const hash = createHash('sha256')
		.update(JSON.stringify(cardTree(content)))
		.update(cardStyle.css)
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
		const options = { ...cardSize, css: [cardStyle.css] };
		for (const scale of textScales) {
			const tree = cardTree(content, scale);
			if (fits(await renderer.measure(tree, options))) {
				return renderer.render(tree, { ...options, format: 'png' });
			}
		}
		throw new ContentError({
			what: `The card “${content.title}” has more text than room.`,
			where: content.path,
			mend: 'Shorten the title, or change the sizes in src/links/card-drawing.ts.',
		});
	};
}

/** How many cards there are and how many had to be drawn. */
export interface CardTally {
	all: number;
	drawn: number;
}

/**
 * Writes every card to `<root>/cards/`, drawing those the cache does not hold.
 * Throws when a character has no glyph, a text does not fit, or a card is heavier than
 * `largestCard`.
 */
export async function writeCards(
	cards: readonly Card[],
	root: string,
	cache = cardCache,
): Promise<CardTally> {
	const folder = join(root, 'cards');
	await mkdir(folder, { recursive: true });
	await mkdir(cache, { recursive: true });
	const known = new Set(await readdir(cache));
	const fresh = cards.filter((card) => !known.has(cardNameOf(card)));
	if (fresh.length > 0) {
		const draw = await drawn(fresh.map(({ content }) => content));
		for (const card of fresh) {
			const name = cardNameOf(card);
			const png = await draw(card.content);
			if (png.length > largestCard) {
				throw new ContentError({
					what: `The card ${name} weighs ${png.length} bytes; at most ${largestCard} are allowed.`,
					where: card.page.path,
					mend: 'Shorten what it shows, or quantise the palette in src/links/card-files.ts.',
				});
			}
			// Written aside first: a build that stops here must not leave half a card behind.
			const aside = join(cache, `${name}.${process.pid}`);
			await writeFile(aside, png);
			await rename(aside, join(cache, name));
		}
	}
	await Promise.all(
		cards.map((card) => {
			const name = cardNameOf(card);
			return copyFile(join(cache, name), join(folder, name), constants.COPYFILE_FICLONE);
		}),
	);
	return { all: cards.length, drawn: fresh.length };
}

/** Bytes of all cards in a built folder. */
export async function cardBytes(root: string): Promise<number> {
	const folder = join(root, 'cards');
	const names = await readdir(folder);
	const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
	return sizes.reduce((sum, size) => sum + size, 0);
}
