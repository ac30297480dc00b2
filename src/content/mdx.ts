/** One MDX page, parsed once for the checks, the ids, the places of claims and the reading time. */
import { basename, dirname } from 'node:path';
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Problem } from '../base/content-error.ts';
import { markIn, withoutMark } from '../base/ids.ts';
import type { Language } from '../base/languages.ts';
import { readYaml, unread } from './data-files.ts';
import { pageSchema } from './schema.ts';

/** Features of the parser. Writers type the quotes and dashes they mean. */
export const markdownFeatures = { headingAttributes: true, smartPunctuation: false } as const;

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
	attributes?: { name?: string; value?: unknown }[];
	data?: { hProperties?: { id?: string } };
	position?: Record<'start' | 'end', { line: number; offset: number }>;
}

/** A node and the nodes around it, innermost last. */
export interface Visit {
	node: Node;
	ancestors: readonly Node[];
}

/** A block of a page that has an id or must get one. */
export interface PageBlock {
	kind: 'heading' | 'paragraph' | 'list item' | 'note' | 'code block' | 'figure';
	node: Node;
	/** Line of the file, from 1. */
	line: number;
	/** Its id; headings have theirs in braces, written by hand. */
	id: string | undefined;
	/** Its words without mark and markup, white space folded. */
	text: string;
}

// The parser crashes without a message (SIGSEGV) on some thousand nested quotes, so such a line
// must be refused before it is parsed. Nobody nests this deep.
const nested = /^\s*(?:[>*+-]\s*){20,}\S/;

/** Why a page has no front matter. */
function faultOfFrame(lines: readonly string[]): string | undefined {
	if (lines.join('').trim() === '') return 'The file is empty.';
	if (lines[0] !== '---') return 'The page does not begin with front matter.';
	return lines.includes('---', 1) ? undefined : 'The front matter is not closed.';
}

/** Top-level blocks of the body, without drafts. Throws with `line:column: ` before the cause. */
function blocksIn(text: string, lines: readonly string[]): Node[] {
	const deep = lines.findIndex((line) => nested.test(line));
	if (deep !== -1) throw new Error(`${deep + 1}:1: Quotes or lists nested 20 deep or deeper`);
	const { children = [] } = mdxToMdast(text, { features: markdownFeatures }) as MdastNode as Node;
	// Of a draft only code is looked at, which runs wherever it stands.
	return children
		.flatMap((block) =>
			block.name === 'Draft'
				? (block.children ?? []).filter(({ type }) => type === 'mdxjsEsm')
				: block,
		)
		.filter(({ type }) => type !== 'yaml');
}

function* walk(nodes: readonly Node[], ancestors: readonly Node[]): Generator<Visit> {
	for (const node of nodes) {
		yield { node, ancestors };
		if (node.children) yield* walk(node.children, [...ancestors, node]);
	}
}

/** A page's file with everything the checks ask about it. */
export type PageSource = ReturnType<typeof readPageSource>;

/** Reads one page. Never throws: what is wrong is in `frontmatter.problems` and `syntax`. */
export function readPageSource(file: string, text: string) {
	const lines = text.split('\n');
	const unframed = faultOfFrame(lines);
	let blocks: Node[] = [];
	let syntax: Problem[] = [];
	try {
		blocks = blocksIn(text, lines);
	} catch (error) {
		const { message } = error as Error;
		const [, line = 1, what = message] =
			/^(\d+):\d+: (.*?)(?: \(mdx[^)]*\))?$/s.exec(message) ?? [];
		const isExpression = /expression|acorn|oxc/i.test(what);
		const cause = isExpression ? 'Braces hold what is no id of a heading' : what;
		const fix =
			'Close each tag on the line it opens; write \\{ and \\< for the characters; an id ends a heading.';
		syntax = unread(file, Number(line), `${cause}.`, fix).problems;
	}
	const visits = [...walk(blocks, [])];
	const yaml = ['', ...lines.slice(1, lines.indexOf('---', 1)), ''].join('\n');
	const frontmatter = unframed
		? unread(file, 1, unframed, 'Begin the page with front matter between two lines of ---.')
		: readYaml({ file, text: yaml }, pageSchema);
	return {
		/** `content/zh/origin.mdx`. */
		file,
		language: basename(dirname(file)) as Language,
		/** File name without ending. */
		slug: basename(file, '.mdx'),
		/** Lines of the whole file; line 1 is `lines[0]`. */
		lines,
		frontmatter,
		/** Texts of the front matter that readers see. */
		fieldTexts: (['title', 'summary'] as const).map((id) => {
			return { id, text: frontmatter.value?.[id] ?? '', where: frontmatter.at(id) };
		}),
		/** Top-level blocks after the frontmatter; empty when the body does not parse. */
		blocks,
		/** Every node of the body in reading order; drafts, inside `<Draft>`, are left out. */
		visits,
		/** Every component by its name, in reading order. */
		named: (name: string) => visits.flatMap(({ node }) => (node.name === name ? node : [])),
		/** Blocks that have an id or must get one. Lists inside lists belong to the item around. */
		marked: visits.flatMap((visit) => blockOf(visit) ?? []),
		/** Whether there is front matter, and after it a body that parses. */
		isParsed: !unframed && syntax.length === 0,
		/** Why the body could not be parsed; without front matter nobody knows what the body is. */
		syntax: unframed ? [] : syntax,
		/** `file:line` of a node or of a line number. */
		at: (place: Node | number) =>
			`${file}:${typeof place === 'number' ? place : place.position!.start.line}`,
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
export const idsOf = (node: Node, name = 'id'): string[] =>
	(attributeOf(node, name) ?? '').split(/\s+/).filter(Boolean);

/** The id at a block's end (`… ^k7q2`), in text and in a code block's info line. */
export function markOf(node: Node | undefined): string | undefined {
	const last = node?.children?.at(-1);
	return markIn((node?.type === 'code' ? node.meta : last?.type === 'text' && last.value) || '');
}

/** Inline components: alone in a paragraph, MDX takes them out of it and no paragraph is left. */
const inline = ['Claim', 'Term', 'Zh'];
const isProse = ({ type, name }: Node) =>
	type === 'paragraph' || (type === 'mdxJsxFlowElement' && inline.includes(name ?? ''));
const isItem = ({ type }: Node) => type === 'listItem';
/** Components that place what has ids of its own; without an attribute, the name stands for it. */
const placed = ['Figure', 'PagesRead', 'ReportContents'];
const isNote = ({ name }: Node) => name === 'Note' || name === 'Lacks';

/** The block that a node is, if it is one: its id is in braces, in an attribute or in a mark. */
function blockOf({ node, ancestors }: Visit): PageBlock | undefined {
	const block = (kind: PageBlock['kind'], id: string | undefined) => {
		const text = withoutMark(textOfNode(node)).replace(/\s+/gu, ' ').trim();
		return { kind, node, line: node.position!.start.line, id, text };
	};
	if (node.type === 'heading') return block('heading', node.data?.hProperties?.id);
	if (isNote(node)) return block('note', attributeOf(node, 'id'));
	if (placed.includes(node.name ?? ''))
		return block('figure', attributeOf(node, 'id') ?? node.name!);
	const isInside = ancestors.some((one) => isNote(one) || isProse(one));
	if (isInside || ancestors.filter(isItem).length > 1) return undefined;
	if (node.type === 'code') return block('code block', markOf(node));
	if (!isProse(node)) return undefined;
	return block(ancestors.some(isItem) ? 'list item' : 'paragraph', markOf(node));
}
