/** Where in the report claims are, in the words readers see. */
import type { Language } from '../base/languages.ts';
import { stringsFor } from '../base/words/index.ts';
import type { Claim } from './claims-schema.ts';

type Place = Claim['places'][number];

/** Order in which places are named: where the report makes the claim first. */
const partOrder: readonly Place['part'][] = [
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
 * Where in the report some claims are, as readers see it: `核心观点页；正文第 7–8 页`.
 * Each part is named once, with its pages or the numbers of its figures and tables joined.
 */
export function locatorOf(claims: readonly Pick<Claim, 'places'>[], language: Language): string {
	const words = stringsFor(language);
	const places = claims.flatMap((claim) => claim.places);
	const names = partOrder.flatMap((part) => {
		const here = places.filter((place) => place.part === part);
		if (here.length === 0) return [];
		if (part === 'figure' || part === 'table') {
			const numbers = here.flatMap(({ ref }) => ref?.match(/\d+/)?.[0] ?? []);
			return [words.reportRef[part](mergePages(numbers))];
		}
		const pages = here.flatMap((place) => place.pages ?? []);
		const name = words.place[part];
		return [pages.length > 0 ? words.placePages(name, mergePages(pages)) : name];
	});
	return names.join(words.placeSeparator);
}
