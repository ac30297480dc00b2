import { closestHits } from './closest.ts';
import type { Range, SearchablePage } from './match.ts';
import type { Matcher } from './matcher.ts';
import { headingPathOf, type TextBlock } from './page-text.ts';
import { isEmpty, type Query } from './query.ts';
import { byRank, rankOf, type Rank, type Reach } from './ranking.ts';
import type { LanguageRules } from './rules.ts';

/** One block that answers the query. */
export interface Hit {
	page: SearchablePage['page'];
	block: TextBlock;
	/** Position of the block on its page. */
	at: number;
	/** Where the phrases stand in its text, and the folded texts to mark on its page. */
	ranges: Range[];
	marks: readonly string[];
	rank: Rank;
}

/** Hits under one heading, best first. */
export interface HitSection {
	/** Titles from the page down to the heading. */
	trail: string[];
	/** Root-relative path of the page without the base. */
	path: string;
	hits: Hit[];
}

/**
 * What the pages say to a query.
 *
 * `exact` holds the places where the query stands as typed (a space next to Han is ignored, as in
 * the text; in English the words stand in a row, in any of their forms: `english.ts`). Where it
 * does not stand so anywhere, its phrases are taken apart: `exact` then holds the blocks, else the
 * sections, else the pages, in which every phrase occurs. `apart` holds these when the query
 * stands as typed elsewhere. `closest` is only filled when `exact` is empty, and never exact.
 */
export interface Answer {
	exact: HitSection[];
	apart: HitSection[];
	closest: HitSection[];
	/** Number of blocks in `exact`. */
	exactCount: number;
}

/** Answers a query from the pages given; the pages decide how much is known, not the engine. */
export function answer(
	query: Query,
	pages: readonly SearchablePage[],
	rules: LanguageRules,
): Answer {
	if (isEmpty(query)) return { exact: [], apart: [], closest: [], exactCount: 0 };
	const matcher = rules.matcherFor(query);
	const strict = answerOf(query, pages, matcher);
	if (strict.exactCount > 0) return strict;
	const lenient = matcher.lenient();
	return lenient ? answerOf(query, pages, lenient) : strict;
}

function answerOf(query: Query, pages: readonly SearchablePage[], matcher: Matcher): Answer {
	const whole = pages.flatMap((page) => wholeHits(query, page, matcher));
	const apart = query.phrases.length > 1 ? apartHits(query, pages, matcher, whole) : [];
	const exact = whole.length > 0 ? whole : apart;
	const closest = exact.length === 0 ? closestHits(matcher, pages) : [];
	return {
		exact: sectionsOf(exact),
		apart: whole.length > 0 ? sectionsOf(apart) : [],
		closest: sectionsOf(closest),
		exactCount: exact.length,
	};
}

/**
 * Blocks of one page that answer a query, counted apart: as typed, and phrase by phrase. The sums
 * over pages tell whether enough has been read, without answering after each of them.
 */
export function countHits(
	query: Query,
	page: SearchablePage,
	rules: LanguageRules,
): { whole: number; apart: number } {
	const count = (matcher: Matcher) => {
		const whole = wholeHits(query, page, matcher);
		const apart = query.phrases.length > 1 ? apartHits(query, [page], matcher, whole) : [];
		return { whole: whole.length, apart: apart.length };
	};
	const matcher = rules.matcherFor(query);
	const counts = count(matcher);
	const lenient = counts.whole + counts.apart === 0 && matcher.lenient();
	return lenient ? count(lenient) : counts;
}

function wholeHits(query: Query, page: SearchablePage, matcher: Matcher): Hit[] {
	if (!query.whole) return [];
	return page.folded.flatMap((_, at) =>
		matcher.occurs(page, at, query.whole) ? hitOf(matcher, page, at, [query.whole], 'whole') : [],
	);
}

/** A hit at a block, with its marks and its rank. */
function hitOf(
	matcher: Matcher,
	searched: SearchablePage,
	at: number,
	phrases: readonly string[],
	reach: Reach,
): Hit {
	const { page } = searched;
	const block = page.blocks[at]!;
	const { ranges, wordFit, isAll } = matcher.find(searched, at, phrases);
	const rank = rankOf({
		reach: reach === 'whole' ? matcher.wholeReach(wordFit) : reach,
		kind: block.kind,
		isQuery: isAll,
		wordFit,
		pageOrder: page.order,
		block: at,
	});
	return { page, block, at, ranges, marks: matcher.marksFor(searched, phrases), rank };
}

/** Blocks that together hold every phrase: within one section, else within one page. */
function apartHits(
	query: Query,
	pages: readonly SearchablePage[],
	matcher: Matcher,
	known: readonly Hit[],
): Hit[] {
	const isKnown = new Set(known.map((hit) => hit.block));
	const found: Hit[] = [];
	for (const page of pages) {
		const phrasesAt = page.folded.map((_, at) =>
			query.phrases.filter((phrase) => matcher.occurs(page, at, phrase)),
		);
		const blocks = [...page.folded.keys()];
		const sections = Map.groupBy(blocks, (at) => headingPathOf(page.page, at)[0] ?? -1);
		const inSections = [...sections.values()].flatMap((at) =>
			coverOf(at, phrasesAt, query.phrases),
		);
		const cover = inSections.length > 0 ? inSections : coverOf(blocks, phrasesAt, query.phrases);
		const spread: Reach = inSections.length > 0 ? 'section' : 'page';
		for (const at of cover) {
			if (isKnown.has(page.page.blocks[at]!)) continue;
			const phrases = phrasesAt[at]!;
			found.push(
				hitOf(
					matcher,
					page,
					at,
					phrases,
					phrases.length === query.phrases.length ? 'block' : spread,
				),
			);
		}
	}
	return found;
}

/**
 * The blocks to show for a stretch of text that holds every phrase: those that hold all of them;
 * else the fewest that do together, taking the fullest first. Empty if a phrase is missing.
 */
function coverOf(
	blocks: readonly number[],
	phrasesAt: readonly (readonly string[])[],
	phrases: readonly string[],
): number[] {
	const full = blocks.filter((at) => phrasesAt[at]!.length === phrases.length);
	if (full.length > 0) return full;
	const missing = new Set(phrases);
	const cover: number[] = [];
	while (missing.size > 0) {
		const gain = (at: number) => phrasesAt[at]!.filter((phrase) => missing.has(phrase)).length;
		const best = blocks.reduce((a, b) => (gain(b) > gain(a) ? b : a), blocks[0] ?? -1);
		if (best < 0 || gain(best) === 0) return [];
		cover.push(best);
		for (const phrase of phrasesAt[best]!) missing.delete(phrase);
	}
	return cover.sort((a, b) => a - b);
}

/** Groups hits under their headings; sections and the hits in them come best first. */
export function sectionsOf(hits: readonly Hit[]): HitSection[] {
	const ranked = [...hits].sort((a, b) => byRank(a.rank, b.rank));
	const bySection = Map.groupBy(ranked, (hit) => {
		const path = headingPathOf(hit.page, hit.at);
		return `${hit.page.path}#${path.at(-1) ?? ''}`;
	});
	return [...bySection.values()].map((group) => {
		const { page, at } = group[0]!;
		const headings = headingPathOf(page, at).map((heading) => page.blocks[heading]!.text);
		return { trail: [page.title, ...headings], path: page.path, hits: group };
	});
}
