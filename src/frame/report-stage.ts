/** Fills `/report/` with the pages of the report: the built pages once more, on one. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { referenceSlugs } from '../base/reference-pages.ts';
import { pathOf, withoutBase } from '../base/urls.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { publishedLanguages } from '../base/editions.ts';
import type { Language } from '../base/languages.ts';
import { readReport } from '../content/readers.ts';

/** What belongs to a page of its own, not to a part of a longer one. */
const leftOut = '.permalink, .backlinks, script, style, claim-filter';

/** Slugs of the parts, in reading order: the sections, then what was found, then the terms. */
export const partSlugs = (): string[] => [
	...readReport().sections,
	...referenceSlugs.filter((slug) => slug !== 'claims'),
];

/** Moves the headings of a part one level down: the part's own title is the h2. */
function lowerHeadings(part: Element) {
	for (const level of [5, 4, 3, 2]) {
		for (const heading of part.querySelectorAll(`h${level}`)) {
			const lower = part.ownerDocument.createElement(`h${level + 1}`);
			for (const { name, value } of heading.attributes) lower.setAttribute(name, value);
			lower.append(...heading.childNodes);
			heading.replaceWith(lower);
		}
	}
}

/** Points links to other parts at their place on this page. */
function linkInside(part: Element, slugByPath: ReadonlyMap<string, string>, base: string) {
	for (const link of part.querySelectorAll('a[href^="/"]')) {
		const [path = '', id] = link.getAttribute('href')!.split('#');
		const slug = slugByPath.get(withoutBase(path, base));
		if (slug) link.setAttribute('href', `#${id ?? slug}`);
	}
}

function partOf(page: BuiltPage, document: Document): Element {
	const part = document.createElement('section');
	part.id = page.slug;
	part.className = 'report-part';
	const title = document.createElement('h1');
	title.textContent = page.title;
	const prose = document.importNode(page.article.querySelector('.prose')!, true) as Element;
	for (const element of prose.querySelectorAll(leftOut)) element.remove();
	// Regions of one name could not be told apart.
	for (const region of prose.querySelectorAll('section')) region.removeAttribute('aria-label');
	part.append(title, prose);
	return part;
}

/** Contents of the page: each part with its headings. */
function tocOf(parts: readonly Element[], document: Document): Element {
	const entry = (id: string, text: string) => {
		const item = document.createElement('li');
		const link = document.createElement('a');
		link.setAttribute('href', `#${id}`);
		link.textContent = text;
		item.append(link);
		return item;
	};
	const listOf = (items: Element[]) => {
		const list = document.createElement('ol');
		list.append(...items);
		return list;
	};
	const items = parts.map((part) => {
		const item = entry(part.id, part.querySelector('h1')!.textContent);
		const headings = [...part.querySelectorAll('h2[id]')];
		if (headings.length > 0) {
			item.append(listOf(headings.map(({ id, textContent }) => entry(id, textContent))));
		}
		return item;
	});
	return listOf(items);
}

async function fill({ root, address, pages }: BuiltSite, language: Language): Promise<void> {
	const file = join(root, pathOf('report', language), 'index.html');
	const { document } = parseHTML(await readFile(file, 'utf8')) as unknown as { document: Document };
	const found = partSlugs().map((slug) => {
		const page = pages.find((one) => one.slug === slug && one.language === language);
		if (!page) throw new Error(`${pathOf(slug, language)}: no such page to put into the report.`);
		return page;
	});
	const slugByPath = new Map(found.map(({ path, slug }) => [path, slug]));
	const parts = found.map((page) => partOf(page, document));
	document.querySelector('.report-toc')!.append(tocOf(parts, document));
	for (const part of parts) {
		lowerHeadings(part);
		const title = part.querySelector('h1')!;
		const heading = document.createElement('h2');
		heading.append(...title.childNodes);
		title.replaceWith(heading);
		linkInside(part, slugByPath, address.base);
	}
	document.querySelector('.whole-report')!.append(...parts);
	await writeFile(file, `${document.toString()}\n`);
}

/** Writes the page of each edition. */
export const reportStage: Stage = {
	name: 'report',
	async run(site) {
		for (const language of publishedLanguages()) await fill(site, language);
	},
};
