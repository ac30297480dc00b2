/** The two kinds of node a card is made of. */
import type { Node } from '@takumi-rs/core';

type Style = Record<string, string>;

export const box = (className: string, children: readonly Node[], style: Style = {}): Node => ({
	type: 'container',
	className,
	children: [...children],
	style,
});

export const line = (className: string, text: string, style: Style = {}): Node => ({
	type: 'text',
	className,
	text,
	style,
});

/** All words below a node: what the fonts must cover. */
export function wordsOf(node: Node): string {
	const children = 'children' in node ? (node.children ?? []) : [];
	return ('text' in node ? node.text : '') + children.map(wordsOf).join('');
}
