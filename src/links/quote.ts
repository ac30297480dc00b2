/**
 * What a block is called, where it stands and what it says: decided here for share pages, cards,
 * copies, citations and twins, in the build and in the browser alike.
 */
import { articleSelector, textOf, type Block } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { punctuation, type Language } from '../base/languages.ts';
import { formatPages } from '../base/numbers.ts';
import { homeSlug } from '../base/urls.ts';
import { clipped, widthOf } from './excerpt.ts';

const metaOf = (document: Document, key: string) =>
	document.querySelector(`meta[${key}]`)?.getAttribute('content') ?? '';

/** The one sentence that says what a page is about. */
export const summaryOf = (document: Document) => metaOf(document, 'name="description"');

/** Day of a page's present text. */
export const updatedOf = (document: Document) =>
	metaOf(document, 'property="article:modified_time"');

/** Name of a page as quotes and cards give it. */
export function pageNameOf(document: Document): string {
	const slug = document.querySelector(articleSelector)?.getAttribute('data-page');
	if (slug === homeSlug) return metaOf(document, 'property="og:site_name"');
	return document.querySelector('h1')!.textContent!.trim();
}

/** Page numbers in a locator: 正文第 7–8 页, body pp. 7–8. */
const locatorPages = /(?:第 ?|\bpp?\. ?)(\d[\d–, ]*\d|\d)/gu;

const textIn = (element: Element, selector: string): string => {
	const found = element.querySelector(selector);
	return found ? textOf(found) : '';
};
/** Elements of this edition, where both are set side by side. */
const allIn = (element: Element, selector: string) =>
	[...element.querySelectorAll(selector)].filter((one) => !one.closest('.edition'));
const textsIn = (element: Element, selector: string) => allIn(element, selector).map(textOf);

/** Name of the table or listing that a row or code stands in; it says whose numbers or code it is. */
function holderName({ element, kind }: Block): string {
	const holder = kind === 'row' ? 'table' : kind === 'code' ? '.listing' : '';
	const found = holder && element.closest(holder);
	return found ? textIn(found, 'caption, summary') : '';
}

/** What a block goes by where one place has many: number or term of an entry, first cell of a row. */
function ownName({ element, kind }: Block): string {
	if (kind === 'row') return textIn(element, 'th, td');
	const own = textIn(element, '.entry-number, .term-names dfn, .figure-label, :scope > .label');
	return own.replace(/^\d+$/, '#$&');
}

/** Where a block stands on the site and in the report. */
export interface Place {
	page: string;
	/** The page and the place in it, `技术逻辑 § 三步训练`. */
	path: string;
	/** The same with the block's own name: `技术逻辑 § 三步训练 § 编者注`. */
	title: string;
	/** The block's own locator, 核心观点页；正文第 7 页: empty where the report does not say it. */
	locator: string;
	/** Pages of the report that the locator names, `7–8`. */
	reportPages: string;
}

/** Where a block stands; a heading is its own section. */
export function placeOf(document: Document, block: Block): Place {
	// The report on one page goes by the title of the original.
	const part = block.element.closest('.report-part');
	const page = part ? textIn(part, 'h2') : pageNameOf(document);
	const section = holderName(block) || block.headingText;
	const path = [page, section !== page && section].filter(Boolean).join(' § ');
	const title = [path, ownName(block)].filter(Boolean).join(' § ');
	// Behind its words stands the link to what was checked.
	const words = block.element.querySelector('.locator')?.firstChild?.textContent ?? '';
	const locator = words.trim();
	const numbers = [...locator.matchAll(locatorPages)].map((match) => match[1]!);
	return { page, path, title, locator, reportPages: [...new Set(numbers)].join(', ') };
}

/** A place in the report as quotes name it: 第 7–8 页, or where no page is known 核心观点页. */
export function placeInReport({ locator, reportPages }: Place, language: Language): string {
	if (reportPages) return formatPages(reportPages, language);
	return locator.replace(/^(?:报告|report )/, '');
}

/** A figure's or table's title and, of a figure, its finding; the block's words without caption. */
export function captionOf({ element, text }: Block): { title: string; finding: string } {
	return {
		title: textIn(element, '.figure-title, caption') || text,
		finding: textIn(element, '.figure-finding'),
	};
}

/** What a block is called in the name of its link: its title, or its first words. */
export function blockName(block: Block, language: Language): string {
	const { kind, element, text } = block;
	if (kind === 'heading') return text;
	if (kind === 'figure' || kind === 'table') return clipped(captionOf(block).title, language, 24);
	const isPart = kind === 'row' || element.matches('.entry, .term-entry');
	return (isPart && ownName(block)) || clipped(text, language, 14);
}

