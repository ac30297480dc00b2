import type { Language } from '../base/languages.ts';
import { openReport } from '../content/open-report.ts';

/** Titles of an edition's pages by slug, in the order of the navigation. */
export function pageTitles(language: Language): Map<string, string> {
	const { home, sections, references } = openReport(language);
	return new Map([home, ...sections, ...references].map(({ slug, title }) => [slug, title]));
}
