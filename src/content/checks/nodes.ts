/** What may be in a page, node by node. MDX is code: what is not listed here is refused. */
import { bundledLanguages } from 'shiki';
import { codePoint, misleadingCharacter } from '../../base/characters.ts';
import { isId } from '../../base/ids.ts';
import { textOfNode, type Node, type PageSource, type Visit } from '../mdx.ts';
import { claimNumber, pointer, tag } from './components.ts';
import type { Check, Fault, Rule } from './check.ts';

const never =
	(what: string, fix: string, unless?: string): Rule =>
	(_, page) =>
		page.visits.some(({ node }) => node.type === unless) ? undefined : [what, fix];
const expression = never(
	'An expression in braces in a page.',
	'Write the text itself; write \\{ for a brace.',
);
const image = never('An image in a page.', 'Draw a figure from content/data and place it.');
const footnote = ['A footnote.', 'Write <Note id="…" matter="…" />.'] as const;
const byReference = ['A link by reference.', 'Write [text](address).'] as const;

/** Markup that reached the text because the parser did not take it as markup. */
const leftovers: readonly [pattern: RegExp, what: string, fix: string][] = [
	// https://github.com/bruits/satteri/issues/85
	[/\*\*/, 'The ** of a strong text would be printed.', 'Close it before punctuation: **加粗**。后文.'],
	[/\]\s?\(/, 'A link would be printed as it is.', 'Write [text](address) without spaces.'],
	[/`/, 'A ` would be printed as it is.', 'Close the code with as many ` as it opens with.'],
	[/\{#/, 'An id in braces would be printed.', 'Ids in braces end a heading: ## 标题 {#id}.'],
	[
		/(?<=[\p{Script=Han}，。；：、！？）”])\n|\n(?=[\p{Script=Han}（“])/u,
		'A line break would show as a space between Chinese characters.',
		'Keep each paragraph on one line.',
	],
	[
		misleadingCharacter,
		'A character that does not show or is not what it looks like',
		'Remove it, as &…; too.',
	],
];

const faultOfText = ({ node }: Visit, value: string): Fault | undefined => {
	for (const [pattern, what, fix] of leftovers) {
		const found = pattern.exec(value);
		if (!found) continue;
		const line = node.position!.start.line + value.slice(0, found.index).split('\n').length - 1;
		const isCharacter = pattern === misleadingCharacter;
		return [isCharacter ? `${what}, ${codePoint(found[0])}.` : what, fix, line];
	}
	return undefined;
};

const deepestHeading = 4;

const heading: Rule = ({ node, ancestors }, page) => {
	const all = page.visits.flatMap((visit) => (visit.node.type === 'heading' ? visit.node : []));
	const previous = all[all.indexOf(node) - 1]?.depth ?? 1;
	const { depth = 1, data } = node;
	const { id, ...others } = data?.hProperties ?? {};
	const title = textOfNode(node).trim();
	if (depth === 1) {
		return [`“# ${title}” is a second h1.`, 'Begin with ##: the page prints its title itself.'];
	}
	if (title === '') return ['The heading has no text.', 'Write it.'];
	if (ancestors.length > 0) {
		return [`The heading “${title}” is inside another block.`, 'Put it at the top level.'];
	}
	if (typeof id !== 'string') {
		const fix = 'End it with a lasting ASCII id: ## 标题 {#meaningful-id}.';
		return [`The heading “${title}” has no id.`, fix];
	}
	if (!isId(id)) {
		const fix = 'Lower-case ASCII words joined by hyphens, at most 24 characters: {#rlhf-steps}.';
		return [`“${id}” cannot be an id.`, fix];
	}
	if (Object.keys(others).length > 0) {
		const what = `The heading has ${Object.keys(others).join(', ')} beside its id.`;
		return [what, 'Keep only {#id}.'];
	}
	if (depth <= previous + 1 && depth <= deepestHeading) return undefined;
	const fix = `Write ${'#'.repeat(Math.min(previous + 1, deepestHeading))} instead.`;
	return [`The heading jumps from level ${previous} to level ${depth}.`, fix];
};

