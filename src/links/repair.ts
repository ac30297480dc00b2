/**
 * Reads what a damaged address meant: a block or page where that is certain, else the nearest
 * blocks. One function for fragments, paths and share addresses, on pages and on the 404 page.
 */
import { distance } from 'fastest-levenshtein';
import { defaultLanguage, languages, rootOf, type Language } from '../base/languages.ts';
import { homeSlug, withBase, withoutBase } from '../base/urls.ts';

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

/** Decodes what can be decoded; a broken code leaves the others alone. */
const decodedOnce = (text: string) =>
	text.replace(/(?:%[0-9a-f]{2})+/gi, (codes) => {
		try {
			return decodeURIComponent(codes);
		} catch {
			return codes;
		}
	});

/** An address that another one runs into, as where a chat loses the line between them. */
const nextAddress = /(?<=[\p{L}\p{N}])[^\p{L}\p{N}=]*https?:\/.*$/u;

/** A text as ids are written: decoded however often it was encoded, ASCII forms, lower case. */
function cleaned(text: string): string {
	return decodedOnce(decodedOnce(decodedOnce(text)))
		.normalize('NFKC')
		.replace(/[\p{Cf}\p{Mn}]|\s*\p{Cc}\s*/gu, '')
		.replace(/[\p{Pd}−]/gu, '-')
		.toLowerCase()
		.replace(nextAddress, '');
}

