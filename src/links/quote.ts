/**
 * What a block is called, where it stands and what it says: decided here for all who tell it, in
 * the build and in the browser alike.
 */
import { textOf, type Block } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import { homeSlug } from '../base/urls.ts';
import { clipped } from './excerpt.ts';

const marks = {
	zh: { colon: '：', separator: '；', comma: '、', stop: '。', gap: '' },
	en: { colon: ': ', separator: '; ', comma: ', ', stop: '.', gap: ' ' },
} as const;

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

/** The one sentence that says what a page is about. */
export const summaryOf = (document: Document): string =>
	document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';

function reportPagesOf(element: Element | undefined, document: Document): string | undefined {
	const locator = element?.querySelector('.locator')?.textContent ?? '';
	const pages = [...locator.matchAll(locatorPages)].map((match) => match[1]!);
	if (pages.length > 0) return [...new Set(pages)].join(', ');
	const part = element?.closest('[data-pages]') ?? document.querySelector('article[data-page]');
	return part?.getAttribute('data-pages') ?? undefined;
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
	return section && section !== page ? `${page} § ${section}` : page;
}

const textIn = (element: Element, selector: string): string => {
	const found = element.querySelector(selector);
	return found ? textOf(found) : '';
};

/** A figure's or table's title and, of a figure, its finding. */
export function captionOf({ element }: Block): { title: string; finding: string } {
	const caption = element.querySelector('figcaption, caption');
	if (!caption) return { title: '', finding: '' };
	return {
		title: textIn(caption, '.figure-title') || textOf(caption),
		finding: textIn(caption, '.figure-finding'),
	};
}

/** Number or term of a register's entry; empty for other blocks. */
const entryNameOf = (element: Element) =>
	textIn(element, '.entry-number, .entry-head a, .term-names dfn');

/** What a block is called in the name of its link: its title, or its first words. */
export function nameOf(block: Block, language: Language): string {
	const { kind, element, text } = block;
	if (kind === 'row') return textIn(element, 'th, td');
	if (kind === 'figure' || kind === 'table') return captionOf(block).title || text.slice(0, 24);
	// Entries of a register are many and all alike but for their number or term.
	const entry = entryNameOf(element);
	if (entry)
		return `${entry}${marks[language].gap}${clipped(textIn(element, '.entry-statement'), language, 10)}`;
	if (kind === 'heading') return text;
	// The name is an attribute, which cannot say that a Chinese name in it is Chinese.
	const words = language === 'zh' ? text : text.replace(/\s*\p{Script=Han}+/gu, '');
	return clipped(words, language, 14);
}

/** A row with its column heads and their units: 英伟达：市值（亿美元）4,355；PE（倍）2021A 44.7. */
function rowText({ element }: Block, language: Language): string {
	const { colon, separator } = marks[language];
	const heads = [...(element.closest('table')?.querySelectorAll('thead th') ?? [])].map((head) =>
		[head.getAttribute('data-unit'), textOf(head)].filter(Boolean).join(' '),
	);
	const cells = [...element.querySelectorAll('th, td')].map(textOf);
	const values = cells
		.slice(1)
		.map((cell, at) => `${heads[at + 1] ?? ''} ${cell}`.trim())
		.filter(Boolean);
	return `${cells[0] ?? ''}${colon}${values.join(separator)}`;
}

/** An entry of a register without what only places it; nothing for an item of another list. */
function entryText({ element }: Block, language: Language): string | undefined {
	const { colon, gap, comma } = marks[language];
	const statement = textIn(element, '.entry-statement');
	const verdict = textIn(element, '.verdict');
	if (statement) {
		const text = `${statement}${gap}${textIn(element, '.entry-note')}`.trim();
		return verdict ? `${verdict}${colon}${text}` : text;
	}
	const wordings = [...element.querySelectorAll('.wording')].slice(0, 2).map((wording) => {
		const text = textIn(wording, 'div').replace(textIn(wording, '.sources-list'), '').trim();
		return textIn(wording, 'b') + colon + text;
	});
	if (wordings.length > 0) return wordings.join(gap);
	const definition = textIn(element, '.term-definition');
	const names = [...element.querySelectorAll('.term-names > *')].map(textOf).join(comma);
	return definition ? names + colon + definition : undefined;
}

/** The block's own words as a stranger would quote them; code keeps its lines. */
export function quoteOf(block: Block, language: Language): string {
	const { colon, comma, stop } = marks[language];
	switch (block.kind) {
		case 'row':
			return rowText(block, language);
		case 'item':
			return entryText(block, language) ?? block.text;
		case 'code':
			return (block.element.textContent ?? '').trimEnd();
		case 'table': {
			const rows = [...block.element.querySelectorAll('tbody tr')].map((row) =>
				textIn(row, 'th, td'),
			);
			return `${captionOf(block).title || block.text}${colon}${rows.join(comma)}${stop}`;
		}
		case 'figure': {
			const { title, finding } = captionOf(block);
			return [title || block.text, finding].filter(Boolean).join(colon);
		}
	}
	return block.text;
}

/** Widths in Han characters; a Latin letter counts half. */
export const previewWidths = { title: 30, description: 100 } as const;

/** What a link preview says: where a block stands, and what it says. */
export interface Preview {
	title: string;
	description: string;
}

/** Words that a heading opens, from the blocks below it. */
export function openingOf(heading: Block, blocks: readonly Block[], language: Language): string {
	return blocks
		.filter(
			({ kind, headingPath }) =>
				kind !== 'heading' && kind !== 'table' && headingPath.includes(heading.id),
		)
		.slice(0, 2)
		.map((block) => quoteOf(block, language))
		.join(marks[language].gap);
}

/** The preview of a block of a page. */
export function previewOf(
	block: Block,
	page: { document: Document; blocks: readonly Block[]; language: Language },
): Preview {
	const { document, blocks, language } = page;
	const opening = block.kind === 'heading' ? openingOf(block, blocks, language) : '';
	const own = opening || quoteOf(block, language);
	// Some programs show no preview for a description of a few letters.
	const words = own.length < 12 ? `${own} — ${summaryOf(document)}` : own;
	const { title, description } = previewWidths;
	const place = placeOf(document, block);
	// An entry of a register without sections is its own place.
	const section = place.section ?? (entryNameOf(block.element) || undefined);
	return {
		title: clipped(placeTitle({ ...place, section }), language, title),
		description: clipped(words.replace(/\s+/gu, ' '), language, description),
	};
}
