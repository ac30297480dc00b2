/** What may be in a page, node by node. MDX is code: what is not listed here is refused. */
import { bundledLanguages } from 'shiki';
import { codePoint, misleadingCharacter } from '../../base/characters.ts';
import { isId, withoutMark } from '../../base/ids.ts';
import { attributeOf, idsOf, textOfNode, type Node, type PageSource, type Visit } from '../mdx.ts';
import type { Check } from '../content.ts';

/** What may be wrong with a node, on which line if not its first. */
type NodeFault = [isSo: unknown, what: string, line?: number];
/** What to do, and what may be wrong; the first that applies is reported. */
type Rule = (visit: Visit, page: PageSource) => [fix: string, ...faults: NodeFault[]];

/** How each component is used: inline ones have `…` around them, what is in brackets may be absent. */
export const components: Record<string, string> = {
	Abstract: '<Abstract>…</Abstract>',
	Abstracts: '<Abstracts />',
	Claim: '…<Claim id="…">…</Claim>…',
	Draft: '<Draft>…</Draft>',
	Figure: '<Figure id="…" />',
	Imprint: '<Imprint />',
	Lacks: '<Lacks [id="…"]>…</Lacks>',
	Listing: '<Listing title="…">…</Listing>',
	Note: '<Note [id="…"] matter="…" />',
	PagesRead: '<PagesRead />',
	ReportContents: '<ReportContents />',
	Term: '…<Term id="…">…</Term>…',
	Zh: '…<Zh>…</Zh>…',
};

/** A component is known, has its attributes and is where it may be. */
const tag: Rule = ({ node, ancestors }, { blocks, named }) => {
	const name = node.name ?? '';
	const usage = Object.hasOwn(components, name) ? components[name]! : '';
	const [isInline, isEmpty] = [usage.startsWith('…'), usage.endsWith('/>')];
	const { children = [], attributes = [] } = node;
	const given = attributes.map((attribute) => attribute.name ?? '{…}');
	const unknown = given.find((one) => !usage.replace('[', ' ').includes(` ${one}="`));
	const needed = usage.match(/(?<= )\w+(?==)/g) ?? [];
	const missing = needed.find((one) => !attributeOf(node, one)?.trim());
	const doubled = given.find((attribute, at) => given.indexOf(attribute) < at);
	const ids = idsOf(node);
	const again = ids.find((id, at) => ids.indexOf(id) < at);
	const matter = attributeOf(node, 'matter');
	const [noted] = named('Note').filter((one) => attributeOf(one, 'matter') === matter);
	const isPlural = name !== 'Claim' && (ids.length > 1 || /\S\s+\S/.test(matter ?? ''));
	const isFlow = node.type === 'mdxJsxFlowElement';
	const isInside = (outer: string) => ancestors.some((ancestor) => ancestor.name === outer);
	const at = blocks.indexOf(node);
	const isOpening = at === 0 && children.length === 1 && children[0]!.type === 'paragraph';
	const hasCode = children.some(({ type }) => type === 'code');
	const isAfterText = blocks[at - 1] && blocks[at - 1]!.type !== 'heading';
	const place = isInline
		? 'in a sentence, its punctuation outside'
		: 'on its own, blank lines around and inside';
	return [
		usage
			? `Write ${usage} ${place}.`
			: `Use Markdown or one of ${Object.keys(components).join(', ')}.`,
		[!usage, `<${name}> is ${/^[a-z]/.test(name) ? 'raw HTML' : 'no component'}.`],
		[unknown, `<${name}> has the attribute ${unknown}, which it does not know.`],
		[missing, `<${name}> has no ${missing}="…" with a plain text in it.`],
		[doubled, `<${name}> has ${doubled} twice.`],
		[again, `“${again}” is named twice.`],
		[isPlural, `<${name}> names more than one entry.`],
		[isEmpty && children.length > 0, `<${name}> holds text.`],
		[!isEmpty && children.length === 0, `<${name}> is empty.`],
		[!isInline && (!isFlow || ancestors.length > 0), `<${name}> is not on its own.`],
		[isInline && isFlow, `<${name}> is a whole paragraph, which would be lost.`],
		[isInside(name), `<${name}> is inside <${name}>.`],
		[name === 'Claim' && isInside('Abstract'), '<Claim> is in the abstract, which has none.'],
		[name === 'Abstract' && !isOpening, '<Abstract> is not one paragraph at the top of the page.'],
		[name === 'Lacks' && at < blocks.length - 1, 'Text follows <Lacks>, which ends a page.'],
		[name === 'Listing' && !hasCode, '<Listing> holds no code block.'],
		[name === 'Note' && !isAfterText, 'The note follows nothing it could annotate.'],
		[name === 'Note' && node !== noted, `The page has the note “${matter}” twice; remove one.`],
	];
};

