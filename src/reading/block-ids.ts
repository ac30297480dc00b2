import { defineMdastPlugin } from 'satteri';
import { markIn, withoutMark } from '../base/ids.ts';

/**
 * Turns the mark at a block's end into its id: `正文。 ^k7q2` becomes `<p id="k7q2">正文。</p>`.
 * Works on paragraphs and, for tight lists, on the list item that wraps the paragraph. Code
 * blocks carry the mark in their info string; Shiki's transformer reads it there.
 */
export const blockIds = defineMdastPlugin({
	name: 'block-ids',
	paragraph(node, context) {
		const last = node.children.at(-1);
		if (last?.type !== 'text') return;
		const id = markIn(last.value);
		if (!id) return;
		context.setProperty(last, 'value', withoutMark(last.value));
		const parent = context.parent(node);
		const holder = parent?.type === 'listItem' ? parent : node;
		context.setProperty(holder, 'data', { hProperties: { id } });
	},
});