/** Lists are tight, for a loose one wraps each item in a paragraph of its own, and count from 1. */
const list: Rule = ({ node }, page) => {
	let before = Number.POSITIVE_INFINITY;
	for (const [at, item] of (node.children ?? []).entries()) {
		const { line } = item.position!.start;
		if (line > before + 1) {
			const fix = 'Remove the blank lines between the items.';
			return ['A blank line between the items of a list.', fix, line];
		}
		const number = /^\s*(\d+)[.)]/.exec(page.lines[line - 1] ?? '')?.[1];
		if (number && Number(number) !== at + 1) {
			return [`The item ${number}. is number ${at + 1} of its list.`, `Write ${at + 1}.`, line];
		}
		before = item.position!.end.line;
	}
	return undefined;
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

const code: Rule = ({ node, ancestors }, page) => {
	const lines = (node.value ?? '').split('\n');
	const isListed = ancestors.some(({ name }) => name === 'Listing');
	const tooWide = lines.findIndex((line) => columnsOf(line) > widestLine);
	if (!isClosed(page, node)) return ['The code block is not closed.', 'End it with a line of ```.'];
	if (!node.lang || !(node.lang in bundledLanguages || node.lang === 'text')) {
		const fix = 'Name a language Shiki knows, or text, after the fence: ```python title="…".';
		return [`The code is in “${node.lang ?? ''}”.`, fix];
	}
	if (!(isListed ? listedMeta : codeMeta).test(node.meta ?? '')) {
		const fix = isListed ? 'Write ```python ^id.' : 'Write ```python title="…" ^id.';
		return [`Found “${node.meta ?? ''}” after the language.`, fix];
	}
	if (lines.length > longestCode) {
		return [`${lines.length} lines of code; at most ${longestCode}.`, 'Show less of it.'];
	}
	if (tooWide === -1) return undefined;
	// Shiki's time limit is off (same bytes each build), so a long line would stall the build.
	const what = `A line of code of ${columnsOf(lines[tooWide]!)} columns; at most ${widestLine}.`;
	return [what, 'Break the line.', node.position!.start.line + 1 + tooWide];
};

const attributeTexts: Rule = (visit) =>
	faultOfText(visit, (visit.node.attributes ?? []).map(({ value }) => String(value ?? '')).join(' '));
const tags = [tag, pointer, claimNumber, attributeTexts];

/** Rules by type of node. Of a reference and what it names, the reference is reported. */
const rules: Record<string, readonly Rule[]> = {
	heading: [heading],
	list: [list],
	code: [code],
	text: [(visit) => faultOfText(visit, visit.node.value ?? '')],
	mdxJsxFlowElement: tags,
	mdxJsxTextElement: tags,
	mdxjsEsm: [
		never('A line of code (import or export) in a page.', 'Remove it: components are there.'),
	],
	mdxFlowExpression: [expression],
	mdxTextExpression: [expression],
	html: [never('Raw HTML in a page.', 'Use Markdown or a component.')],
	image: [image],
	imageReference: [image],
	table: [
		never('A table written by hand.', 'Put the data into content/data/*.csv and place a figure.'),
	],
	footnoteReference: [never(...footnote)],
	footnoteDefinition: [never(...footnote, 'footnoteReference')],
	linkReference: [never(...byReference)],
	definition: [never(...byReference, 'linkReference')],
	delete: [
		never('Text struck out, perhaps by two ~ meant as ranges.', 'Write ranges as 7–10.'),
	],
	thematicBreak: [never('A rule across the page.', 'Use a heading, or nothing.')],
};

/** Holds every node of every page against the rules of its type. */
export const nodes: Check = (content, refuse) => {
	for (const page of content.pages) {
		for (const visit of page.visits) {
			for (const rule of Object.hasOwn(rules, visit.node.type) ? rules[visit.node.type]! : []) {
				const fault = rule(visit, page, content);
				if (fault) refuse(page.at(fault[2] ?? visit.node), fault[0], fault[1]);
			}
		}
	}
};
