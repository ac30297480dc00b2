/**
 * Finished HTML of an article as GitHub-flavoured Markdown: the same words in the same order, with
 * headings under their permanent ids (`## 三步训练 {#rlhf-steps}`) and every link absolute. Knows
 * the elements this site writes and no others; furniture, drawings (their tables say the same) and
 * the marks of claims are left out.
 */
import { markdownInline, markdownLine } from '../../base/markdown-text.ts';

/** What has no words of its own in the text: controls, drawings, marks. */
const skippedSelector = [
	'nav, button, form, script, style, template, svg',
	'[role="img"], [aria-hidden="true"], [hidden]',
	'.permalink, .verdicts, .note-more, .backlinks, .figure-claims',
	// Labels and downloads are no search results, but they are part of what is read.
	'[data-search-ignore]:not(.label, [download])',
].join(', ');

/** What the style sheet sets apart: titles, labels, and the names of a register's entries. */
const strongSelector = [
	'b, strong, caption, dfn:not(.term)',
	'.label, .figure-title, .figure-word, .code-title, .entry-number, .told-label',
].join(', ');
const emphasisSelector = 'em, i';

const blockTags = new Set(
	'ARTICLE ASIDE BLOCKQUOTE CAPTION DETAILS DIV FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 HEADER LI OL P PRE SECTION TABLE UL CLAIM-FILTER'.split(
		' ',
	),
);

const ELEMENT = 1;
const TEXT = 3;

const tagOf = (element: Element) => element.tagName.toUpperCase();
const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
const isBlock = (node: Node): node is Element => isElement(node) && blockTags.has(tagOf(node));
const isSkipped = (node: Node) => isElement(node) && node.matches(skippedSelector);

/** White space folded to single spaces. */
const folded = (text: string) => text.replace(/\s+/gu, ' ');

/** Marks around words; spaces at their ends stay outside, where GFM wants them. */
function marked(text: string, mark: string): string {
	const words = text.trim();
	return words ? text.replace(words, () => mark + words + mark) : text;
}

