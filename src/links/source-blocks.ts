/**
 * The blocks of an MDX source that carry a mark, with the place where the mark stands or goes.
 * Parsed by the site's own Markdown engine, so what is a block here is a block in the page.
 */
import { mdxToMdast } from 'satteri';
import type { BlockKind } from '../base/blocks.ts';
import { blockMarkPattern } from '../base/ids.ts';

/** Markdown features of the site; they decide what the parser takes for a heading's id. */
const features = { headingAttributes: true, smartPunctuation: false } as const;

interface Position {
	start: { line: number; offset: number };
	end: { line: number; offset: number };
}

/** What we read of an mdast node; all types of node share this shape here. */
interface Node {
	type: string;
	name?: string | null;
	value?: string;
	lang?: string | null;
	meta?: string | null;
	position?: Position;
	attributes?: { type: string; name?: string; value?: unknown }[];
	children?: Node[];
	data?: { hProperties?: { id?: unknown } };
}

/** One block of a source. Offsets count UTF-16 units, lines from 1. */
export interface SourceBlock {
	kind: Extract<BlockKind, 'heading' | 'paragraph' | 'item' | 'key-point' | 'note' | 'code'>;
	line: number;
	/** The id it carries; headings carry theirs by hand. */
	id: string | undefined;
	/** Where a mark goes; `undefined` where none can stand. */
	insertAt: number | undefined;
	/** The text to insert for an id. */
	markFor: (id: string) => string;
	/** Offset of a mark-like text that is not at the block's end, hence printed. */
	strayMarkAt: number | undefined;
}

const trailingMark = (id: string) => ` ^${id}`;

/** Inline components: alone in a paragraph, MDX takes them out of it and no `<p>` is left. */
const inlineComponents = new Set(['Claim', 'Term']);

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

function attributeOf(node: Node, name: string): string | undefined {
	const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
	return typeof value === 'string' ? value : undefined;
}

/** The id that the plugin in src/markdown will read: from the last text of the block. */
function markOf(node: Node): string | undefined {
	const last = node.children?.at(-1);
	return last?.type === 'text' ? blockMarkPattern.exec(last.value ?? '')?.[1] : undefined;
}

function strayMarkIn(node: Node, isLast = true): number | undefined {
	if (node.type === 'text') {
		const text = node.value ?? '';
		const proper = isLast ? (blockMarkPattern.exec(text)?.index ?? text.length) : text.length;
		const found = strayMark.exec(text.slice(0, proper));
		return found ? (node.position?.start.offset ?? 0) + found.index : undefined;
	}
	const children = node.children ?? [];
	return children
		.map((child, at) => strayMarkIn(child, isLast && at === children.length - 1))
		.find((offset) => offset !== undefined);
}

function proseBlock(node: Node, kind: SourceBlock['kind']): SourceBlock {
	const { start, end } = node.position!;
	return {
		kind,
		line: start.line,
		id: markOf(node),
		insertAt: end.offset,
		markFor: trailingMark,
		strayMarkAt: strayMarkIn(node),
	};
}

function noteBlock(node: Node): SourceBlock {
	const { start } = node.position!;
	return {
		kind: node.name === 'Lacks' ? 'paragraph' : 'note',
		line: start.line,
		id: attributeOf(node, 'id'),
		insertAt: start.offset + `<${node.name}`.length,
		markFor: (id) => ` id="${id}"`,
		strayMarkAt: strayMarkIn(node, false),
	};
}

function codeBlock(node: Node, source: string): SourceBlock {
	const { start } = node.position!;
	const lineEnd = source.indexOf('\n', start.offset);
	return {
		kind: 'code',
		line: start.line,
		id: blockMarkPattern.exec(node.meta ?? '')?.[1],
		// Without a language the mark would be taken for one.
		insertAt: node.lang ? (lineEnd < 0 ? source.length : lineEnd) : undefined,
		markFor: trailingMark,
		strayMarkAt: undefined,
	};
}

function headingBlock(node: Node): SourceBlock {
	const id = node.data?.hProperties?.id;
	return {
		kind: 'heading',
		line: node.position!.start.line,
		id: typeof id === 'string' ? id : undefined,
		insertAt: undefined,
		markFor: trailingMark,
		strayMarkAt: undefined,
	};
}

/**
 * All blocks of an MDX source in document order. Items of lists inside lists are part of the item
 * around them and have no mark.
 */
export function sourceBlocksOf(source: string): SourceBlock[] {
	const blocks: SourceBlock[] = [];
	const visitItem = (item: Node, kind: 'item' | 'key-point') => {
		const [first, ...others] = item.children ?? [];
		if (first) blocks.push(proseBlock(first, kind));
		for (const child of others) if (child.type !== 'list') visit(child, false);
	};
	const visit = (node: Node, inKeyPoints: boolean) => {
		const inside = inKeyPoints || node.name === 'KeyPoints';
		switch (node.type) {
			case 'heading':
				blocks.push(headingBlock(node));
				return;
			case 'paragraph':
				blocks.push(proseBlock(node, 'paragraph'));
				return;
			case 'code':
				blocks.push(codeBlock(node, source));
				return;
			case 'listItem':
				visitItem(node, inside ? 'key-point' : 'item');
				return;
			case 'mdxJsxFlowElement':
				if (node.name === 'Note' || node.name === 'Lacks') {
					blocks.push(noteBlock(node));
					return;
				}
				if (inlineComponents.has(node.name ?? '')) {
					blocks.push(proseBlock(node, 'paragraph'));
					return;
				}
		}
		for (const child of node.children ?? []) visit(child, inside);
	};
	visit(mdxToMdast(source, { features }) as unknown as Node, false);
	return blocks;
}
