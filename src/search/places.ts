import { tierCount, tierOf } from './ranking.ts';
import type { TextKind } from './page-text.ts';

/**
 * Where a token stands, as the index knows it: its zone, which says how well a hit there would
 * rank, and its number in its block. Pagefind only needs that tokens of a phrase are numbered in a
 * row. Numbers that begin anew in each block are small, so the index is a third smaller; that two
 * blocks of a page may seem to hold one phrase does no harm, since its text is read afterwards.
 */
export const zoneSize = 2 ** 14;

/**
 * Places of so many tokens of a block. The better the kind of text, the higher the zone. A block of
 * more tokens than a zone has runs on into the next: its phrases are found, if ranked too well.
 */
export function placesOf(kind: TextKind, count: number): number[] {
	const base = (tierCount - 1 - tierOf(kind)) * zoneSize;
	return Array.from({ length: count }, (_, at) => base + at);
}

/** How well a hit at a place ranks: 0 is best. */
export function tierOfPlace(place: number): number {
	return Math.max(0, tierCount - 1 - Math.floor(place / zoneSize));
}
