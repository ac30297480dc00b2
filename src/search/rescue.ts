import { articleSelector } from '../base/blocks.ts';
import { languageOfPath } from '../base/languages.ts';
import { withBase, withoutBase } from '../base/urls.ts';
import { fetched, type Place } from './library.ts';
import { searchable, type SearchablePage } from './match.ts';
import { pageTextOf } from './page-text.ts';

/**
 * What is left when the search's own files cannot be had: the pages themselves. They are read with
 * the same code that made the files, so the answers are the same; it only takes more bytes.
 */

/** Reads a page from its HTML. The page the reader is on is at hand, even without a network. */
export async function rescuedPage(
	{ path, order }: { path: string; order: number },
	{ base, language }: Place,
): Promise<SearchablePage> {
	const url = withBase(path, base);
	const text = await fetched(url, (response) => response.text()).catch((error: unknown) => {
		if (location.pathname !== url) throw error;
		return document.documentElement.outerHTML;
	});
	const page = new DOMParser().parseFromString(text, 'text/html');
	const article = page.querySelector(articleSelector);
	// A file that was cut before its end would hide text.
	if (!article || !/<\/html>\s*$/i.test(text)) throw new Error(`${url} is not a whole page`);
	return searchable(pageTextOf(article, { path, language, order }));
}

/** Paths of the pages that the current page's contents list links to, in its order. */
export function linkedPaths({ base, language }: Place): string[] {
	const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a[href], .all-sections a')];
	const paths = links
		.filter((link) => link.origin === location.origin && link.pathname.startsWith(base))
		.filter((link) => languageOfPath(link.pathname, base) === language)
		.map((link) => withoutBase(link.pathname, base));
	return [...new Set(paths)];
}
