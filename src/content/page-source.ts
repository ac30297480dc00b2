/** One MDX file, read once for all checks: lines, frontmatter and syntax tree with positions. */
import { mdxToMdast, type MdastNode } from 'satteri';
import type { Complaint } from '../base/content-error.ts';
import type { Language } from '../base/languages.ts';
import type { Reading } from './complaints.ts';
import { pageSchema, type Page } from './schema.ts';
import { readYaml } from './sources.ts';

/** A node as the checks see it: every kind of mdast and MDX node has these, where they apply. */
export interface Node {
	type: string;
	children?: Node[];
	value?: string;
	url?: string;
	depth?: number;
	lang?: string | null;
	meta?: string | null;
	ordered?: boolean | null;
	name?: string | null;
	attributes?: { type: string; name?: string; value?: unknown }[];
	data?: { hProperties?: Record<string, unknown> };
	position?: {
		start: { line: number; column: number; offset: number };
		end: { line: number; offset: number };
	};
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
	/** Top-level blocks after the frontmatter; empty when the body does not parse. */
	blocks: Node[];
	/** Every node of the body in reading order. */
	visits: Visit[];
	/** Why the body could not be parsed. */
	syntax: Complaint[];
	/** `file:line` of a node or of a line number. */
	at(place: Node | number): string;
}

/** Features of the parser as in `astro.config.mjs`: intake must see what the build sees. */
const features = { headingAttributes: true, smartPunctuation: false } as const;

// The parser dies without a message (SIGSEGV) on some thousand nested quotes, so such a line
// must be refused before it is parsed. Nobody nests this deep.
const deepestNesting = 20;
const nested = new RegExp(`^\\s*(?:[>*+-]\\s*){${deepestNesting},}\\S`);

function readFrontmatter(file: string, lines: readonly string[]): Reading<Page> {
	const refused = (what: string, mend: string): Reading<Page> => ({
		value: undefined,
		complaints: [{ what, where: `${file}:1`, mend }],
		lineOf: () => 1,
	});
	if (lines.join('').trim() === '') {
		return refused('The file is empty.', 'Write frontmatter and text, or remove the file.');
	}
	if (lines[0] !== '---') {
		return refused('The page does not begin with frontmatter.', 'Begin the first line with ---.');
	}
	const end = lines.indexOf('---', 1);
	if (end === -1) {
		return refused('The frontmatter is not closed.', 'End the frontmatter with a line of ---.');
	}
	const text = `${lines.slice(1, end).join('\n')}\n`;
	return readYaml({ file, text, firstLine: 2 }, pageSchema);
}

/** Parses the body; a syntax error becomes a complaint with its line. */
function parse(file: string, text: string, lines: readonly string[]): [Node[], Complaint[]] {
	const deep = lines.findIndex((line) => nested.test(line));
	if (deep !== -1) {
		const what = `Quotes or lists nested ${deepestNesting} deep or deeper.`;
		return [[], [{ what, where: `${file}:${deep + 1}`, mend: 'Nest less deeply.' }]];
	}
	try {
		const root = mdxToMdast(text, { features }) as MdastNode as Node;
		return [(root.children ?? []).filter(({ type }) => type !== 'yaml'), []];
	} catch (error) {
		const message = (error as Error).message;
		const [, line = '1', what = message] =
			/^(\d+):\d+: (.*?)(?: \(mdx[^)]*\))?$/s.exec(message) ?? [];
		const mend = 'Close each tag on the line it opens; write \\{ and \\< for the characters.';
		return [[], [{ what: `${what}.`, where: `${file}:${line}`, mend }]];
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
	const [language, name] = file.split('/').slice(-2) as [Language, string];
	// Line ends of other systems are refused elsewhere; here they must not hide the frontmatter.
	const lines = text.split(/\r\n?|\n/);
	const frontmatter = readFrontmatter(file, lines);
	const [blocks, syntax] = parse(file, text, lines);
	return {
		file,
		language,
		slug: name.replace(/\.mdx$/, ''),
		lines,
		frontmatter,
		blocks,
		visits: [...walk(blocks, [])],
		syntax,
		at: (place) =>
			`${file}:${typeof place === 'number' ? place : (place.position?.start.line ?? 1)}`,
	};
}

/** All text below a node. */
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
export function idsOf(node: Node, name: string): string[] {
	return (attributeOf(node, name) ?? '').split(/\s+/).filter(Boolean);
}
