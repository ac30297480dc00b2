import { defineMdastPlugin } from 'satteri';

/** Width of a line on a wide screen, in em of the body; see `--measure` in tokens.css. */
const lineEm = 38;

/** Rises the style sheet knows: `.rise-0` to `.rise-9`, and as many `.room-…`. */
const maximumRise = 9;

interface Node {
	type: string;
	name?: string | null;
	value?: string;
	children?: Node[];
}

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

/** Width of a text in em: a Han character is one em, a Latin letter or digit about half. */
export function widthEm(text: string): number {
	return [...text].reduce((sum, c) => sum + (/[\u2e80-\uffef]/u.test(c) ? 1 : 0.53), 0);
}

/** Lines a block takes on a wide screen, as near as counting characters tells. */
function linesOf(node: Node): number {
	if (node.type === 'list') return (node.children ?? []).reduce((sum, n) => sum + linesOf(n), 0);
	if (!['paragraph', 'listItem'].includes(node.type)) return 0;
	// The place in the report that ends a block takes about six em of its last line.
	return Math.ceil((widthEm(textOf(node)) + 6) / lineEm);
}

/** Lines of the block before a note: how far it must rise to begin level with that block. */
function riseAt(siblings: readonly Node[], index: number): number {
	const before = siblings[index - 1];
	return before ? Math.min(linesOf(before), maximumRise) : 0;
}

const isNote = (node: Node) => node.type === 'mdxJsxFlowElement' && node.name === 'Note';

/**
 * A note follows the paragraph it comments on, but in the margin it should begin level with it.
 * A float can rise by a known number of lines only; this counts them and tells the style sheet.
 * A float that rises would cover the one above it, so each note also keeps room below itself for
 * the rise of the next. A count wrong by one line costs nothing but alignment.
 */
export const noteRise = defineMdastPlugin({
	name: 'note-rise',
	mdxJsxFlowElement(node, context) {
		if (!isNote(node as Node)) return;
		const siblings = (context.parent(node)?.children ?? []) as Node[];
		const index = context.indexOf(node) ?? 0;
		const next = siblings.findIndex((sibling, at) => at > index && isNote(sibling));
		const rise = riseAt(siblings, index);
		const room = next === -1 ? 0 : riseAt(siblings, next);
		context.replaceNode(node, {
			...node,
			attributes: [
				...node.attributes,
				{ type: 'mdxJsxAttribute', name: 'margin', value: `rise-${rise} room-${room}` },
			],
		});
	},
});
