import { latestChange, type Heading, type PageStop } from '../content/open-report.ts';
import type { Language } from '../base/languages.ts';
import type { ReferenceSlug } from '../base/reference-pages.ts';
import { pathOf } from '../base/urls.ts';
import { provenanceWords } from '../base/words/index.ts';

/** What a page's layout needs; a page written in MDX has an entry. */
export type LayoutPage = Omit<PageStop, 'entry'> & Partial<Pick<PageStop, 'entry'>>;

/** The page of a list beside the report: claims, matters, terms. `outline` is its h2. */
export async function referencePage(
	slug: ReferenceSlug,
	language: Language,
	summary: string,
	outline: Heading[] = [],
): Promise<LayoutPage> {
	const { title } = provenanceWords[language][slug];
	const updated = await latestChange(language);
	return { slug, path: pathOf(slug, language), title, summary, updated, outline, pages: undefined };
}
