/** One MDX page, parsed once for the checks, the ids, the places of claims and the reading time. */
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Complaint } from '../base/content-error.ts';
import { blockMarkPattern } from '../base/ids.ts';
import type { Language } from '../base/languages.ts';
import { readYaml, type Reading } from './data-files.ts';
import { pageSchema, type Page } from './schema.ts';

/** Features of the parser. Writers type the quotes and dashes they mean. */
export const markdownFeatures = { headingAttributes: true, smartPunctuation: false } as const;

interface Position {
	line: number;
	column: number;
	offset: number;
}

/** A node as the checks see it: every kind of mdast and MDX node has these, where they apply. */
export interface Node {
	type: string;
	children?: Node[];
	value?: string;
	url?: string;
	depth?: number;
	lang?: string | null;
	meta?: string | null;
	name?: string | null;
	attributes?: { type: string; name?: string; value?: unknown }[];
	data?: { hProperties?: Record<string, unknown> };
	position?: { start: Position; end: Position };
}

/** A node and the nodes around it, innermost last. */
export interface Visit {
	node: Node;
	ancestors: readonly Node[];
}

/** A page's file with everything the checks ask about it. */
export interface PageSource {
	/** `content/zh/origin.mdx`. */
	file: string;
	language: Language;
	/** File name without ending. */
	slug: string;
	/** Lines of the whole file; line 1 is `lines[0]`. */
	lines: string[];
	frontmatter: Reading<Page>;
	/** Whether there is front matter, so that the body is what the writer means to be the body. */
	isFramed: boolean;
	/** Top-level blocks after the frontmatter; empty when the body does not parse. */
	blocks: Node[];
	/** Every node of the body in reading order; drafts, inside `<Draft>`, are left out. */
	visits: Visit[];
	/** Why the body could not be parsed. */
	syntax: Complaint[];
	/** `file:line` of a node or of a line number. */
	at(place: Node | number): string;
}

// The parser dies without a message (SIGSEGV) on some thousand nested quotes, so such a line
// must be refused before it is parsed. Nobody nests this deep.
const deepestNesting = 20;
const nested = new RegExp(`^\\s*(?:[>*+-]\\s*){${deepestNesting},}\\S`);

/** Why a page has no front matter, and what to do. */
function faultOfFrame(lines: readonly string[]): [what: string, fix: string] | undefined {
	if (lines.join('').trim() === '') {
		return ['The file is empty.', 'Write front matter and text, or remove the file.'];
	}
	if (lines[0] !== '---') {
		return ['The page does not begin with front matter.', 'Begin the first line with ---.'];
	}
	if (lines.includes('---', 1)) return undefined;
	return ['The front matter is not closed.', 'End it with a line of ---.'];
}

/** Line on which the innermost tag opens that is still open at a line. */
function openTagBefore(lines: readonly string[], end: number): number | undefined {
	const open: { name: string; line: number }[] = [];
	for (const [at, line] of lines.slice(0, end).entries()) {
		for (const [, closing, name, empty] of line.matchAll(/<(\/?)([A-Z]\w*)[^<>]*?(\/?)>/g)) {
			if (closing && open.at(-1)?.name === name) open.pop();
			else if (!closing && !empty) open.push({ name: name!, line: at + 1 });
		}
	}
	return open.at(-1)?.line;
}

/** Parses the body; a syntax error becomes a complaint with its line. */
function parse(file: string, text: string, lines: readonly string[]): [Node[], Complaint[]] {
	const deep = lines.findIndex((line) => nested.test(line));
	if (deep !== -1) {
		const what = `Quotes or lists nested ${deepestNesting} deep or deeper.`;
		return [[], [{ what, where: `${file}:${deep + 1}`, fix: 'Nest less deeply.' }]];
	}
	try {
		const root = mdxToMdast(text, { features: markdownFeatures }) as MdastNode as Node;
		const isRead = ({ type, name }: Node) => type !== 'yaml' && name !== 'Draft';
		return [(root.children ?? []).filter(isRead), []];
	} catch (error) {
		const message = (error as Error).message;
		const [, line = '1', what = message] =
			/^(\d+):\d+: (.*?)(?: \(mdx[^)]*\))?$/s.exec(message) ?? [];
		const isOpen = /closing tag/i.test(what) && !/unexpected closing/i.test(what);
		const at = (isOpen && openTagBefore(lines, Number(line))) || line;
		const where = `${file}:${at}`;
		if (/expression|acorn|oxc/i.test(what)) {
			const fix = 'Write \\{ for a brace; an id ends a heading: ## 标题 {#id}.';
			return [[], [{ what: 'Braces hold what is no id of a heading.', where, fix }]];
		}
		const fix = 'Close each tag on the line it opens; write \\{ and \\< for the characters.';
		return [[], [{ what: `${what}.`, where, fix }]];
	}
}

