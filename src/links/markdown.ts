/**
 * Finished HTML of an article as GitHub-flavoured Markdown, by hast-util-to-mdast and
 * mdast-util-to-markdown: the same words in the same order, every block with its permanent id in
 * braces at its end, every link absolute. Drawings (their tables say the same), controls and the
 * marks of claims are left out.
 */
import type { Element as HastElement, Nodes } from 'hast';
import { fromDom } from 'hast-util-from-dom';
import { toMdast, type State } from 'hast-util-to-mdast';
import type { ListItem, Nodes as MdastNodes } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { blockElementsOf, kindOf } from '../base/blocks.ts';
import { carrierOf } from './control.ts';

/** What has no words in the text; labels and downloads are no search results, but they are read. */
const skippedSelector =
	'nav, button, form, script, style, svg, [aria-hidden="true"], [hidden], .verdicts, .note-more, ' +
	'[data-search-ignore]:not(.label, [download])';

/** Elements that the style sheet alone sets apart: titles, labels, names of entries. */
const strongSelector =
	'caption, dfn:not(.term), .label, .figure-title, .figure-word, .mentions-label';

const rowOfFacts = '.page-facts, .bylines dd, .entry-head, .term-names, .figure-files';

/** A copy of an article with what HTML says by class said by elements, ready to be converted. */
function prepared(article: Element, pageUrl: string): Element {
	const copy = article.cloneNode(true) as Element;
	const document = article.ownerDocument;
	const element = (tag: string, ...children: (Node | string)[]) => {
		const made = document.createElement(tag);
		made.append(...children);
		return made;
	};
	for (const skipped of copy.querySelectorAll(skippedSelector)) skipped.remove();
	for (const link of copy.querySelectorAll('a[href]')) {
		link.setAttribute('href', new URL(link.getAttribute('href')!, pageUrl).href);
	}
	for (const facts of copy.querySelectorAll(rowOfFacts)) {
		for (const fact of [...facts.children].slice(1)) fact.before(' · ');
	}
	for (const block of blockElementsOf(copy).filter(({ id }) => id)) {
		const kind = kindOf(block);
		const mark = ` {#${block.id}}`;
		const { carrier, list } = carrierOf({ element: block, kind });
		if (kind === 'code') block.after(element('p', mark.trim()));
		else if (list) list.before(mark);
		else (carrier.querySelector(':scope > p:last-child') ?? carrier).append(mark);
	}
	for (const set of copy.querySelectorAll(strongSelector)) {
		set.append(element('strong', ...set.childNodes));
	}
	for (const locator of copy.querySelectorAll('small.locator, .wording-place')) {
		// Behind it was the link to what was checked.
		locator.replaceWith(' ', element('em', locator.textContent!.trim()), ' ');
	}
	for (const label of copy.querySelectorAll('.label, .series > b')) label.after(' ');
	for (const note of copy.querySelectorAll('.note, aside')) {
		note.replaceWith(element('blockquote', ...note.childNodes));
	}
	// A table's caption stands above it; GFM has no place for it inside.
	for (const caption of copy.querySelectorAll('caption')) {
		caption.closest('table')!.before(element('p', ...caption.childNodes));
		caption.remove();
	}
	for (const line of copy.querySelectorAll('td > div + div')) line.before(element('br'));
	return copy;
}

/** Also for cells, which hold one line. */
const lineBreak = (): MdastNodes => ({ type: 'html', value: '<br>' });

/** Divisions and headers hold blocks; entries of the claims keep their own numbers. */
const listNode = (state: State, node: HastElement): MdastNodes => {
	const isNumbered = node.tagName === 'ol' && !node.properties.className;
	const children = state.all(node) as ListItem[];
	const spread = children.some(({ children: parts }) => parts.length > 1);
	return { type: 'list', ordered: isNumbered, start: isNumbered ? 1 : null, spread, children };
};

/** An article's HTML as Markdown; links are resolved against the absolute address of its page. */
export function markdownOf(article: Element, pageUrl: string): string {
	const tree = fromDom(prepared(article, pageUrl) as unknown as globalThis.Node) as Nodes;
	const markdown = toMdast(tree, { handlers: { br: lineBreak, ol: listNode, ul: listNode } });
	return toMarkdown(markdown, {
		extensions: [gfmToMarkdown({ tablePipeAlign: false })],
		bullet: '-',
		emphasis: '*',
		rule: '-',
		fences: true,
	});
}
