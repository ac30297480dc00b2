/** Draws cards into files whose names carry a hash of what they say; known ones are copied. */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import { ContentError } from '../lib/content-error.ts';
import { homeSlug } from '../lib/urls.ts';
import { cardSize, cardStyle, cardTree, cardWords, type CardContent } from './card-drawing.ts';
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

async function drawn(contents: CardContent[]): Promise<(content: CardContent) => Promise<Buffer>> {
	const renderer = new Renderer();
	for (const font of fontsFor(contents.map(cardWords).join(''))) await renderer.registerFont(font);
	return (content) =>
		renderer.render(cardTree(content), { ...cardSize, format: 'png', css: [cardStyle.css] });
}

/** How many cards there are and how many had to be drawn. */
export interface CardTally {
	all: number;
	drawn: number;
}

/**
 * Writes every card to `<root>/cards/`, drawing those the cache does not hold.
 * Throws when a character has no glyph or a card is heavier than `largestCard`.
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
					mend: 'Shorten what it shows, or quantise the palette in src/permalinks/card-files.ts.',
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
