import { defineMdastPlugin } from 'satteri';

/** Prints a code block's `title="…"` above it, as text that can be read, searched and copied. */
export const codeTitles = defineMdastPlugin({
	name: 'code-titles',
	code(node, context) {
		const title = /title="([^"]+)"/.exec(node.meta ?? '')?.[1];
		if (!title) return;
		context.insertBefore(node, {
			type: 'paragraph',
			data: { hName: 'div', hProperties: { className: ['code-title'] } },
			children: [{ type: 'text', value: title }],
		});
	},
});
