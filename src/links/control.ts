/**
 * The self-link of a block, in the built page: empty, so that it is never copied along with the
 * text. One Tab stop a section, its heading's; arrow keys reach the others.
 */
import type { Block } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { escaped } from '../base/html.ts';
import { languageTags, otherLanguage } from '../base/languages.ts';
import { pathOf, withBase } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { blockName } from './quote.ts';

/** What carries the words of a block, where that is not the block itself. */
const carriers: Partial<Record<Block['kind'], string>> = {
	figure: '.figure-title',
	table: ':scope > caption',
	row: ':scope > :is(th, td)',
};

/** What carries a block's words, and the list in a list's item, which stands behind its words. */
export function carrierOf({ element, kind }: Pick<Block, 'element' | 'kind'>) {
	const selector = carriers[kind];
	return {
		carrier: (selector && element.querySelector(selector)) || element,
		list: kind === 'item' ? element.querySelector(':scope > :is(ul, ol)') : null,
	};
}

/**
 * Puts a block's link into its page and, behind it, one to the same block of the other edition: the
 * style sheet shows that one at a target where no script leads the language switch there.
 */
export function addControl(block: Block, page: BuiltPage, base: string): void {
	const { element, id, kind } = block;
	const { language, slug, blocks } = page;
	// The number of a claim leads to its own entry.
	if (kind === 'item' && element.querySelector('a.entry-number')) return;
	const { links, site } = wordsIn(language);
	const edition = otherLanguage(language);
	const tag = languageTags[edition];
	const isStop = kind === 'heading' || block === blocks[0];
	// A screen reader would read it with the name of the figure or table, and with each cell of a row.
	const isHidden = !isStop && /figure|row|table/.test(kind);
	const reach = (isHidden ? ' aria-hidden="true"' : '') + (isStop ? '' : ' tabindex="-1"');
	const name = escaped(links.menu(blockName(block, language)));
	const other = `<a href="${withBase(pathOf(slug, edition), base)}#${id}" hreflang="${tag}" lang="${tag}">${site.otherLanguage}</a>`;
	// With dozens of terms the glossary would exceed the bytes that linking may cost a page.
	const isPlain = element.classList.contains('term-entry');
	// Shown by the style sheet alone: reader modes, which have their own, would keep empty links.
	const html = `<span hidden class="permalink"><a${reach} aria-label="${name}" href="#${id}"></a>${isPlain ? '' : other}</span>`;
	const { carrier, list } = carrierOf(block);
	// Nothing may stand inside a heading or code but its text.
	if (kind === 'heading' || kind === 'code') element.insertAdjacentHTML('afterend', html);
	else if (list) list.insertAdjacentHTML('beforebegin', html);
	else carrier.insertAdjacentHTML('beforeend', html);
}

/** An empty target for a former id, in front of the text it leads to; works without script. */
export function addFormerTarget(id: string, { element, kind }: Block): void {
	const isOutside = /heading|figure|table|code/.test(kind);
	const carrier = kind === 'row' ? element.querySelector('th, td')! : element;
	const html = `<span class="former" id="${id}"></span>`;
	carrier.insertAdjacentHTML(isOutside ? 'beforebegin' : 'afterbegin', html);
}