/** Markup that reached the text because the parser did not take it as markup. */
const leftovers: readonly [pattern: RegExp, what: string][] = [
	// https://github.com/bruits/satteri/issues/85
	[
		/\*\*|\*[^\s*][^*]*[，。；：、！？”》]\*/u,
		'The ** of bold text would be printed: bold ends before punctuation.',
	],
	[/\]\s?[([（]|\[\[|［[^］]*］[(（]/, 'A link would be printed as it is.'],
	[/^>/, 'A > would be printed: a tag ends with two.'],
	[/[＜＞]/, 'A tag of full width would be printed.'],
	[/&(#|[a-z]{2,8};|nbsp|[lg]t\b)/i, 'An entity would be printed as it is.'],
	[/(?<![a-z0-9])__?(?=\S)|\S_(?![a-z0-9_])/i, 'The _ of emphasis would be printed: write *.'],
	[/^[#|]|^-(?=\p{Script=Han})/u, 'A mark of a heading, list or table would be printed.'],
	[/[，。；：、]{2}/u, 'Two punctuation marks in a row.'],
	[/`/, 'A ` would be printed as it is.'],
	[/\{#|^[^{]*\}/, 'A brace would be printed.'],
	[
		/(?<=[\p{Script=Han}，。；：、！？）”])\n|\n(?=[\p{Script=Han}（“])/u,
		'A line break would show as a space between Chinese characters.',
	],
	[misleadingCharacter, 'A character that does not show or is not what it looks like, U+.'],
];

const faultsOfText = ({ node }: Visit, value: string): ReturnType<Rule> => [
	'Write **加粗**。, `code`, [text](address) and plain characters, a paragraph on one line.',
	...leftovers.map(([pattern, what]): NodeFault => {
		const found = pattern.exec(value);
		const line = node.position!.start.line + value.slice(0, found?.index).split('\n').length - 1;
		return [found, what.replace('U+', codePoint(found?.[0] ?? ' ')), line];
	}),
];

const heading: Rule = ({ node, ancestors }, page) => {
	const all = page.marked.filter(({ kind }) => kind === 'heading');
	const before = all[all.findIndex((one) => one.node === node) - 1];
	// A second h1 is refused by itself.
	const previous = before ? Math.max(before.node.depth!, 2) : 1;
	const deepest = Math.min(previous + 1, 4);
	const { depth = 1, data } = node;
	const { id, ...others } = data?.hProperties ?? {};
	const title = textOfNode(node).trim();
	return [
		'Write ## 标题 {#id} or a level below the heading above, with an id of at most 24 letters.',
		[depth === 1, `“# ${title}” is a second h1: the page prints its title itself.`],
		[title === '', 'The heading has no text.'],
		[ancestors.length > 0, `The heading “${title}” is inside another block.`],
		[typeof id !== 'string', `The heading “${title}” has no id.`],
		[!isId(String(id)), `“${id}” cannot be an id.`],
		[Object.keys(others).length > 0, `The heading has ${Object.keys(others)} beside its id.`],
		[depth > deepest, `The heading jumps from level ${previous} to level ${depth}.`],
	];
};

/** Lists are tight, for a loose one wraps each item in a paragraph of its own, and count from 1. */
const list: Rule = ({ node: { children: items = [] } }, { lines }) => {
	const lineOf = (at: number) => items[at]?.position?.start.line ?? 0;
	const numbers = items.map((_, at) => /^\s*(\d+)[.)]/.exec(lines[lineOf(at) - 1]!)?.[1]);
	const wrong = numbers.findIndex((one, at) => one && Number(one) !== at + 1);
	const endOf = (at: number) => items[at]?.position?.end.line ?? Infinity;
	const loose = items.findIndex((_, at) => lineOf(at) > endOf(at - 1) + 1);
	return [
		'Write the items without blank lines between them, numbered from 1.',
		[loose >= 0, 'A blank line between the items of a list.', lineOf(loose)],
		[wrong >= 0, `The item ${numbers[wrong]}. is number ${wrong + 1} of its list.`, lineOf(wrong)],
	];
};

/** Code as readers must be able to read it; a tab counts four columns, a Han character two. */
const [longestCode, widestLine] = [24, 76];
const columnsOf = (line: string) =>
	line.replace(/\t/g, '    ').replace(/[\u2E80-\uFFFF]/g, '  ').length;

const code: Rule = ({ node, ancestors }, page) => {
	const { lang, meta, value = '' } = node;
	const { start, end } = node.position!;
	const fence = /`{3,}|~{3,}/.exec(page.lines[start.line - 1]!)![0];
	const closing = page.lines[end.line - 1]!.trim();
	const isClosed = end.line > start.line && closing.startsWith(fence);
	const isKnown = lang === 'text' || (lang ?? '') in bundledLanguages;
	const title = withoutMark(meta ?? '');
	// A listing has the title of the code in it.
	const isListed = ancestors.some(({ name }) => name === 'Listing');
	const isTitled = isListed ? title === '' : /^title="[^"]+"$/.test(title);
	const lines = value.split('\n');
	// Shiki's time limit is off (same bytes each build), so a long line would stall the build.
	const tooWide = lines.findIndex((line) => columnsOf(line) > widestLine);
	const width = columnsOf(lines[tooWide] ?? '');
	return [
		'Write ```python title="…", in a <Listing> without the title, then the code, then ```.',
		[
			!isClosed || closing.replaceAll(fence[0]!, '') || lines.some((one) => one.startsWith(fence)),
			'The code block is not closed.',
		],
		[!isKnown, `The code is in “${lang ?? ''}”; expected text or a language that Shiki knows.`],
		[!isTitled, `Found “${meta ?? ''}” after the language.`],
		[lines.length > longestCode, `${lines.length} lines of code; at most ${longestCode}.`],
		[
			tooWide >= 0,
			`A line of code of ${width} columns; at most ${widestLine}.`,
			start.line + 1 + tooWide,
		],
	];
};

/** Nodes that no page has: their types, what each is, and what to write. */
const unwritten: readonly [types: RegExp, what: string, fix: string][] = [
	[/^mdxjsEsm$/, 'An import or export', 'Remove it: components need none.'],
	[/Expression$/, 'An expression in braces', 'Write the text itself; \\{ for a brace.'],
	[/^image/, 'An image', 'Draw a figure from content/data and place it.'],
	[/^table$/, 'A table written by hand', 'Put the data into content/data/*.csv as a figure.'],
	[/^footnote/, 'A footnote', 'Write <Note id="…" matter="…" />.'],
	[/^(linkReference|definition)$/, 'A link by reference', 'Write [text](address).'],
	[/^delete$/, 'Text struck out, perhaps by two ~ meant as ranges,', 'Write ranges as 7–10.'],
	[/^break$/, 'A line break inside a paragraph', 'Write two paragraphs.'],
	[/^thematicBreak$/, 'A rule', 'Use a heading, or nothing.'],
];

/** A heading without id, which is reported itself; what is in it is not. */
const isWithoutId = ({ type, data }: Node) => type === 'heading' && !data?.hProperties?.id;
const never: Rule = ({ node, ancestors }, { visits }) => {
	const [types, what, fix = ''] = unwritten.find(([types]) => types.test(node.type)) ?? [];
	// What is defined at the end is reported where it is used.
	const isUsed =
		/definition$/i.test(node.type) &&
		visits.some(({ node: { type } }) => types!.test(type) && type.endsWith('Reference'));
	return [fix, [what && !isUsed && !ancestors.some(isWithoutId), `${what} is not used in pages.`]];
};

const ofAttributes: Rule = (visit) =>
	faultsOfText(visit, (visit.node.attributes ?? []).map(({ value }) => value ?? '').join(' '));

/** Rules by type of node. */
const rules: Record<string, readonly Rule[]> = {
	heading: [heading],
	list: [list],
	code: [code],
	text: [(visit) => faultsOfText(visit, visit.node.value ?? '')],
	mdxJsxFlowElement: [tag, ofAttributes],
	mdxJsxTextElement: [tag, ofAttributes],
};

/** Checks every node of every page by the rules of its type. */
export const nodes: Check = ({ pages }, refuse) => {
	for (const page of pages) {
		for (const visit of page.visits) {
			for (const rule of rules[visit.node.type] ?? [never]) {
				const [fix, ...faults] = rule(visit, page);
				const [, what, line] = faults.find(([isSo]) => isSo) ?? [];
				if (what) refuse(page.at(line ?? visit.node), what, fix);
			}
		}
	}
};