const linkUrl = (url: string) => url.replace(/[()\s]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

/** Elements set apart by the style sheet alone: the facts of a page, a register's heads. */
function isRowOfFacts(parent: Node): boolean {
	const nodes = [...parent.childNodes].filter((node) => !isSkipped(node));
	return nodes.length > 1 && nodes.every((node) => isElement(node) && !isBlock(node));
}

/** Turns nodes into Markdown; a link is read against the address of its page. */
class MarkdownWriter {
	readonly #pageUrl: string;

	constructor(pageUrl: string) {
		this.#pageUrl = pageUrl;
	}

	inline(parent: Node): string {
		const isRow = isRowOfFacts(parent);
		return [...parent.childNodes]
			.map((node) => this.#inlineNode(node))
			.reduce((line, next) => line + (isRow && /\S$/.test(line) ? ' · ' : '') + next, '');
	}

	#inlineNode(node: Node): string {
		if (node.nodeType === TEXT) return markdownInline(folded(node.nodeValue ?? ''));
		if (!isElement(node) || isSkipped(node)) return '';
		const tag = tagOf(node);
		if (tag === 'BR') return '\\\n';
		if (tag === 'CODE') return this.#code(node.textContent ?? '');
		const text = this.inline(node);
		if (tag === 'A') return this.#link(text, node.getAttribute('href') ?? '');
		if (node.matches('.figure-label')) {
			return this.#link(text, `#${node.closest('figure')?.id ?? ''}`);
		}
		if (node.matches('small.locator')) return ` ${marked(text, '*')}`;
		if (node.matches(emphasisSelector)) return marked(text, '*');
		if (node.matches(strongSelector)) return `${marked(text, '**')} `;
		return text;
	}

	#link(text: string, href: string): string {
		const url = new URL(href, this.#pageUrl).href;
		return text.trim() ? `[${text.trim()}](${linkUrl(url)})` : '';
	}

	#code(text: string): string {
		const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
		const fence = '`'.repeat(longest + 1);
		const gap = /^`|`$/.test(text) ? ' ' : '';
		return fence + gap + text + gap + fence;
	}

	/** Blocks of Markdown for what stands in an element, in order. */
	blocksIn(parent: Node): string[] {
		const blocks: string[] = [];
		let line = '';
		const endLine = () => {
			const text = line.replace(/[^\S\n]+/gu, ' ').trim();
			if (text) blocks.push(markdownLine(text));
			line = '';
		};
		if (isRowOfFacts(parent)) line = this.inline(parent);
		else {
			for (const node of parent.childNodes) {
				if (isSkipped(node)) continue;
				if (isBlock(node)) {
					endLine();
					blocks.push(...this.block(node));
				} else line += this.#inlineNode(node);
			}
		}
		endLine();
		return blocks;
	}

	/** One element as blocks of Markdown; a container is what stands in it. */
	block(element: Element): string[] {
		const tag = tagOf(element);
		if (/^H[1-4]$/.test(tag)) return [this.#heading(element, Number(tag[1]))];
		if (tag === 'UL' || tag === 'OL') return [this.#list(element)];
		if (tag === 'PRE') return [this.#codeBlock(element)];
		if (tag === 'TABLE') return this.#table(element);
		const blocks = this.blocksIn(element);
		if (tag === 'BLOCKQUOTE' || element.matches('.note')) return [quoted(blocks.join('\n\n'))];
		if (!element.matches(strongSelector)) return blocks;
		return blocks.map((text) => marked(text, '**'));
	}

	#heading(element: Element, level: number): string {
		const id = element.id ? ` {#${element.id}}` : '';
		return `${'#'.repeat(level)} ${this.inline(element).trim()}${id}`;
	}

	/** A list that numbers its own entries is no numbered list: a register's keep their numbers. */
	#list(element: Element): string {
		const isNumbered = tagOf(element) === 'OL' && !element.className;
		const items = [...element.children]
			.filter((item) => !isSkipped(item))
			.map((item, at) => {
				const mark = isNumbered ? `${at + 1}. ` : '- ';
				return { mark, blocks: this.blocksIn(item) };
			});
		const isTight = items.every(({ blocks }) => blocks.length <= 1);
		return items
			.map(({ mark, blocks }) => mark + indented(blocks.join('\n\n'), mark.length))
			.join(isTight ? '\n' : '\n\n');
	}

	#codeBlock(element: Element): string {
		const text = (element.textContent ?? '').replace(/\n$/, '');
		const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
		const fence = '`'.repeat(longest + 1);
		return `${fence}${element.getAttribute('data-language') ?? ''}\n${text}\n${fence}`;
	}

	/** Caption above, then the table; a cell of several lines keeps them by `<br>`. */
	#table(table: Element): string[] {
		const caption = table.querySelector('caption');
		const cellOf = (cell: Element) => this.blocksIn(cell).join('<br>');
		const rowOf = (row: Element) =>
			`| ${[...row.querySelectorAll('th, td')].map(cellOf).join(' | ')} |`;
		const heads = [...table.querySelectorAll('thead th')];
		const rule = heads.map((head) => (head.classList.contains('numeric') ? '---:' : '---'));
		return [
			...(caption ? this.block(caption) : []),
			[
				...[...table.querySelectorAll('thead tr')].map(rowOf),
				`| ${rule.join(' | ')} |`,
				...[...table.querySelectorAll('tbody tr')].map(rowOf),
			].join('\n'),
		];
	}
}

const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
const indented = (text: string, by: number) => text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(by)}`);

/**
 * An article's HTML as Markdown.
 *
 * @param article As the build wrote it.
 * @param pageUrl Absolute address of its page; links are resolved against it.
 */
export function markdownOf(article: Element, pageUrl: string): string {
	return `${new MarkdownWriter(pageUrl).blocksIn(article).join('\n\n')}\n`;
}