/** Letters and digits alone, as other programs make ids of words. */
const letters = (text: string) => cleaned(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The same, but what stood between two digits keeps them apart: `claim-1.5` is not claim 15. */
const folded = (text: string) =>
	cleaned(text)
		.split(/(?<=\d)[^\p{L}\p{N}]+(?=\d)/u)
		.map(letters)
		.join('-');

/** What stands in front of ids elsewhere; `35;` is left of `&#35;`. */
const foreignPrefix =
	/^(?:user-content-|markdown-header-|(?:35|x23);|(?:h\d?|heading|sec|section|toc)-|[^\p{L}\p{N}]+|id[=:-]|(?:[\w.:-]+\/)+(?=[a-z]))+/u;

/** What other programs put behind ids. */
const parameters = /[?&;][\p{L}_][\w.-]*=.*$/u;

/**
 * What apps, feeds and routers write in place of a fragment, to count readers or for themselves:
 * whatever has a value and does not name a place.
 */
const notOfPage =
	/^(?:[!/.?_=]*|wechat_redirect|rd|google_vignette|(?!(?:heading|id|item|line|n|no|p|page|sec|section|text)=)[a-z_]+=.*)$/u;

/** Another word before an id that cannot be taken for a word itself. */
const otherPrefix = /^[a-z]+[-_.:=/ ]+(?=[a-z]\w*(?:\d|-))/;

/** An id of our minting with words glued to it; digits after it would be another id. */
const gluedWords = /^([a-z]\d[a-z]\d)[a-z]{2,}$/;

/**
 * Whether what follows belongs to what was read: a number behind an id, as in `claim-1.5`,
 * `claim-15–16` and `k7q2_2`, which are none of ours; or a further word behind words of a block.
 */
function goesOn(id: string, written: string, rest: string): boolean {
	if (folded(written) !== folded(id) && /^[^\p{L}\p{N}]*[a-z]/u.test(rest)) return true;
	return (/-\d+$/.test(id) ? /^[^\p{L}\p{N}]*\d/u : /^[-_.~+ ]*\d/).test(rest);
}

/** Number of a claim however it is written: `17`, `claim17`, `claim_017`, 第 17 条. */
const claimNumber = /^(?:(?:claims?|no|第|论断)[-_. /]*)*0*(\d{1,4})[-_. ]*条?$/u;

const placeOf = (slug: string, id = '') => (slug === homeSlug ? '' : `${slug}/`) + (id && `#${id}`);

/** Reads what texts mean among known ids and pages; maps, so that names of `Object.prototype` are none. */
function readerOf({ pages, moved }: LinkMap) {
	/** Ids, and those they have now. */
	const known = new Map(Object.entries(moved));
	const [slugByName, slugById] = [new Map<string, string>(), new Map<string, string>()];
	const idByWords = new Map<string, string | undefined>();
	for (const [slug, title, blocks] of pages) {
		for (const name of [slug, title]) slugByName.set(folded(name), slug);
		for (const [id, words] of blocks) {
			known.set(id, id);
			slugById.set(id, slug);
			for (const key of new Set([folded(id), folded(words), letters(words)])) {
				// Words that two blocks share mean neither.
				idByWords.set(key, idByWords.has(key) ? undefined : id);
			}
		}
	}

	/** The id a text begins with, in one of its spellings. */
	function head(text: string): string | undefined {
		for (const spelling of [/^[a-z][a-z0-9]*(?:[-_ .+]+[a-z0-9]+)*/, /^[a-z][a-z0-9-]*[a-z0-9]/]) {
			const written = spelling.exec(text)?.[0] ?? '';
			const id = known.get(written) ?? idByWords.get(folded(written));
			if (id && !goesOn(id, written, text.slice(written.length))) return id;
		}
		return known.get(gluedWords.exec(text)?.[1] ?? '');
	}

	return {
		/** The place of the block that a cleaned text means for certain, as an id or as its words. */
		block(text: string, slug: string | undefined): string | undefined {
			const bare = text.replace(foreignPrefix, '');
			const number = claimNumber.exec(bare.replace(/[^\p{L}\p{N}]+$/u, ''))?.[1];
			const isClaim = number && (slug === 'claims' || !/^\d/.test(bare));
			const id = isClaim
				? known.get(`claim-${number}`)
				: [text, bare, bare.replace(otherPrefix, '')]
						.map((one) => idByWords.get(folded(one)) ?? head(one))
						.find(Boolean);
			return id && placeOf(slugById.get(id)!, id);
		},

		/** The page that a cleaned segment means for certain. */
		slug(text: string): string | undefined {
			const bare = text.replace(foreignPrefix, '');
			const start = /^[a-z][a-z0-9-_]*/.exec(bare)?.[0] ?? '';
			return slugByName.get(folded(bare)) ?? slugByName.get(folded(start));
		},
	};
}

/** Prefixes by which addresses name an edition. */
const editionPrefix = /^(?:zh|cn|chinese|en|english)(?:[-_][a-z]+)?(?:\.\w+)?[^a-z0-9]*$/;

/** The edition a path below the base means, its other segments, and what follows an encoded `#`. */
function partsOf(path: string): { language: Language; segments: string[]; encoded: string } {
	const [before = '', ...after] = cleaned(path).split(/#|[?&]_escaped_fragment_=/);
	const segments = before.split(/[/\\]+/).filter(Boolean);
	const at = segments.findIndex((segment) => editionPrefix.test(segment));
	const prefix = at < 0 ? '' : segments.splice(at, 1)[0]!;
	const language = languages.find((one) => prefix.startsWith(one)) ?? defaultLanguage;
	return { language, segments, encoded: after.join('#') };
}

/** The edition that a path below the base means: `/EN/s/k7q2/` is English. */
export const editionMeant = (path: string): Language => partsOf(path).language;

/** Share of a text that is unlike an id or its words, 0 to 1. */
function unlikeness(text: string, id: string, words: string): number {
	const apart = distance(text, id) / Math.max(text.length, id.length, 1);
	const isLatin = /^[\x20-\x7e]*$/.test(text);
	// Words of at least four letters, or Chinese characters; `claim` says nothing in `claim-156`.
	const inLatin = /\d/.test(text) ? [] : text.match(/[a-z]{4,}/g);
	const wanted = new Set(isLatin ? inLatin : letters(text));
	if (wanted.size === 0) return apart;
	const known = words.toLowerCase();
	const shared = [...wanted].filter((one) => known.includes(one)).length;
	return Math.min(apart, 1 - shared / wanted.size + apart / 10);
}

/** The places nearest to a text; those of the page it was looked for on come first among equals. */
function nearest(text: string, { pages }: LinkMap, own: string | undefined): NearPlace[] {
	return pages
		.flatMap(([slug, page, blocks]) =>
			[['', page] as const, ...blocks].map(([id, words]) => ({
				place: placeOf(slug, id),
				page,
				words,
				away: unlikeness(text, id || slug, words) - (id && slug === own ? 0.01 : 0),
			})),
		)
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
	{ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>,
	base: string,
	map: LinkMap,
): { address: string } | { unknown: string; near: NearPlace[] } {
	const places = readerOf(map);
	const { language, segments, encoded } = partsOf(withoutBase(pathname, base));
	const written = cleaned(hash).replace(/^#/, '') || encoded || partsOf(search).encoded;
	const [id = '', directive = ''] = written.split(':~:');
	// Without id, the words of a text directive name the block; a prefix ends in `-,`.
	const words = directive.replace(/^text=(?:[^,]*-,)?/, '').replace(/,.*$/, '');
	const tag = (id || words).replace(parameters, '');
	const isShare = segments[0] === 's';
	const names = segments.slice(isShare ? 1 : 0).filter((name) => !/^index\.\w+$/.test(name));
	const at = isShare ? -1 : names.findIndex((name) => places.slug(name));
	const slug = names[at] ? places.slug(names[at]) : isShare ? undefined : homeSlug;
	const rest = names
		.slice(at + 1)
		.join('/')
		.replace(parameters, '')
		.replace(/\.html?$/, '');

	// Text that was glued to the address of a page begins unlike an id, and means no other page.
	const isPage = slug && !(names[at] ? /^[a-z]|\d/ : /[\p{L}\p{N}]/u).test(rest);
	const behind = places.block(rest, slug);
	const isGlued = isPage && !behind?.startsWith(`${slug}/`);
	// Words of a block, a term for one, are offered.
	const isOther = /\p{L}{2}/u.test(rest) && places.slug(rest) !== slug;
	const isNamed = isOther && nearest(rest, map, slug)[0]!.words.includes(rest);
	// A page's title names that page, though a part of another page may have the same heading.
	const isTitle = slug && places.slug(tag) === slug;
	const place =
		(isTitle ? undefined : places.block(tag, slug)) ??
		(isGlued ? undefined : behind) ??
		(isPage && !isNamed && (isTitle || notOfPage.test(tag)) ? placeOf(slug) : undefined);
	const address = withBase(rootOf(language), base) + place;
	if (place !== undefined && address !== pathname + hash) return { address };
	const unknown = tag || rest || segments.join('/');
	return { unknown, near: nearest(unknown, map, slug) };
}
