/**
 * Puts linking into a finished page without touching another byte of it: a self-link after each
 * block, empty targets for old ids, the pages that point at a section, and head tags. Positions
 * come from a streaming parser, what a block is from lib/blocks.ts.
 */
import { Parser } from 'htmlparser2';
import type { Block } from '../base/blocks.ts';
import { textOf } from '../base/blocks.ts';
import { escaped } from './html.ts';

/** A text to put at an offset of the page. */
export interface Insertion {
	at: number;
	html: string;
}

/** Puts insertions into a page; those at the same offset keep their order. */
export function withInserted(html: string, insertions: readonly Insertion[]): string {
	let done = 0;
	const parts: string[] = [];
	for (const { at, html: added } of insertions.toSorted((a, b) => a.at - b.at)) {
		parts.push(html.slice(done, at), added);
		done = at;
	}
	return parts.join('') + html.slice(done);
}

/** Offsets of an element with an id. */
export interface Span {
	/** Before its start tag, after it, before its end tag, after it. */
	before: number;
	start: number;
	end: number;
	after: number;
	/** End of what carries the block's words: its first cell, its caption, its text before a list. */
	textEnd: number;
	/** Start of its first cell, where a row can hold an inline element. */
	textStart: number;
}

/** First child element that carries the words of a block, by the block's tag. */
const carriers: Record<string, readonly string[]> = {
	tr: ['th', 'td'],
	figure: ['figcaption'],
	table: ['caption'],
};

interface Open {
	tag: string;
	id: string | undefined;
	span: Span;
	/** Whether what carries its words is open, was closed, or is a title deeper down. */
	carrier: 'none' | 'open' | 'closed' | 'title';
	/** The figure whose title this is. */
	titled: Open | undefined;
}

/** A figure's title stands in its caption before the finding; the link belongs behind the title. */
const isFigureTitle = (attributes: Record<string, string>) =>
	attributes.class?.split(' ').includes('figure-title') === true;

/** The text column has no id; it goes by a key that no id can be. */
const classKeyOf = (attributes: Record<string, string>) =>
	attributes.class === 'prose' ? '.prose' : undefined;

/** Spans of all elements with an id, by id, and of the text column, from the page's bytes. */
export function spansOf(html: string): Map<string, Span> {
	const spans = new Map<string, Span>();
	const stack: Open[] = [];
	const parser = new Parser(
		{
			onopentag(tag, attributes) {
				const parent = stack.at(-1);
				const start = parser.endIndex + 1;
				if (parent && carriers[parent.tag]?.includes(tag) && parent.carrier === 'none') {
					parent.carrier = 'open';
					parent.span.textStart = start;
				}
				// An item's words end where a list inside it begins.
				if (parent?.tag === 'li' && (tag === 'ul' || tag === 'ol') && parent.carrier === 'none') {
					parent.carrier = 'closed';
					parent.span.textEnd = parser.startIndex;
				}
				const span: Span = {
					before: parser.startIndex,
					start,
					end: start,
					after: start,
					textEnd: -1,
					textStart: start,
				};
				const titled = isFigureTitle(attributes)
					? stack.findLast((open) => open.tag === 'figure')
					: undefined;
				if (titled) titled.carrier = 'title';
				const id = attributes.id ?? classKeyOf(attributes);
				stack.push({ tag, id, span, carrier: 'none', titled });
			},
			onclosetag(tag, implied) {
				const open = stack.pop();
				if (!open) return;
				const { span, id } = open;
				span.end = parser.startIndex;
				span.after = implied ? parser.startIndex : parser.endIndex + 1;
				if (span.textEnd < 0) span.textEnd = span.end;
				if (id) spans.set(id, span);
				if (open.titled) open.titled.span.textEnd = span.end;
				const parent = stack.at(-1);
				if (parent?.carrier === 'open' && carriers[parent.tag]?.includes(tag)) {
					parent.carrier = 'closed';
					parent.span.textEnd = span.end;
				}
			},
		},
		{ decodeEntities: true },
	);
	parser.end(html);
	return spans;
}

/** Words of the control in the page's language. */
export interface ControlWords {
	permalink: string;
	permalinkTo: (text: string) => string;
}

/** What a block is called in the name of its link; a paragraph has no name. */
function nameOf({ kind, element }: Block): string | undefined {
	if (kind === 'heading') return textOf(element);
	if (kind === 'row') return textOf(element.querySelector('th, td') ?? element);
	if (kind === 'figure' || kind === 'table') {
		const caption = element.querySelector('figcaption, caption');
		const title = caption?.querySelector('.figure-title') ?? caption;
		return title ? textOf(title) : undefined;
	}
	// Entries of a register are many and all alike but for their number or term.
	const name = element.querySelector('.entry-number, .entry-head a, .term-names dfn');
	return name ? textOf(name) : undefined;
}

/** The self-link of a block: empty, so that it is never copied along with the text. */
export function controlOf(block: Block, words: ControlWords): string {
	const name = nameOf(block);
	const label = name ? words.permalinkTo(name) : words.permalink;
	return `<a class="permalink" href="#${block.id}" aria-label="${escaped(label)}"></a>`;
}

/** Blocks whose link stands after the element: nothing may stand inside these but their text. */
const outside = new Set<Block['kind']>(['heading', 'code']);

/** Where and what to insert for the self-links of a page's blocks. */
export function controlInsertions(
	blocks: readonly Block[],
	spans: ReadonlyMap<string, Span>,
	words: ControlWords,
): Insertion[] {
	return blocks.flatMap((block): Insertion[] => {
		const span = spans.get(block.id);
		if (!span) return [];
		return [
			{ at: outside.has(block.kind) ? span.after : span.textEnd, html: controlOf(block, words) },
		];
	});
}

/** An empty target for an old id, in front of the text it leads to; works without script. */
export function formerTarget(id: string, block: Block, span: Span): Insertion {
	const inside = block.kind !== 'figure' && block.kind !== 'table' && block.kind !== 'code';
	return {
		at: inside ? span.textStart : span.before,
		html: `<span class="former" id="${escaped(id)}"></span>`,
	};
}
