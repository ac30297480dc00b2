/**
 * Reads what a damaged address meant: a block or page where that is certain, else the nearest
 * blocks. One function for fragments, paths and share addresses, on pages and on the 404 page.
 */
import { languages, type Language } from '../base/languages.ts';
import { homeSlug, pathOf } from '../base/urls.ts';

/** Every place of an edition, `links.json`; the browser fetches it when an address leads nowhere. */
export interface LinkMap {
	/** Slug, title and blocks of each page; a block is its id and words to know it by. */
	pages: [slug: string, title: string, blocks: [id: string, words: string][]][];
	/** Released ids that are no longer on the site, and the id each leads to. */
	moved: Record<string, string>;
}

/** A place below the edition's root, `risks/#k7q2`, and words to know it by. */
export interface NearPlace {
	place: string;
	page: string;
	words: string;
}

/** The place an address meant, or what comes nearest and the part that is unknown. */
export type Repair = { place: string } | { unknown: string; near: NearPlace[] };

const mostSuggestions = 5;

function decodedOnce(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A text as ids are written: decoded however often it was encoded, ASCII forms, lower case. */
export function cleaned(text: string): string {
	let plain = text;
	for (let round = 0; round < 3; round += 1) plain = decodedOnce(plain);
	return plain
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Mn}\p{Cc}]/gu, '')
		.replace(/[\p{Pd}−]/gu, '-')
		.toLowerCase();
}

/** Letters and digits alone: a heading's words as other programs make ids of them. */
const folded = (text: string) => cleaned(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What stands in front of ids elsewhere. */
const foreignPrefix = /^(?:user-content-|[^\p{L}\p{N}]+|id[=:-])+/u;

/** An id of our minting with words glued to it; digits after it would be another id. */
const gluedWords = /^([a-z]\d[a-z]\d)[a-z]{2,}$/;

/** Number of a claim however it is written: `17`, `claim17`, `claim_017`, 第 17 条. */
const claimNumber = /^(?:claims?|no|第)?[-_. ]*0*(\d{1,4})[-_. ]*条?$/u;

/** Known ids and pages, for look-ups that see own entries only. */
class Places {
	readonly slugs = new Map<string, string>();
	readonly slugById = new Map<string, string>();
	readonly moved: Map<string, string>;
	readonly #byWords = new Map<string, string[]>();

	constructor({ pages, moved }: LinkMap) {
		this.moved = new Map(Object.entries(moved));
		for (const [slug, title, blocks] of pages) {
			this.slugs.set(slug, slug).set(folded(title), slug);
			for (const [id, words] of blocks) {
				this.slugById.set(id, slug);
				const key = folded(words);
				if (key.length > 1) this.#byWords.set(key, [...(this.#byWords.get(key) ?? []), id]);
			}
		}
	}

	#known(id: string): string | undefined {
		const target = this.moved.get(id) ?? id;
		return this.slugById.has(target) ? target : undefined;
	}

	/** The id that a cleaned text means for certain. */
	idOf(text: string, slug: string | undefined): string | undefined {
		const bare = text.replace(foreignPrefix, '');
		const number = claimNumber.exec(bare.replace(/[^\p{L}\p{N}]+$/u, ''))?.[1];
		if (number && (slug === 'claims' || !/^\d/.test(bare))) return this.#known(`claim-${number}`);
		const [run = ''] = /^[a-z][a-z0-9]*(?:[-_ .+]+[a-z0-9]+)*/.exec(bare) ?? [];
		const joined = run.replace(/[-_ .+]+/g, '-');
		const head = /^[a-z][a-z0-9-]*[a-z0-9]/.exec(bare)?.[0] ?? '';
		const glued = gluedWords.exec(head)?.[1] ?? '';
		const found = this.#known(head) ?? this.#known(joined) ?? this.#known(glued);
		if (found) return found;
		const same = this.#byWords.get(folded(text));
		return same?.length === 1 ? same[0] : undefined;
	}

	/** The page that a cleaned segment means for certain. */
	slugOf(text: string): string | undefined {
		const bare = text.replace(/\.(?:html?|md|php)$/, '');
		const head = /^[a-z][a-z0-9-_]*[a-z0-9]/.exec(bare)?.[0].replaceAll('_', '-') ?? '';
		return this.slugs.get(bare) ?? this.slugs.get(head) ?? this.slugs.get(folded(bare));
	}

	place(id: string): string {
		return placeOf(this.slugById.get(id)!, id);
	}
}

