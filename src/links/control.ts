/**
 * The self-link of a block, in the built page: empty, so that it is never copied along with the
 * text. One Tab stop a section, its heading's; arrow keys reach the others.
 */
import type { Block } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { languageTags, otherLanguage } from '../base/languages.ts';
import { pathOf, withBase } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { blockName } from './quote.ts';

/** What carries the words of a block, where that is not the block itself. */
const carriers: Partial<Record<Block['kind'], string>> = {
	figure: ':scope > figcaption > .figure-title, :scope > figcaption:not(:has(> .figure-title))',
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
	const { document, language, slug } = page;
	// The number of a claim leads to its own entry.
	if (kind === 'item' && element.querySelector('a.entry-number')) return;
	const isStop = kind === 'heading' || block === page.blocks[0];
	const wrapper = document.createElement('span');
	wrapper.className = 'permalink';
	// Shown by the style sheet alone: reader modes, which have their own, would keep empty links.
	wrapper.setAttribute('hidden', '');
	const link = document.createElement('a');
	link.setAttribute('href', `#${id}`);
	link.setAttribute('aria-label', wordsIn(language).links.menu(blockName(block, language)));
	if (!isStop) link.setAttribute('tabindex', '-1');
	// It would be read out with the name of the figure or table, and with that of a row at each cell.
	if (!isStop && /figure|row|table/.test(kind)) link.setAttribute('aria-hidden', 'true');
	const other = document.createElement('a');
	const otherEdition = otherLanguage(language);
	for (const name of ['lang', 'hreflang']) other.setAttribute(name, languageTags[otherEdition]);
	other.setAttribute('href', `${withBase(pathOf(slug, otherEdition), base)}#${id}`);
	other.textContent = wordsIn(language).site.otherLanguage;
	wrapper.append(link);
	// Dozens of terms would take the glossary over the bytes that linking may cost a page.
	if (!element.classList.contains('term-entry')) wrapper.append(other);
	const { carrier, list } = carrierOf(block);
	// Nothing may stand inside a heading or code but its text.
	if (kind === 'heading' || kind === 'code') element.after(wrapper);
	else if (list) list.before(wrapper);
	else carrier.append(wrapper);
}

/** An empty target for a former id, in front of the text it leads to; works without script. */
export function addFormerTarget(id: string, { element, kind }: Block): void {
	const target = element.ownerDocument.createElement('span');
	target.className = 'former';
	target.id = id;
	if (kind === 'row') element.querySelector('th, td')?.prepend(target);
	else if (kind === 'paragraph' || kind === 'item' || kind === 'note') element.prepend(target);
	else element.before(target);
}
