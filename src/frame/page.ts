import { latestChange, type Heading, type SitePage } from '../content/open-report.ts';
import type { Language } from '../base/languages.ts';
import { pathOf, type ReferenceSlug } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';

/** The page of a list beside the report: claims, matters, terms. `outline` is its h2. */
export function referencePage(
	slug: ReferenceSlug,
	language: Language,
	summary: string,
	outline: Heading[] = [],
): SitePage {
	const { title } = wordsIn(language).claims[slug];
	const updated = latestChange(language);
	return { slug, path: pathOf(slug, language), title, summary, updated, outline, pages: undefined };
}
