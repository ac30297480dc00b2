/** Which sections of the site are pointed at from other pages, and from where. */
import type { BuiltPage } from '../base/built-site.ts';
import { isExternal, withoutBase } from '../base/urls.ts';
import { placeOf, placeTitle } from './quote.ts';

/** A block on another page that links to a section. */
export interface Backlink {
	/** Root-relative path and fragment of the linking block. */
	from: string;
	/** Where that is: 技术逻辑 § 三步训练. */
	title: string;
}

/** Links that are furniture, not somebody pointing at something; a register's entries are too. */
export const linkFurniture =
	'.permalink, .backlinks, .locator, .note-more, .term, [data-reference], nav, header';

function linksOf(page: BuiltPage): Element[] {
	return [...page.article.querySelectorAll('a[href]')].filter(
		(link) => !link.closest(linkFurniture),
	);
}

/**
 * Backlinks of every section, as `path#heading` → who points there. A link to a block counts for
 * the section it stands in; several from one section count once; links within a page do not count.
 *
 * @param base Base path of the site, with both slashes.
 */
export function backlinksOf(pages: readonly BuiltPage[], base: string): Map<string, Backlink[]> {
	const pageByPath = new Map(pages.map((page) => [page.path, page]));
	const found = new Map<string, Backlink[]>();
	for (const page of pages) {
		for (const link of linksOf(page)) {
			const href = link.getAttribute('href') ?? '';
			if (isExternal(href) || !href.includes('#')) continue;
			const [path, fragment] = withoutBase(href, base).split('#') as [string, string];
			const target = pageByPath.get(path);
			const section = target?.blocks.find(({ id }) => id === fragment)?.headingPath.at(-1);
			if (!target || !section || target === page) continue;
			const block = page.blocks.find(
				({ element, kind }) => kind !== 'heading' && element.contains(link),
			);
			const title = placeTitle(placeOf(page.document, block));
			const key = `${target.path}#${section}`;
			const known = found.get(key) ?? [];
			found.set(key, known);
			if (known.some((backlink) => backlink.title === title)) continue;
			known.push({ from: block ? `${page.path}#${block.id}` : page.path, title });
		}
	}
	return found;
}
