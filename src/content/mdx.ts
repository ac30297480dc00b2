/** One MDX page, parsed once for the checks, the ids, the places of claims and the reading time. */
import { mdxToMdast, type MdastNode } from 'satteri';
import { markIn, withoutMark } from '../base/ids.ts';
import type { Language } from '../base/languages.ts';
import type { Complaint } from '../base/content-error.ts';
import { readYaml, unread, type Reading } from './data-files.ts';
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
	start?: number | null;
	data?: { hProperties?: Record<string, unknown> };
	position?: { start: Position; end: Position };
}

/** A node and the nodes around it, innermost last. */
export interface Visit {
	node: Node;
	ancestors: readonly Node[];
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
	/** Top-level blocks after the frontmatter; empty when the body does not parse. */
	blocks: Node[];
	/** Every node of the body in reading order; drafts, inside `<Draft>`, are left out. */
	visits: Visit[];
	/** Every component by its name, in reading order. */
	named(name: string): Node[];
	/** Blocks that have an id or must get one. Lists inside lists belong to the item around. */
	marked: PageBlock[];
	/** Whether there is front matter, and after it a body that parses. */
	isParsed: boolean;
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

/** Parses the body; why it could not be parsed is a line, a cause and what to do. */
function parse(text: string, lines: readonly string[]): Node[] | [line: number, what: string, fix: string] {
	const deep = lines.findIndex((line) => nested.test(line));
	if (deep !== -1) {
		return [deep + 1, `Quotes or lists nested ${deepestNesting} deep or deeper.`, 'Nest less deeply.'];
	}
	try {
		const root = mdxToMdast(text, { features: markdownFeatures }) as MdastNode as Node;
		const isRead = ({ type, name }: Node) => type !== 'yaml' && name !== 'Draft';
		return (root.children ?? []).filter(isRead);
	} catch (error) {
		const message = (error as Error).message;
		const [, line = '1', what = message] =
			/^(\d+):\d+: (.*?)(?: \(mdx[^)]*\))?$/s.exec(message) ?? [];
		const isOpen = /closing tag/i.test(what) && !/unexpected closing/i.test(what);
		const at = (isOpen && openTagBefore(lines, Number(line))) || Number(line);
		return /expression|acorn|oxc/i.test(what)
			? [
					at,
					'Braces hold what is no id of a heading.',
					'Write \\{ for a brace; an id ends a heading: ## 标题 {#id}.',
				]
			: [at, `${what}.`, 'Close each tag on the line it opens; write \\{ and \\< for the characters.'];
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
	const [unframed, fix] = faultOfFrame(lines) ?? [];
	const yaml = `${lines.slice(1, lines.indexOf('---', 1)).join('\n')}\n`;
	const parsed = parse(text, lines);
	const isParsed = typeof parsed[0] !== 'number';
	const blocks = isParsed ? (parsed as Node[]) : [];
	const visits = [...walk(blocks, [])];
	return {
		file,
		language: language as Language,
		slug: name.replace(/\.mdx$/, ''),
		lines,
		frontmatter: unframed
			? unread(file, 1, unframed, fix!)
			: readYaml({ file, text: yaml, firstLine: 2 }, pageSchema),
		blocks,
		visits,
		isParsed: isParsed && !unframed,
		named: (name) => visits.flatMap(({ node }) => (node.name === name ? node : [])),
		marked: visits.flatMap((visit) => blockOf(visit) ?? []),
		// Without front matter the body is not what the writer means to be the body.
		syntax: isParsed || unframed ? [] : unread(file, ...(parsed as [number, string, string])).complaints,
		at: (place) =>
			`${file}:${typeof place === 'number' ? place : (place.position?.start.line ?? 1)}`,
	};
}

/** All text below a node, with the mark that may end it. */
export function textOfNode(node: Node): string {
	return (node.value ?? '') + (node.children ?? []).map(textOfNode).join('');
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
	const last = node?.children?.at(-1);
	return markIn((node?.type === 'code' ? node.meta : last?.type === 'text' && last.value) || '');
}

/** Components whose id is an attribute. */
const attributed = ['Note', 'Lacks'];
/** Inline components: alone in a paragraph, MDX takes them out of it and no paragraph is left. */
const inline = ['Claim', 'Term', 'Zh'];
const isProse = ({ type, name }: Node) =>
	type === 'paragraph' || (type === 'mdxJsxFlowElement' && inline.includes(name ?? ''));
const isItem = ({ type }: Node) => type === 'listItem';

function kindOf({ node, ancestors }: Visit): PageBlock['kind'] | undefined {
	if (node.type === 'heading') return 'heading';
	if (attributed.includes(node.name ?? '')) return 'note';
	const isInside = ancestors.some((one) => attributed.includes(one.name ?? '') || isProse(one));
	if (isInside || ancestors.filter(isItem).length > 1) return undefined;
	if (node.type === 'code') return 'code block';
	if (!isProse(node)) return undefined;
	return ancestors.some(isItem) ? 'list item' : 'paragraph';
}

/** The block that a node is, if it is one: its id is in braces, in an attribute or in a mark. */
function blockOf(visit: Visit): PageBlock | undefined {
	const { node } = visit;
	const kind = kindOf(visit);
	if (!kind) return undefined;
	const id =
		kind === 'heading'
			? (node.data?.hProperties?.id as string | undefined)
			: kind === 'note'
				? attributeOf(node, 'id')
				: markOf(node);
	const text = withoutMark(textOfNode(node)).replace(/\s+/gu, ' ').trim();
	return { kind, node, line: node.position!.start.line, id, text };
}
