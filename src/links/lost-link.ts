/** Finds what a link that leads nowhere meant: the exact place if one can be told, else the nearest. */
import { editDistance, repairedId, segmentsOf } from './repair.ts';
import type { BlockMap, MovedMap } from './link-maps.ts';

/** A place below the edition's root, `risks/#k7q2`, and words to know it by. */
export interface LostPlace {
	place: string;
	words: string;
}

/** What was found: one place to go to, or up to five to choose from. */
export type Found = { place: string } | { near: LostPlace[] };

const mostSuggestions = 5;

function placesOf(blocks: BlockMap): { slug: string; id: string; words: string }[] {
	return Object.entries(blocks).flatMap(([slug, list]) =>
		list.map(([id, words]) => ({ slug, id, words })),
	);
}

const placeOf = (slug: string, id: string) => (slug ? `${slug}/#${id}` : `#${id}`);

/** How well a place answers a word: ids by letters, words by the characters they share. */
function distanceTo(word: string, id: string, words: string): number {
	const letters = editDistance(word, id) / Math.max(word.length, id.length);
	const wanted = new Set(word);
	const shared = [...wanted].filter((character) => words.includes(character)).length;
	return /[^\0-\x7f]/.test(word) ? 1 - shared / wanted.size : letters;
}

/**
 * Where a path and fragment below the edition's root were meant to lead.
 *
 * @param path Path below the base and the edition, as the browser shows it: `s/k7q2/，然后`.
 * @param fragment Without `#`; may be empty.
 */
export function findLost(path: string, fragment: string, blocks: BlockMap, moved: MovedMap): Found {
	const places = placesOf(blocks);
	const pageById = new Map(places.map(({ slug, id }) => [id, slug]));
	const exactPlace = (text: string): string | undefined => {
		const id = repairedId(text, (name) => pageById.has(name) || name in moved);
		if (!id) return undefined;
		return pageById.has(id) ? placeOf(pageById.get(id)!, id) : moved[id];
	};
	const segments = segmentsOf(path);
	const byFragment = fragment ? exactPlace(fragment) : undefined;
	if (byFragment !== undefined) return { place: byFragment };
	if (segments[0] === 's' && segments[1]) {
		const byId = exactPlace(segments[1]);
		if (byId !== undefined) return { place: byId };
	} else if (segments[0]) {
		const slug = repairedId(segments[0], (name) => name in blocks);
		if (slug) return { place: `${slug}/` };
	}
	const word = (fragment || (segments[0] === 's' ? segments[1] : segments[0]) || '').toLowerCase();
	const pages = Object.keys(blocks).map((slug) => ({
		place: slug ? `${slug}/` : '',
		words: slug,
		distance: distanceTo(word, slug, ''),
	}));
	const near = places.map(({ slug, id, words }) => ({
		place: placeOf(slug, id),
		words,
		distance: distanceTo(word, id, words),
	}));
	return {
		near: [...(segments[0] === 's' || fragment ? [] : pages.filter(({ words }) => words)), ...near]
			.sort((a, b) => a.distance - b.distance)
			.slice(0, mostSuggestions)
			.map(({ place, words }) => ({ place, words })),
	};
}