const placeOf = (slug: string, id = '') => (slug === homeSlug ? '' : `${slug}/`) + (id && `#${id}`);

/** Prefixes by which addresses name an edition. */
const editionPrefix = /^(?:zh(?:-[a-z]+)?|cn|en(?:-[a-z]+)?)$/;

/** The edition a path below the base means, and its other segments, cleaned. */
function segmentsOf(path: string): { language: Language; segments: string[] } {
	const [before = ''] = cleaned(path).split('#');
	const segments = before.split(/[/\\]+/).filter(Boolean);
	const prefix = editionPrefix.test(segments[0] ?? '') ? segments.shift()! : '';
	return { language: languages.find((one) => prefix.startsWith(one)) ?? 'zh', segments };
}

/** The edition that a path below the base means: `/EN/s/k7q2/` is English. */
export const editionMeant = (path: string): Language => segmentsOf(path).language;

/** Fewest single-letter changes between two texts (Levenshtein distance). */
export function editDistance(one: string, other: string): number {
	let row = Array.from({ length: other.length + 1 }, (_, at) => at);
	for (const [i, letter] of [...one].entries()) {
		const next = [i + 1];
		for (let j = 1; j <= other.length; j += 1) {
			const change = letter === other[j - 1] ? 0 : 1;
			next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + change);
		}
		row = next;
	}
	return row.at(-1)!;
}

/** Share of a text that is unlike an id or its words, 0 to 1. */
function distanceTo(text: string, id: string, words: string): number {
	const letters = editDistance(text, id) / Math.max(text.length, id.length, 1);
	const wanted = new Set(folded(text));
	if (/^[\x20-\x7e]*$/.test(text) || wanted.size === 0) return letters;
	const shared = [...wanted].filter((character) => words.includes(character)).length;
	return Math.min(letters, 1 - shared / wanted.size);
}

/** The places nearest to a text; those of the page it was looked for on come first among equals. */
function nearest(text: string, map: LinkMap, slug: string | undefined): NearPlace[] {
	const places = map.pages.flatMap(([page, title, blocks]) => [
		{ place: placeOf(page), page: title, words: title, distance: distanceTo(text, page, title) },
		...blocks.map(([id, words]) => ({
			place: placeOf(page, id),
			page: title,
			words,
			distance: distanceTo(text, id, words) - (page === slug ? 0.01 : 0),
		})),
	]);
	return places
		.toSorted((a, b) => a.distance - b.distance)
		.slice(0, mostSuggestions)
		.map(({ place, page, words }) => ({ place, page, words }));
}

/**
 * What an address meant.
 *
 * @param path Path below the base, as the browser shows it: `/en/s/k7q2/，然后`.
 * @param fragment With or without `#`; may be empty.
 * @param map Places of the edition that `editionMeant` names.
 */
export function repaired(path: string, fragment: string, map: LinkMap): Repair {
	const places = new Places(map);
	const { segments } = segmentsOf(path);
	const encoded = cleaned(path).split('#').slice(1).join('#');
	const tag = (cleaned(fragment).replace(/^#/, '') || encoded).replace(/:~:.*$/, '');
	const isShare = segments[0] === 's';
	const names = segments.slice(isShare ? 1 : 0).filter((name) => !/^index\.\w+$/.test(name));
	const slug = isShare ? undefined : names[0] ? places.slugOf(names[0]) : homeSlug;

	const id = tag ? places.idOf(tag, slug) : undefined;
	if (id) return { place: places.place(id) };
	if (!tag || isShare) {
		for (const name of names) {
			const found = name === names[0] && slug ? undefined : places.idOf(name, slug);
			if (found) return { place: places.place(found) };
		}
	}
	if (!tag && slug) return { place: placeOf(slug) };
	const unknown = tag || names.join('/') || segments.join('/');
	return { unknown, near: nearest(unknown, map, slug) };
}

/**
 * The same for a whole address of the browser: where to go, never the address itself.
 *
 * @param base Base path of the site, with both slashes.
 */
export function repairedAddress(
	{ pathname, hash }: { pathname: string; hash: string },
	base: string,
	map: LinkMap,
): { address: string } | Extract<Repair, { near: unknown }> {
	const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
	const language = editionMeant(path);
	const found = repaired(path, hash, map);
	if (!('place' in found)) return found;
	const address = base + pathOf(homeSlug, language).slice(1) + found.place;
	if (address !== pathname + hash) return { address };
	const unknown = cleaned(path);
	return { unknown, near: nearest(unknown, map, undefined) };
}
