/** Where in the report claims are, in the words readers see. */
import { punctuation, type Language } from '../base/languages.ts';
import { rangesOf } from '../base/numbers.ts';
import { wordsIn } from '../base/words/index.ts';
import { parts, type Claim } from './claims-schema.ts';

/** Joins overlapping and adjacent numbers and ranges: 7, 7–8, 9 becomes 7–9. */
export function mergePages(pages: readonly string[]): string {
	const ranges = pages.flatMap((one) => one.split(', '));
	const numbers = ranges.flatMap((range) => {
		const [first = 0, last = first] = range.split('–').map(Number);
		return Array.from({ length: last - first + 1 }, (_, at) => first + at);
	});
	return rangesOf([...new Set(numbers)]).join(', ');
}

/**
 * Where in the report some claims are, as readers see it: `核心观点页；正文第 7–8 页`.
 * Each part is named once, with its pages or the numbers of its figures and tables joined.
 */
export function locatorOf(claims: readonly Pick<Claim, 'places'>[], language: Language): string {
	const words = wordsIn(language).site;
	const places = claims.flatMap((claim) => claim.places);
	const names = parts.flatMap((part) => {
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
	return names.join(punctuation[language].semicolon);
}
