/**
 * Links to selected words: `/s/k7q2/#:~:text=归母净利润`. The share page hands the words on; where
 * they have changed or the browser knows no such links, the link still leads to their paragraph.
 */
import { generateFragmentFromRange } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import type { Block } from '../base/blocks.ts';

/** Percent-encoding of a text directive: `-` and `,` mean something there. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The block in which a selection begins, none when it selects no word of one; and the fragment for
 * the block's share page that names the selected words, grown to whole ones, `#:~:text=…`: empty
 * where they cannot be named for certain.
 */
export function passageOf(selected: Range, blocks: readonly Block[]) {
	const range = selected.cloneRange();
	// The generator names nothing that begins with a space.
	const { startContainer: node } = range;
	const spaces = /^\s*/.exec(node.nodeValue?.slice(range.startOffset) ?? '')![0].length;
	range.setStart(node, range.startOffset + spaces);
	const block = blocks.findLast(({ element }) => element.contains(range.startContainer));
	const { fragment } = generateFragmentFromRange(range);
	if (!block || !range.toString().trim()) return undefined;
	if (!fragment) return { block, fragment: '' };
	const { prefix, textStart, textEnd, suffix } = fragment;
	const parts = [
		prefix && `${encoded(prefix)}-`,
		encoded(textStart),
		textEnd && encoded(textEnd),
		suffix && `-${encoded(suffix)}`,
	];
	return { block, fragment: `#:~:text=${parts.filter(Boolean).join(',')}` };
}
