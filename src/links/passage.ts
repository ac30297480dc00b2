/**
 * Links to selected words: `/s/k7q2/#:~:text=归母净利润`. The share page hands the words on; where
 * they have changed or the browser knows no such links, the link still leads to their paragraph.
 */
import { generateFragmentFromRange } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';
import type { Block } from '../base/blocks.ts';

/** A link to selected words: the words, and the fragment that leads to them. */
export interface Passage {
	block: Block;
	quote: string;
	/** `#:~:text=…` for the block's share page; empty where the words cannot be named for certain. */
	fragment: string;
}

/** Percent-encoding of a text directive: `-` and `,` mean something there. */
const encoded = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

/** The passage a range selects, grown to whole words; none when it selects no word of a block. */
export function passageOf(selected: Range, blocks: readonly Block[]): Passage | undefined {
	const range = selected.cloneRange();
	// The generator names nothing that begins with a space.
	const { startContainer: node } = range;
	const spaces = /^\s*/.exec(node.nodeValue?.slice(range.startOffset) ?? '')![0].length;
	range.setStart(node, range.startOffset + spaces);
	const block = blocks.findLast(({ element }) => element.contains(range.startContainer));
	const { fragment } = generateFragmentFromRange(range);
	const quote = range.toString().replace(/\s+/gu, ' ').trim();
	if (!block || !quote) return undefined;
	if (!fragment) return { block, quote, fragment: '' };
	const { prefix, textStart, textEnd, suffix } = fragment;
	const parts = [
		prefix && `${encoded(prefix)}-`,
		encoded(textStart),
		textEnd && encoded(textEnd),
		suffix && `-${encoded(suffix)}`,
	];
	return { block, quote, fragment: `#:~:text=${parts.filter(Boolean).join(',')}` };
}
