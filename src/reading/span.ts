import type { MdastNode } from 'satteri';

/** Text as a `<span>` with attributes as hast writes them; mdast's emphasis lends its place. */
export function spanOf(text: string, hProperties: Record<string, string | string[]>): MdastNode {
	return {
		type: 'emphasis',
		data: { hName: 'span', hProperties },
		children: [{ type: 'text', value: text }],
	};
}
