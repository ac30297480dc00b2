import { defineMdastPlugin } from 'satteri';
import { namePiecesOf } from '../base/unbroken-names.ts';
import { spanOf } from './span.ts';

/** Keeps a model's name on one line: GPT-3.5, Chat-GPT. */
export const unbrokenNames = defineMdastPlugin({
	name: 'unbroken-names',
	text(node, context) {
		const pieces = namePiecesOf(node.value);
		if (pieces.every(({ isName }) => !isName)) return;
		context.replaceNode(
			node,
			pieces.map(({ text, isName }) =>
				isName
					? spanOf(text, { className: ['unbroken'] })
					: ({ type: 'text', value: text } as const),
			),
		);
	},
});
