/** What components and endpoints of Astro know of the site, and of the edition they stand in. */
import { defaultLanguage, languageOfPath, languages, punctuation } from './languages.ts';
import { addressFrom, withBase, withoutBase } from './urls.ts';
import { wordsIn } from './words/index.ts';

/** Where the site is served, as Astro's configuration has it. */
export const siteAddress = addressFrom(process.env);

/** A root-relative path as browsers ask for it, below the base path. */
export const linkTo = (path: string) => withBase(path, siteAddress.base);

/** Language, path without base, punctuation and words of a page, from `Astro` or a context. */
export function editionOf({ url }: { url: URL }) {
	const path = withoutBase(url.pathname, siteAddress.base);
	const language = languageOfPath(path);
	return { language, path, marks: punctuation[language], ...wordsIn(language) };
}

/** Paths of a page under `[...edition]/`: `undefined` is the default language at the root. */
export const editionPaths = () =>
	languages.map((language) => ({
		params: { edition: language === defaultLanguage ? undefined : language },
	}));