function* walk(nodes: readonly Node[], ancestors: readonly Node[]): Generator<Visit> {
	for (const node of nodes) {
		yield { node, ancestors };
		if (node.children) yield* walk(node.children, [...ancestors, node]);
	}
}

/** Reads one page. Never throws: what is wrong is in `frontmatter.complaints` and `syntax`. */
export function readPageSource(file: string, text: string): PageSource {
	const [name = '', language] = file.split('/').reverse();
	const lines = text.split('\n');
	const [blocks, syntax] = parse(file, text, lines);
	const yaml = `${lines.slice(1, lines.indexOf('---', 1)).join('\n')}\n`;
	const [what, fix = ''] = faultOfFrame(lines) ?? [];
	const unframed = { what: what ?? '', where: `${file}:1`, fix };
	return {
		file,
		language: language as Language,
		slug: name.replace(/\.mdx$/, ''),
		lines,
		frontmatter: what
			? { value: undefined, complaints: [unframed], lineOf: () => 1 }
			: readYaml({ file, text: yaml, firstLine: 2 }, pageSchema),
		isFramed: !what,
		blocks,
		visits: [...walk(blocks, [])],
		syntax,
		at: (place) =>
			`${file}:${typeof place === 'number' ? place : (place.position?.start.line ?? 1)}`,
	};
}

/** All text below a node, with the mark that may end it. */
export function textOfNode(node: Node): string {
	return (node.value ?? '') + (node.children ?? []).map(textOfNode).join('');
}

/** Whether a node is a component or tag of MDX. */
export function isTag(node: Node): boolean {
	return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Value of a component's attribute; `undefined` when absent or not a plain text. */
export function attributeOf(node: Node, name: string): string | undefined {
	const value = node.attributes?.find((attribute) => attribute.name === name)?.value;
	return typeof value === 'string' ? value : undefined;
}

/** Words of an attribute that holds several ids. */
export function idsOf(node: Node, name = 'id'): string[] {
	return (attributeOf(node, name) ?? '').split(/\s+/).filter(Boolean);
}

/** The id at a block's end (`… ^k7q2`), in text and in a code block's info line. */
export function markOf(node: Node | undefined): string | undefined {
	if (node?.type === 'code') return blockMarkPattern.exec(node.meta ?? '')?.[1];
	const last = node?.children?.at(-1);
	return last?.type === 'text' ? blockMarkPattern.exec(last.value ?? '')?.[1] : undefined;
}

/** A block of a page that has an id or must get one. */
export interface PageBlock {
	kind: 'heading' | 'paragraph' | 'list item' | 'note' | 'code block';
	node: Node;
	/** Line of the file, from 1. */
	line: number;
	/** Its id; headings have theirs in braces, written by hand. */
	id: string | undefined;
	/** Its words without mark and markup, white space folded. */
	text: string;
}

/** Components whose id is an attribute. */
const attributed = ['Note', 'Lacks'];
/** Inline components: alone in a paragraph, MDX takes them out of it and no paragraph is left. */
const inline = ['Claim', 'Term', 'Zh'];
const isProse = ({ type, name }: Node) =>
	type === 'paragraph' || (type === 'mdxJsxFlowElement' && inline.includes(name ?? ''));
const isItem = ({ type }: Node) => type === 'listItem';

function kindOfVisit({ node, ancestors }: Visit): PageBlock['kind'] | undefined {
	if (node.type === 'heading') return 'heading';
	if (attributed.includes(node.name ?? '')) return 'note';
	const isInside = ancestors.some(
		(one) => [...attributed, 'footnoteDefinition'].includes(one.name ?? one.type) || isProse(one),
	);
	if (isInside || ancestors.filter(isItem).length > 1) return undefined;
	if (node.type === 'code') return 'code block';
	if (!isProse(node)) return undefined;
	return ancestors.some(isItem) ? 'list item' : 'paragraph';
}

/** The id of a node: in braces, in an attribute or in a mark. */
function idOfNode(node: Node, kind: PageBlock['kind']): string | undefined {
	if (kind === 'heading') return node.data?.hProperties?.id as string | undefined;
	return kind === 'note' ? attributeOf(node, 'id') : markOf(node);
}

/** All blocks of a page that have an id, in order. Lists inside lists belong to the item around. */
export function pageBlocksOf(page: PageSource): PageBlock[] {
	return page.visits.flatMap((visit): PageBlock[] => {
		const { node } = visit;
		const kind = kindOfVisit(visit);
		if (!kind) return [];
		const text = textOfNode(node).replace(blockMarkPattern, '').replace(/\s+/gu, ' ').trim();
		return [{ kind, node, line: node.position!.start.line, id: idOfNode(node, kind), text }];
	});
}
