/** How a page is put together: headings, abstract, notes, lists, code, block marks. */
import { bundledLanguages } from 'shiki';
import { blockMarkPattern, isId } from '../../base/ids.ts';
import type { Content } from '../content.ts';
import { lastPage } from '../fields.ts';
import { pageBlocksOf, textOfNode, type Node, type PageSource } from '../mdx.ts';

/** Reports a fault of a page at a node or a line. */
export type RefuseNode = (place: Node | number, what: string, fix: string) => void;

/** A check of one page. */
export type PageCheck = (page: PageSource, refuse: RefuseNode, content: Content) => void;

/** A section says which pages of the report it covers, in pages that exist. */
const reportFields: PageCheck = (page, refuse, { report }) => {
	const { value, lineOf } = page.frontmatter;
	if (!value || !report) return;
	const { sections, pageCount, published } = report.value;
	for (const field of ['pages', 'coverage'] as const) {
		if (!sections.includes(page.slug) || value[field] !== undefined) continue;
		refuse(2, `The section has no ${field}.`, `Add ${field} to the front matter.`);
	}
	if (value.updated < published) {
		const fix = 'Write the day of the last change.';
		refuse(lineOf(['updated']), `updated: the report is of ${published}.`, fix);
	}
	if (lastPage(value.pages) > pageCount) {
		const fix = 'Write the pages as the report numbers them.';
		refuse(lineOf(['pages']), `pages: the report has ${pageCount} pages.`, fix);
	}
};

/** A section begins with its abstract, one paragraph; what the excerpt lacks is its last line. */
const frame: PageCheck = (page, refuse, { report }) => {
	const { blocks } = page;
	const isSection = report?.value.sections.includes(page.slug);
	if (!blocks.some((block) => textOfNode(block).trim() !== '')) {
		const fix = 'Write it, or remove the page and its entry in report.yaml.';
		return refuse(page.lines.length, 'The page has no text.', fix);
	}
	if (isSection && !blocks.some(({ name }) => name === 'Abstract')) {
		const fix = 'Put <Abstract> with one paragraph right after the front matter.';
		refuse(blocks[0]!, 'The page does not begin with <Abstract>.', fix);
	}
	blocks.forEach((block, at) => {
		const { name, children = [] } = block;
		const before = blocks[at - 1];
		const isProse = children.length === 1 && children[0]!.type === 'paragraph';
		if (name === 'Abstract' && !(at === 0 && isProse)) {
			const fix = 'Blank line, one paragraph, blank line inside; nothing above.';
			refuse(block, '<Abstract> is not one paragraph at the top of the page.', fix);
		}
		if (name === 'Lacks' && at < blocks.length - 1) {
			refuse(block, 'Text follows <Lacks>.', 'Put it at the end of the page.');
		}
		if (name === 'Listing' && !children.some(({ type }) => type === 'code')) {
			refuse(block, '<Listing> holds no code block.', 'Blank line, code block, blank line inside.');
		}
		if (name === 'Note' && (!before || before.type === 'heading')) {
			const fix = 'Put it right after its paragraph, list or figure.';
			refuse(block, 'The note follows nothing it could annotate.', fix);
		}
	});
};

const deepestHeading = 4;

const headings: PageCheck = (page, refuse) => {
	let previous = 1;
	for (const { node, ancestors } of page.visits) {
		if (node.type !== 'heading') continue;
		const { depth = 1, data } = node;
		const { id, ...properties } = data?.hProperties ?? {};
		const others = Object.keys(properties);
		const title = textOfNode(node).trim();
		if (depth === 1) {
			refuse(node, `“# ${title}” is a second h1.`, 'Begin with ##: the page prints its title itself.');
		} else if (title === '') {
			refuse(node, 'The heading has no text.', 'Write it.');
		} else if (ancestors.length > 0) {
			refuse(node, `The heading “${title}” is inside another block.`, 'Put it at the top level.');
		} else if (typeof id !== 'string') {
			const fix = 'End it with a lasting ASCII id: ## 标题 {#meaningful-id}.';
			refuse(node, `The heading “${title}” has no id.`, fix);
		} else if (!isId(id)) {
			const fix = 'Lower-case ASCII words joined by hyphens, at most 24 characters: {#rlhf-steps}.';
			refuse(node, `“${id}” cannot be an id.`, fix);
		} else if (others.length > 0) {
			refuse(node, `The heading has ${others.join(', ')} beside its id.`, 'Keep only {#id}.');
		} else if (depth > previous + 1 || depth > deepestHeading) {
			const fix = `Write ${'#'.repeat(Math.min(previous + 1, deepestHeading))} instead.`;
			refuse(node, `The heading jumps from level ${previous} to level ${depth}.`, fix);
		}
		previous = depth;
	}
};

