/**
 * Reads what a damaged address meant: a block or page where that is certain, else the nearest
 * blocks. One function for fragments, paths and share addresses, on pages and on the 404 page.
 */
import { distance } from 'fastest-levenshtein';
import { defaultLanguage, languages, type Language } from '../base/languages.ts';
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

const mostSuggestions = 5;

function decodedOnce(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}

/** A text as ids are written: decoded however often it was encoded, ASCII forms, lower case. */
function cleaned(text: string): string {
	return decodedOnce(decodedOnce(decodedOnce(text)))
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Mn}\p{Cc}]/gu, '')
		.replace(/[\p{Pd}−]/gu, '-')
		.toLowerCase();
}

/** Letters and digits alone: a heading's words as other programs make ids of them. */
const folded = (text: string) => cleaned(text).replace(/[^\p{L}\p{N}]/gu, '');

/** What stands in front of ids elsewhere. */
const foreignPrefix =
	/^(?:user-content-|markdown-header-|[^\p{L}\p{N}]+|id[=:-]|(?:[a-z-]+\/)+(?=\w))+/u;

/** An id of our minting with words glued to it; digits after it would be another id. */
const gluedWords = /^([a-z]\d[a-z]\d)[a-z]{2,}$/;

/** Number of a claim however it is written: `17`, `claim17`, `claim_017`, 第 17 条. */
const claimNumber = /^(?:claims?|no|第)?[-_. ]*0*(\d{1,4})[-_. ]*条?$/u;

const placeOf = (slug: string, id = '') => (slug === homeSlug ? '' : `${slug}/`) + (id && `#${id}`);

/** Known ids and pages; maps, so that names of `Object.prototype` are none. */
class Places {
	readonly #slugs = new Map<string, string>();
	readonly #slugById = new Map<string, string>();
	readonly #byWords = new Map<string, string | undefined>();
	readonly #moved: Map<string, string>;

	constructor({ pages, moved }: LinkMap) {
		this.#moved = new Map(Object.entries(moved));
		for (const [slug, title, blocks] of pages) {
			this.#slugs.set(slug, slug).set(folded(title), slug);
			for (const [id, words] of blocks) {
				this.#slugById.set(id, slug);
				// Words that two blocks share mean neither.
				const key = folded(words);
				this.#byWords.set(key, this.#byWords.has(key) ? undefined : id);
			}
		}
	}

	/** The place of the block that a cleaned text means for certain, as an id or as its words. */
	block(text: string, slug: string | undefined): string | undefined {
		const bare = text.replace(foreignPrefix, '');
		const number = claimNumber.exec(bare.replace(/[^\p{L}\p{N}]+$/u, ''))?.[1];
		const isClaim = number && (slug === 'claims' || !/^\d/.test(bare));
		const head = /^[a-z][a-z0-9-]*[a-z0-9]/.exec(bare)?.[0] ?? '';
		const run = /^[a-z][a-z0-9]*(?:[-_ .+]+[a-z0-9]+)*/.exec(bare)?.[0] ?? '';
		const joined = run.replace(/[-_ .+]+/g, '-');
		const ids = isClaim ? [`claim-${number}`] : [head, joined, gluedWords.exec(head)?.[1] ?? ''];
		const id =
			ids.map((one) => this.#moved.get(one) ?? one).find((one) => this.#slugById.has(one)) ??
			(isClaim ? undefined : this.#byWords.get(folded(bare)));
		return id && placeOf(this.#slugById.get(id)!, id);
	}

	/** The page that a cleaned segment means for certain. */
	slug(text: string): string | undefined {
		const bare = text.replace(/\.(?:html?|md|php)$/, '');
		const head = /^[a-z][a-z0-9-_]*[a-z0-9]/.exec(bare)?.[0].replaceAll('_', '-') ?? '';
		return [bare, head, folded(bare)].map((one) => this.#slugs.get(one)).find(Boolean);
	}
}

/** Prefixes by which addresses name an edition. */
const editionPrefix = /^(?:zh(?:-[a-z]+)?|cn|en(?:-[a-z]+)?)(?:\.\w+)?$/;

/** The edition a path below the base means, its other segments, and what follows an encoded `#`. */
function partsOf(path: string): { language: Language; segments: string[]; encoded: string } {
	const [before = '', ...after] = cleaned(path).split('#');
	const segments = before.split(/[/\\]+/).filter(Boolean);
	const at = segments[0] === 's' ? 1 : 0;
	const prefix = editionPrefix.test(segments[at] ?? '') ? segments.splice(at, 1)[0]! : '';
	const language = languages.find((one) => prefix.startsWith(one)) ?? defaultLanguage;
	return { language, segments, encoded: after.join('#') };
}

/** The edition that a path below the base means: `/EN/s/k7q2/` is English. */
export const editionMeant = (path: string): Language => partsOf(path).language;

/** Share of a text that is unlike an id or its words, 0 to 1. */
function unlikeness(text: string, id: string, words: string): number {
	const letters = distance(text, id) / Math.max(text.length, id.length, 1);
	const wanted = new Set(folded(text));
	if (/^[\x20-\x7e]*$/.test(text) || wanted.size === 0) return letters;
	const shared = [...wanted].filter((character) => words.includes(character)).length;
	return Math.min(letters, 1 - shared / wanted.size);
}

/** The places nearest to a text; those of the page it was looked for on come first among equals. */
function nearest(text: string, { pages }: LinkMap, own: string | undefined): NearPlace[] {
	return pages
		.flatMap(([slug, page, blocks]) => [
			{ place: placeOf(slug), page, words: page, away: unlikeness(text, slug, page) },
			...blocks.map(([id, words]) => ({
				place: placeOf(slug, id),
				page,
				words,
				away: unlikeness(text, id, words) - (slug === own ? 0.01 : 0),
			})),
		])
		.sort((a, b) => a.away - b.away)
		.slice(0, mostSuggestions);
}

/**
 * What an address of the browser meant: where to go, never the address itself; or the part of it
 * that is unknown, and what comes nearest.
 *
 * @param base Base path of the site, with both slashes.
 * @param map Places of the edition that `editionMeant` names.
 */
export function repairedAddress(
	{ pathname, hash }: { pathname: string; hash: string },
	base: string,
	map: LinkMap,
): { address: string } | { unknown: string; near: NearPlace[] } {
	const places = new Places(map);
	const path = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
	const { language, segments, encoded } = partsOf(path);
	const [id = '', directive = ''] = (cleaned(hash).replace(/^#/, '') || encoded).split(':~:');
	// Without id, the words of a text directive name the block; a prefix ends in `-,`.
	const tag = id || directive.replace(/^text=(?:[^,]*-,)?/, '').replace(/,.*$/, '');
	const isShare = segments[0] === 's';
	const names = segments.slice(isShare ? 1 : 0).filter((name) => !/^index\.\w+$/.test(name));
	const slug = isShare ? undefined : names[0] ? places.slug(names[0]) : homeSlug;

	const byName = () =>
		names
			.filter((_, at) => at > 0 || !slug)
			.map((name) => places.block(name, slug))
			.find(Boolean);
	const place =
		(tag && places.block(tag, slug)) ||
		(!tag || isShare ? byName() : undefined) ||
		(!tag && slug ? placeOf(slug) : undefined);
	const address = base + pathOf(homeSlug, language).slice(1) + place;
	if (place !== undefined && address !== pathname + hash) return { address };
	const unknown = tag || names.join('/') || segments.join('/');
	return { unknown, near: nearest(unknown, map, slug) };
}
