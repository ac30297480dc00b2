/**
 * Where a block stands, in words: page, section, pages of the report. Build and browser share it,
 * so a share page and a copied quote say the same.
 */
import type { Block } from '../base/blocks.ts';
import { textOf } from '../base/blocks.ts';
import { homeSlug } from '../base/urls.ts';

/** Place of a block or, without section, of a whole page. */
export interface Place {
	/** Name of the page: its title, or the site's name for the home page. */
	page: string;
	/** Heading the block stands under; a heading is its own section. */
	section: string | undefined;
	/** Pages of the report, `7–8`; from the block's locator, else those of its page. */
	reportPages: string | undefined;
}

/** Page numbers in a locator: 正文第 7–8 页, body pp. 7–8. */
const locatorPages = /(?:第 ?|\bpp?\. ?)(\d[\d–, ]*\d|\d)/gu;

/** Name of a page as quotes and cards give it. */
export function pageNameOf(document: Document): string {
	const article = document.querySelector('article[data-page]');
	if (article?.getAttribute('data-page') === homeSlug) {
		const name = document.querySelector('meta[property="og:site_name"]');
		return name?.getAttribute('content') ?? document.title;
	}
	return document.querySelector('h1')?.textContent?.trim() ?? document.title;
}

function reportPagesOf(element: Element | undefined, document: Document): string | undefined {
	const locator = element?.querySelector('.locator')?.textContent ?? '';
	const told = [...locator.matchAll(locatorPages)].map((match) => match[1]!);
	if (told.length > 0) return [...new Set(told)].join(', ');
	return document.querySelector('article[data-page]')?.getAttribute('data-pages') ?? undefined;
}

/** Where a block of a page stands; without a block, the page's own place. */
export function placeOf(document: Document, block?: Block): Place {
	const headingId = block?.headingPath.at(-1);
	const heading = headingId ? document.getElementById(headingId) : undefined;
	return {
		page: pageNameOf(document),
		section: heading ? textOf(heading) : undefined,
		reportPages: reportPagesOf(block?.element, document),
	};
}

/** `技术逻辑 § 三步训练`, or the page's name alone. */
export function placeTitle({ page, section }: Place): string {
	return section ? `${page} § ${section}` : page;
}