/** Lists are tight: a loose one wraps each item in a paragraph of its own. */
const lists: PageCheck = (page, refuse) => {
	for (const { node } of page.visits) {
		if (node.type !== 'list') continue;
		const loose = node.children?.find((item, at, items) => {
			const before = items[at - 1];
			return before && item.position!.start.line > before.position!.end.line + 1;
		});
		if (!loose) continue;
		const fix = 'Remove the blank lines between the items.';
		refuse(loose, 'A blank line between the items of a list.', fix);
	}
};

/** Code as readers must be able to read it; a tab counts four columns, a Han character two. */
const widestLine = 76;
const longestCode = 24;
const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/gu;
const columnsOf = (line: string) => line.replace(/\t/g, '    ').replace(wide, '  ').length;
const codeMeta = /^title="[^"]+"(?: \^[a-z][a-z0-9-]*)?$/;
/** Inside a listing, which has the title. */
const listedMeta = /^(?:\^[a-z][a-z0-9-]*)?$/;

function isClosed(page: PageSource, node: Node): boolean {
	const { start, end } = node.position!;
	const opening = /(`{3,}|~{3,})/.exec(page.lines[start.line - 1] ?? '')?.[1] ?? '```';
	const closing = (page.lines[end.line - 1] ?? '').trim();
	return end.line > start.line && closing.startsWith(opening) && /^(`+|~+)$/.test(closing);
}

const code: PageCheck = (page, refuse) => {
	for (const { node, ancestors } of page.visits) {
		if (node.type !== 'code') continue;
		const lines = (node.value ?? '').split('\n');
		const isListed = ancestors.some(({ name }) => name === 'Listing');
		const tooWide = lines.findIndex((line) => columnsOf(line) > widestLine);
		if (!isClosed(page, node)) {
			refuse(node, 'The code block is not closed.', 'End it with a line of ```.');
		} else if (!node.lang || !(node.lang in bundledLanguages || node.lang === 'text')) {
			const fix = 'Name a language Shiki knows, or text, after the fence: ```python title="…".';
			refuse(node, `The code is in “${node.lang ?? ''}”.`, fix);
		} else if (!(isListed ? listedMeta : codeMeta).test(node.meta ?? '')) {
			const fix = isListed ? 'Write ```python ^id.' : 'Write ```python title="…" ^id.';
			refuse(node, `Found “${node.meta ?? ''}” after the language.`, fix);
		} else if (lines.length > longestCode) {
			refuse(node, `${lines.length} lines of code; at most ${longestCode}.`, 'Show less of it.');
		} else if (tooWide !== -1) {
			// Shiki's time limit is off (same bytes each build), so a long line would stall the build.
			const what = `A line of code of ${columnsOf(lines[tooWide]!)} columns; at most ${widestLine}.`;
			refuse(node.position!.start.line + 1 + tooWide, what, 'Break the line.');
		}
	}
};

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

/** Every block has its id, and no mark is printed. */
const marks: PageCheck = (page, refuse) => {
	for (const { kind, node, id } of pageBlocksOf(page)) {
		if (kind === 'heading') continue;
		const isStray = kind !== 'code block' && strayMark.test(textOfNode(node).replace(blockMarkPattern, ''));
		if (isStray) {
			refuse(node, 'A block mark inside the block would be printed.', 'Put it at the very end.');
		} else if (!id) {
			refuse(node, `This ${kind} has no id.`, 'Run npm run ids.');
		} else if (!isId(id)) {
			refuse(node, `“${id}” cannot be an id.`, 'Write at most 24 characters.');
		}
	}
};

/** Checks of a page's parts. The missing marks come last, so that other causes come first. */
export const pageChecks: readonly PageCheck[] = [reportFields, frame, headings, lists, code, marks];
