/** Copies of the built pages: each article alone, and the report on one page. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseHTML } from 'linkedom/worker';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { languages, type Language } from '../base/languages.ts';
import { pathOf, withoutBase } from '../base/urls.ts';
import { readReport } from '../content/readers.ts';
import { escaped } from '../base/html.ts';

/**
 * `article.txt` beside each `index.html`, for the reader who sets both editions side by side: the
 * page without its styles and scripts, which the policy of another page would refuse and report. It
 * is text, so that no search engine takes it for a page.
 */
const writeArticles = ({ pages }: BuiltSite) =>
	Promise.all(
		pages.map(({ file, article }) =>
			writeFile(join(dirname(file), 'article.txt'), `<!doctype html>${article.outerHTML}\n`),
		),
	);

/** Slugs of the parts, in reading order: the sections, then what was found, then the terms. */
export const partSlugs = () => [...readReport().sections, 'notes', 'glossary'];

/** A page as a part: its headings one level down, links to other parts at their place here. */
function partOf(page: BuiltPage, slugByPath: ReadonlyMap<string, string>, base: string): string {
	const prose = page.article.querySelector('.prose')!.cloneNode(true) as Element;
	// One Tab stop a part: arrow keys go from there to the links of its blocks.
	for (const link of [...prose.querySelectorAll('.permalink > :first-child')].slice(1)) {
		link.setAttribute('tabindex', '-1');
	}
	// Regions with one name could not be distinguished.
	for (const region of prose.querySelectorAll('section')) region.removeAttribute('aria-label');
	for (const link of prose.querySelectorAll('a[href^="/"]')) {
		const [path = '', id] = link.getAttribute('href')!.split('#');
		const slug = slugByPath.get(withoutBase(path, base));
		if (slug) link.setAttribute('href', `#${id ?? slug}`);
	}
	const lowered = prose.outerHTML.replace(/(?<=<\/?h)[2-5](?=[ >])/g, (h) => `${Number(h) + 1}`);
	return `<section class="report-part" id="${page.slug}"><h2><a href="${base}${page.path.slice(1)}" rel="bookmark">${escaped(page.title)}</a></h2>${lowered}</section>`;
}

/** Contents: each part with its headings. */
function contentsOf(parts: readonly BuiltPage[]): string {
	const entry = (id: string, text: string) => `<a href="#${id}">${text}</a>`;
	const list = (items: readonly string[]) =>
		items.length > 0 ? `<ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol>` : '';
	const items = parts.map(({ slug, title, article }) => {
		const headings = [...article.querySelectorAll('.prose > h2[id]')];
		const below = headings.map(({ id, innerHTML }) => entry(id, innerHTML));
		return entry(slug, escaped(title)) + list(below);
	});
	return list(items);
}

function writeWhole({ root, address, pages, others }: BuiltSite, language: Language) {
	const file = join(root, pathOf('report', language), 'index.html');
	const { document } = parseHTML(others.get(file)!) as unknown as { document: Document };
	const parts = partSlugs().map((slug) =>
		pages.find((page) => page.slug === slug && page.language === language)!,
	);
	const slugByPath = new Map(parts.map(({ path, slug }) => [path, slug]));
	document.querySelector('.report-toc')!.innerHTML = contentsOf(parts);
	// Parsing the parts into the document would cost time and change nothing.
	const place = document.createComment('parts');
	document.querySelector('.whole-report')!.append(place);
	const html = parts.map((part) => partOf(part, slugByPath, address.base)).join('');
	others.set(file, `${document.toString().replace(`<!--${place.data}-->`, () => html)}\n`);
}

/** Writes both kinds of copies. */
export const copiesStage: Stage = {
	name: 'copies',
	async run(site) {
		for (const language of languages) writeWhole(site, language);
		await writeArticles(site);
	},
};
