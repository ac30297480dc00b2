/**
 * What a reader can link to, and what its text is. The same code reads the built HTML (linkedom)
 * and the live page (browser), so that a search hit, a share page and a mark on the page
 * always have the same characters.
 */

/** Where blocks are: nothing outside the article is content. */
export const articleSelector = 'main article[data-page]';

/** Elements that must have an id; of list items, only those that are in no other. */
const candidateSelector = 'h2, h3, h4, p, li, figure, table, tbody tr, pre, .note';

const ignoredTags = new Set('link-menu nav button script style template'.split(' '));

/**
 * Whether an element is on the page but not in the text: controls, locators and what has
 * `data-search-ignore`. Without a selector, which the build's DOM would parse for each element.
 */
export const isIgnored = (element: Element): boolean =>
	ignoredTags.has(element.localName) ||
	element.classList.contains('permalink') ||
	element.classList.contains('locator') ||
	element.hasAttribute('data-search-ignore');

const isInIgnored = (element: Element | null): boolean =>
	element !== null && (isIgnored(element) || isInIgnored(element.parentElement));

/** Elements whose end separates words even where the source has no space. */
const boundaryTags = new Set(
	'td th div p li br dt dd figcaption caption text tspan summary section tr'.split(' '),
);

const kindByTag = {
	H2: 'heading',
	H3: 'heading',
	H4: 'heading',
	P: 'paragraph',
	LI: 'item',
	FIGURE: 'figure',
	TABLE: 'table',
	TR: 'row',
	PRE: 'code',
} as const;
export type BlockKind = 'note' | (typeof kindByTag)[keyof typeof kindByTag];

/** The kind of a block element. Throws for an element that cannot be a block. */
export function kindOf(element: Element): BlockKind {
	if (element.classList.contains('note')) return 'note';
	const kind = kindByTag[element.tagName.toUpperCase() as keyof typeof kindByTag];
	if (!kind) throw new Error(`<${element.localName}> is not a block`);
	return kind;
}

/** Elements of an article that must be blocks, in document order: first-level list items only. */
export function blockElementsOf(article: ParentNode): Element[] {
	return [...article.querySelectorAll(candidateSelector)].filter(
		(element) =>
			!isInIgnored(element) &&
			!(element.localName === 'li' && element.parentElement?.closest('li')),
	);
}

/** A run of characters of a block and the text node it comes from (`null`: a separator). */
export interface TextRun {
	text: string;
	node: Text | null;
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * The block's own text as runs, in reading order. Ignored elements and blocks inside the block
 * (a figure's table rows) are left out. Cells and lines are separated by one space.
 */
export function textRunsOf(block: Element): TextRun[] {
	const runs: TextRun[] = [];
	const separate = () => {
		const last = runs.at(-1);
		if (last && last.node !== null) runs.push({ text: ' ', node: null });
	};
	const walk = (parent: Node) => {
		for (const child of parent.childNodes) {
			if (child.nodeType === TEXT) {
				const text = child.nodeValue ?? '';
				if (text) runs.push({ text, node: child as Text });
			}
			if (child.nodeType !== ELEMENT) continue;
			const element = child as Element;
			if (isIgnored(element)) continue;
			if (element.id && element.matches(candidateSelector)) continue;
			const bounds = boundaryTags.has(element.localName);
			if (bounds) separate();
			walk(element);
			if (bounds) separate();
		}
	};
	walk(block);
	return runs;
}

/** The block's own text as a reader sees it: white space folded, ends trimmed. */
export function textOf(block: Element): string {
	return textRunsOf(block)
		.map((run) => run.text)
		.join('')
		.replace(/\s+/gu, ' ')
		.trim();
}

/** One linkable block of a page. */
export interface Block {
	id: string;
	kind: BlockKind;
	text: string;
	/** Ids of the headings above it, outermost first; a heading's path ends with itself. */
	headingPath: string[];
	/** Text of the heading it stands under; a heading's own. */
	headingText: string | undefined;
	element: Element;
}

/**
 * The blocks of an article that have an id, in document order: all of them, or all headings and
 * those that hold `node`, since reading the text of a whole page takes long.
 */
export function blocksOf(article: ParentNode, node?: Node): Block[] {
	const open: { id: string; level: number; text: string }[] = [];
	const isWanted = (element: Element) =>
		!node || /^H\d$/.test(element.tagName) || element.contains(node);
	return blockElementsOf(article)
		.filter(isWanted)
		.flatMap((element) => {
			const kind = kindOf(element);
			const text = textOf(element);
			if (kind === 'heading') {
				const level = Number(element.tagName[1]);
				while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop();
				if (element.id) open.push({ id: element.id, level, text });
			}
			// A heading without id, as a part of the report on one page has, only ends those before it.
			if (!element.id) return [];
			return {
				id: element.id,
				kind,
				text,
				headingPath: open.map(({ id }) => id),
				headingText: open.at(-1)?.text,
				element,
			};
		});
}
