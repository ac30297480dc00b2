/**
 * The two maps that the browser fetches when, and only when, a link leads nowhere. Both name
 * places as `slug/#id` below the edition's root, so that one map serves `/` and `/en/`.
 */
import type { Language } from '../base/languages.ts';
import { homeSlug } from '../base/urls.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { clipped } from './excerpt.ts';
import type { Redirect } from './ledger.ts';
import { quoteOf } from './quotes.ts';

/** `k7q2` → `risks/#m3x5`: where an id leads that left its page. */
export type MovedMap = Record<string, string>;

/** Slug → id and first words of every block: what a lost link may have meant. */
export type BlockMap = Record<string, [id: string, words: string][]>;

const placeBelowRoot = (slug: string, id: string) =>
	slug === homeSlug ? `#${id}` : `${slug}/#${id}`;

/** Ids that a reader may look for on a page they are no longer on. */
export function movedMapOf(redirects: readonly Redirect[]): MovedMap {
	return Object.fromEntries(
		redirects
			.filter(({ page, id, to, toPage }) => page !== toPage || id !== to)
			.map(({ id, to, toPage }) => [id, placeBelowRoot(toPage, to)]),
	);
}

/** All blocks of an edition by page, with words enough to choose by. */
export function blockMapOf(pages: readonly BuiltPage[], language: Language): BlockMap {
	return Object.fromEntries(
		pages
			.filter((page) => page.language === language)
			.map((page) => [
				page.slug === homeSlug ? '' : page.slug,
				page.blocks.map((block) => [block.id, clipped(quoteOf(block, language), language, 26)]),
			]),
	);
}
