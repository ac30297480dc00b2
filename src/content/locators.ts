/** Where in the report claims stand, in the words readers see. */
import type { Language } from '../base/languages.ts';
import { stringsFor } from '../base/words/index.ts';
import type { Claim } from './schema.ts';

type Place = Claim['places'][number];

/** Order in which places are told: where the report says it first. */
const partOrder: Place['part'][] = [
	'cover',
	'key-points',
	'contents',
	'valuation',
	'body',
	'figure',
	'table',
	'throughout',
];

interface PageRange {
	first: number;
	last: number;
}

/** Joins overlapping and adjacent numbers and ranges: 7, 7–8, 9 becomes 7–9. */
export function mergePages(pages: readonly string[]): string {
	const ranges = pages
		.flatMap((text) => text.split(/[,、]\s*/))
		.map((text): PageRange => {
			const [first, last] = text.split('–').map(Number);
			return { first: first!, last: last ?? first! };
		})
		.sort((a, b) => a.first - b.first);
	const merged: PageRange[] = [];
	for (const range of ranges) {
		const previous = merged.at(-1);
		if (previous && range.first <= previous.last + 1) {
			previous.last = Math.max(previous.last, range.last);
		} else merged.push({ ...range });
	}
	return merged
		.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`))
		.join(', ');
}

/**
 * Where in the report some claims stand, as readers see it: `核心观点页；正文第 7–8 页`.
 * Places are told once each, pages of one part are joined.
 */
export function locatorOf(claims: readonly Pick<Claim, 'places'>[], language: Language): string {
	const words = stringsFor(language);
	const places = claims.flatMap((claim) => claim.places);
	const told: string[] = [];
	for (const part of partOrder) {
		const here = places.filter((place) => place.part === part);
		if (here.length === 0) continue;
		const gap = language === 'zh' ? '' : ' ';
		if (part === 'figure' || part === 'table') {
			const numbers = here.flatMap(({ ref }) => ref?.match(/\d+/)?.[0] ?? []);
			told.push(`${words.place[part]}${gap}${words.reportRef[part]} ${mergePages(numbers)}`);
			continue;
		}
		const pages = here.flatMap((place) => (place.pages ? [place.pages] : []));
		const suffix = pages.length > 0 ? gap + words.placePages(mergePages(pages)) : '';
		told.push(words.place[part] + suffix);
	}
	return [...new Set(told)].join(words.placeSeparator);
}
