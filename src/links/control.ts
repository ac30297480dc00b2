/**
 * The self-link of a block, in the built page: empty, so that it is never copied along with the
 * text. One stop a section for the keyboard: the heading's; arrow keys reach the others.
 */
import type { Block } from '../base/blocks.ts';

/** First child that carries the words of a block, where that is not the block itself. */
const carriers: Partial<Record<Block['kind'], string[]>> = {
	figure: [':scope > figcaption > .figure-title', ':scope > figcaption'],
	table: [':scope > caption'],
	row: [':scope > :is(th, td)'],
};

/** Blocks whose link stands after the element: nothing may stand inside these but their text. */
const isOutside = ({ kind }: Block) => kind === 'heading' || kind === 'code';

/** Puts a block's link into its page. `label` is the link's name. */
export function addControl(block: Block, label: string): void {
	const { element, id, kind } = block;
	const { ownerDocument: document } = element;
	const wrapper = document.createElement('span');
	// Reader modes drop what is called a menu; without it they would keep empty links.
	wrapper.className = 'permalink menu';
	const link = document.createElement('a');
	link.setAttribute('href', `#${id}`);
	link.setAttribute('aria-label', label);
	if (kind !== 'heading') link.setAttribute('tabindex', '-1');
	wrapper.append(link);
	// It would be read out with the names of the row and of the table, at each of their cells.
	if (kind === 'row' || kind === 'table') wrapper.setAttribute('aria-hidden', 'true');
	if (isOutside(block)) {
		element.after(wrapper);
		return;
	}
	const found = carriers[kind]?.map((selector) => element.querySelector(selector)).find(Boolean);
	const carrier = found ?? element;
	const list = kind === 'item' ? carrier.querySelector(':scope > :is(ul, ol)') : null;
	if (list) list.before(wrapper);
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
