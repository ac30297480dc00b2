/**
 * The self-link of a block, in the built page: empty, so that it is never copied along with the
 * text. One Tab stop a section, its heading's; arrow keys reach the others.
 */
import type { Block } from '../base/blocks.ts';
import { languageTags, otherLanguage, type Language } from '../base/languages.ts';
import { stringsFor } from '../base/words/index.ts';

/** First child that carries the words of a block, where that is not the block itself. */
const carriers: Partial<Record<Block['kind'], string>> = {
	figure: ':scope > figcaption > .figure-title, :scope > figcaption:not(:has(> .figure-title))',
	table: ':scope > caption',
	row: ':scope > :is(th, td)',
};

/** What the link of a block says, and where its text in the other edition is. */
export interface Control {
	/** Name of the link. */
	label: string;
	/** Whether Tab stops at it. */
	isStop: boolean;
	/** Path of the other edition's page. */
	twin: string;
	/** Language of this page. */
	language: Language;
}

/**
 * Puts a block's link into its page and, behind it, one to the same block of the other edition: the
 * style sheet shows that one at a target where no script leads the language switch there.
 */
export function addControl(
	{ element, id, kind }: Block,
	{ label, isStop, twin, language }: Control,
): void {
	// The number of a claim leads to its own entry.
	if (element.querySelector('a.entry-number')) return;
	const { ownerDocument: document } = element;
	const wrapper = document.createElement('span');
	wrapper.className = 'permalink';
	// Shown by the style sheet alone: reader modes, which have their own, would keep empty links.
	wrapper.setAttribute('hidden', '');
	const link = document.createElement('a');
	link.setAttribute('href', `#${id}`);
	link.setAttribute('aria-label', label);
	if (!isStop) link.setAttribute('tabindex', '-1');
	// It would be read out with the name of the figure or table, and with that of a row at each cell.
	if (!isStop && /figure|row|table/.test(kind)) link.setAttribute('aria-hidden', 'true');
	const other = document.createElement('a');
	for (const name of ['lang', 'hreflang']) {
		other.setAttribute(name, languageTags[otherLanguage(language)]);
	}
	other.setAttribute('href', `${twin}#${id}`);
	other.textContent = stringsFor(language).otherLanguage;
	wrapper.append(link);
	// Dozens of terms would take the glossary over the bytes that linking may cost a page.
	if (!element.matches('.term-entry')) wrapper.append(other);
	const carrier = element.querySelector(carriers[kind] ?? ':not(*)') ?? element;
	const list = kind === 'item' ? carrier.querySelector(':scope > :is(ul, ol)') : null;
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
