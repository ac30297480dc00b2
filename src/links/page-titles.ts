import type { Language } from '../base/languages.ts';
import { referenceSlugs } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { openReport } from '../content/open-report.ts';

/** Titles of an edition's pages by slug, in the order of the navigation. */
export function pageTitles(language: Language): Map<string, string> {
	const { home, sections, about } = openReport(language);
	const stops = [home, ...sections].map(({ slug, title }) => [slug, title] as const);
	const references = referenceSlugs.map(
		(slug) => [slug, wordsIn(language).claims[slug].title] as const,
	);
	return new Map([...stops, ...references, ...(about ? [[about.slug, about.title] as const] : [])]);
}
