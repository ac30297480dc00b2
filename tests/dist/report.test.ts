import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { blocksOf, textOf } from '../../src/base/blocks.ts';
import { pathOf, urlOf, withBase } from '../../src/base/urls.ts';
import { partSlugs } from '../../src/frame/copies-stage.ts';
import { languages } from '../../src/base/languages.ts';
import { placeOf } from '../../src/links/quote.ts';
import { address, dist, htmlAt, pagesIn } from './dist.ts';

const leftOut = 'script, style, claim-filter';

/** What a reader reads of an element: its words without the controls around them. */
function wordsOf(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const one of copy.querySelectorAll(leftOut)) one.remove();
	return textOf(copy).replace(/\s+/g, '');
}

describe.each(languages)('the report on one page, %s', async (language) => {
	const html = await htmlAt(pathOf('report', language));
	const { document } = parseHTML(html) as unknown as { document: Document };
	const pages = await pagesIn(language);
	const sources = partSlugs().map((slug) => pages.find((page) => page.slug === slug)!);
	const parts = [...document.querySelectorAll('.report-part')];

	test('holds the words of each page and nothing else', () => {
		expect(parts.map(({ id }) => id)).toEqual(partSlugs());
		parts.forEach((part, at) => {
			const prose = sources[at]!.article.querySelector('.prose')!;
			expect(wordsOf(part.querySelector('.prose')!), part.id).toBe(wordsOf(prose));
			expect(part.querySelector('h2')!.textContent).toBe(sources[at]!.title);
		});
	});

	test('each block is named as on its own page', () => {
		const namesOn = (on: Document, article: Element) =>
			blocksOf(article).map((block) => `${block.id}: ${placeOf(on, block).title}`);
		const expected = sources.flatMap(({ document: on, article }) => namesOn(on, article));
		expect(namesOn(document, document.querySelector('main article')!)).toEqual(expected);
	});

	// That each is there once is for `html.test.ts`; that links land, for `links.test.ts`.
	test('keeps every id', () => {
		const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
		const expected = sources.flatMap(({ blocks }) => blocks.map(({ id }) => id));
		expect(expected.length).toBeGreaterThan(100);
		expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
	});

	test('links between its parts stay on the page', () => {
		const hrefs = [...document.querySelectorAll('.whole-report a')].map((link) =>
			link.getAttribute('href')!,
		);
		expect(hrefs.filter((href) => href.startsWith('#')).length).toBeGreaterThan(30);
		const paths = sources.map(({ path }) => path);
		const leaving = hrefs.filter((href) => paths.includes(href.split('#')[0]!));
		expect(leaving, 'only the headings of the parts').toEqual(paths);
	});

	test('is a copy: its parts name the pages they copy, and it is not searched or listed', async () => {
		const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
		expect(canonical).toBe(urlOf(sources[0]!.path, address));
		expect(document.querySelector('meta[property="og:ignore_canonical"]')).not.toBeNull();
		expect(parts.map((part) => part.querySelector('h2 > a')?.getAttribute('href'))).toEqual(
			sources.map(({ path }) => withBase(path, address.base)),
		);
		expect(document.querySelector('article')!.getAttribute('data-search')).toBe('off');
		expect(pages.some(({ path }) => path === pathOf('report', language))).toBe(false);
		expect(await readFile(join(dist, 'sitemap.xml'), 'utf8')).not.toContain('/report/');
	});
});
