/** The browser's part of lost links, loaded only when one is met. */
import type { BlockMap, MovedMap } from './link-maps.ts';
import { findLost, type Found } from './lost-link.ts';
import { repairedId } from './repair.ts';

const { base = '/' } = document.documentElement.dataset;

/** Root of the edition the page belongs to, `/repo/` or `/repo/en/`. */
const edition = location.pathname.startsWith(`${base}en/`) ? `${base}en/` : base;

async function fetched<Value>(address: string): Promise<Value | undefined> {
	try {
		const response = await fetch(address);
		return response.ok ? ((await response.json()) as Value) : undefined;
	} catch {
		return undefined;
	}
}

const movedMap = () => fetched<MovedMap>(`${base}moved.json`);
const blockMap = () => fetched<BlockMap>(`${edition}links.json`);

/** Address of a place below the edition's root. */
export const addressOf = (place: string) => edition + place;

/**
 * Sends a reader on whose fragment names nothing on this page: first through the small map of what
 * has moved, then through all blocks of the edition. Stays where nothing is certain.
 */
export async function followLostFragment(fragment: string): Promise<void> {
	const moved = (await movedMap()) ?? {};
	const id = repairedId(fragment, (name) => name in moved);
	if (id) {
		location.replace(addressOf(moved[id]!));
		return;
	}
	const found = findLost('', fragment, (await blockMap()) ?? {}, moved);
	if ('place' in found) location.replace(addressOf(found.place));
}

/** Where this page's own address was meant to lead; for the 404 page. */
export async function findThisPage(): Promise<Found> {
	const [moved, blocks] = await Promise.all([movedMap(), blockMap()]);
	const path = location.pathname.slice(edition.length);
	return findLost(path, location.hash.slice(1), blocks ?? {}, moved ?? {});
}
