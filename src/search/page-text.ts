import {
	blockElementsOf,
	ignoredSelector,
	kindOf,
	textOf,
	type BlockKind,
} from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';

/** A page's title and its summary are found too, though only blocks have a link of their own. */
export type TextKind = 'title' | 'summary' | BlockKind;

/** One piece of a page that a hit can lead to. */
export interface TextBlock {
	/** Fragment the hit leads to. */
	id: string;
	kind: TextKind;
	/** What readers see. */
	text: string;
	/** Position in `blocks` of the heading it stands under, a heading's own parent; -1: none. */
	under: number;
}

/** All text of one page: what the search reads in place of the page. */
export interface PageText {
	/** Root-relative path without the base. */
	path: string;
	title: string;
	language: Language;
	/** Place of the page in reading order, from 0. */
	order: number;
	blocks: TextBlock[];
}

const levelOf = (element: Element) => Number(element.tagName[1]);

/**
 * Reads the text of a page from its article, in Node and in the browser alike. A block without
 * an id leads to the heading it stands under, so that nothing visible is out of reach.
 */
export function pageTextOf(
	article: Element,
	page: Pick<PageText, 'path' | 'language' | 'order'>,
): PageText {
	const heading = article.querySelector('h1');
	const top = heading?.id || article.closest('main')?.id || '';
	const title = heading ? textOf(heading) : '';
	const blocks: TextBlock[] = [];
	const add = (kind: TextKind, id: string, text: string, under: number) => {
		if (text) blocks.push({ id, kind, text, under });
	};
	add('title', top, title, -1);
	const summary = article.querySelector('.deck');
	if (summary) add('summary', top, textOf(summary), -1);

	const isBlock = new Set(blockElementsOf(article));
	const strays = strayElementsOf(article, isBlock);
	const elements = [...article.querySelectorAll('*')].filter(
		(element) => isBlock.has(element) || strays.has(element),
	);
	const open: { level: number; at: number }[] = [];
	let headingId = top;
	for (const element of elements) {
		if (element === summary) continue;
		if (!element.id && insideOf(element, isBlock)) continue;
		const kind = isBlock.has(element) ? kindOf(element) : 'paragraph';
		if (kind === 'heading') headingId = element.id || headingId;
		if (kind === 'heading') {
			while (open.length > 0 && open.at(-1)!.level >= levelOf(element)) open.pop();
		}
		add(kind, element.id || headingId, textOf(element), open.at(-1)?.at ?? -1);
		if (kind === 'heading') open.push({ level: levelOf(element), at: blocks.length - 1 });
	}
	return { ...page, title, blocks };
}

const textNodes = 4; // NodeFilter.SHOW_TEXT, which Node lacks

/** Elements of the prose whose text stands in no block, such as the title of a code block. */
function strayElementsOf(article: Element, blocks: ReadonlySet<Element>): Set<Element> {
	const prose = article.querySelector('.prose');
	if (!prose) return new Set();
	const walker = article.ownerDocument.createTreeWalker(prose, textNodes);
	const strays = new Set<Element>();
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const parent = node.parentElement;
		if (!parent || !node.nodeValue?.trim() || parent.closest(ignoredSelector)) continue;
		if (!blocks.has(parent) && !insideOf(parent, blocks)) strays.add(parent);
	}
	return strays;
}

/** Whether an element without id stands in another block, whose text then holds its own. */
function insideOf(element: Element, blocks: ReadonlySet<Element>): boolean {
	for (let parent = element.parentElement; parent; parent = parent.parentElement) {
		if (blocks.has(parent)) return true;
	}
	return false;
}

/** Positions of the headings a block stands under, outermost first; a heading ends its own path. */
export function headingPathOf(page: PageText, at: number): number[] {
	const path: number[] = [];
	const block = page.blocks[at]!;
	let heading = block.kind === 'heading' ? at : block.under;
	while (heading >= 0) {
		path.unshift(heading);
		heading = page.blocks[heading]!.under;
	}
	return path;
}