/** A row with its column heads and their units: 英伟达：市值（亿美元）4,355；PE（倍）2021A 44.7. */
function rowText({ element }: Block, language: Language): string {
	const { colon, semicolon } = punctuation[language];
	const heads = [...(element.closest('table')?.querySelectorAll('thead th') ?? [])].map((head) =>
		`${head.getAttribute('data-unit') ?? ''} ${textOf(head)}`.trim(),
	);
	const [name = '', ...cells] = textsIn(element, 'th, td');
	const values = cells.map((cell, at) => cell && `${heads[at + 1] ?? ''} ${cell}`.trim());
	// No space follows a full-width bracket.
	return (name + colon + values.filter(Boolean).join(semicolon)).replaceAll('） ', '）');
}

/** The words of an entry: of a claim, matter, term or section; nothing for an item of another list. */
function entryText({ element }: Block, language: Language): string | undefined {
	const { colon, gap, listComma } = punctuation[language];
	const statement = textIn(element, '.entry-statement');
	if (statement) {
		const verdict = textIn(element, '.entry-head b');
		const parts = [statement, textIn(element, '.entry-note')].filter(Boolean);
		return [verdict, parts.join(' — ')].filter(Boolean).join(colon);
	}
	// What was found comes first: a preview may have no room for both wordings.
	const found = allIn(element, '.matter-note, .wording').slice(0, 3);
	const parts = found.map((part) => {
		const [named, place] = [textIn(part, 'b'), textIn(part, '.wording-place')];
		const text = textOf(part);
		return named + colon + text.slice(named.length, text.length - place.length).trim();
	});
	if (parts.length > 1) return parts.join(gap);
	const meaning = textIn(element, '.term-definition, .section-summary');
	const names = textsIn(element, '.term-names > *, .section-title').join(listComma);
	return meaning ? names + colon + meaning : undefined;
}

/** The block's own words as a stranger would quote them; code keeps its lines. */
export function quoteOf(block: Block, language: Language): string {
	const { kind, element, text } = block;
	const { colon, gap, listComma, stop } = punctuation[language];
	if (kind === 'row') return rowText(block, language);
	if (kind === 'item') return entryText(block, language) ?? text;
	if (kind === 'code') return (element.textContent ?? '').trimEnd();
	const { title, finding } = captionOf(block);
	if (kind === 'figure') return [title, finding].filter(Boolean).join(stop + gap);
	// Whose words these are: 编者注.
	const label = textIn(element, ':scope > .label');
	if (kind !== 'table') return label ? label + colon + text : text;
	const rows = [...element.querySelectorAll('tbody tr')].map((row) => textIn(row, 'th, td'));
	return title + colon + rows.join(listComma) + stop;
}

/** Widths in Han characters; a Latin letter counts half. */
export const previewWidths = { title: 30, description: 100 } as const;

/** Words that a heading opens, from the blocks below it; of a table alone, its title. */
export function openingOf(heading: Block, blocks: readonly Block[], language: Language): string {
	const below = blocks.filter(
		({ kind, headingPath }) => kind !== 'heading' && headingPath.includes(heading.id),
	);
	const texts = below.filter(({ kind }) => !/^(?:table|row|code)$/.test(kind));
	if (texts.length === 0 && below[0]) return captionOf(below[0]).title;
	return texts.map((block) => quoteOf(block, language)).join(punctuation[language].gap);
}

/** A place that fits a preview: what is between the page and the last name goes first. */
function shortTitle(title: string): string {
	const steps = title.split(' § ');
	const isLong = widthOf(title) > previewWidths.title;
	return isLong ? [...new Set([steps[0], steps.at(-1)])].join(' § ') : title;
}

/** Where a block stands and what it says, whole and as link previews have room for. */
export function previewOf(block: Block, { document, blocks, language }: BuiltPage) {
	const { kind } = block;
	const place = placeOf(document, block);
	const quote = quoteOf(block, language);
	const named = kind === 'code' ? holderName(block) + punctuation[language].colon : '';
	const own = kind === 'heading' ? openingOf(block, blocks, language) : named + quote;
	// Some programs show no preview for a description of a few letters.
	const words = own.length < 12 ? `${own || quote} — ${summaryOf(document)}` : own;
	const text = words.replace(/\s+/gu, ' ').replace(/[；;]$/, '');
	return {
		place,
		quote,
		title: clipped(shortTitle(place.title), language, previewWidths.title),
		description: clipped(text, language, previewWidths.description),
	};
}
