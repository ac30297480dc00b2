import type { ElementContent } from 'hast';
import type { ShikiTransformer } from 'shiki';
import { markIn } from '../base/ids.ts';

/** Tokens painted like the text around them. */
const plainTokens = new Set([undefined, 'parameter', 'punctuation']);

/** A token with its colour as a class, or its text where it is painted like the text around it. */
function coloured(token: ElementContent): ElementContent[] {
	if (token.type !== 'element') return [token];
	const kind = /--astro-code-token-([a-z-]+)/.exec(String(token.properties.style))?.[1];
	if (plainTokens.has(kind)) return token.children;
	return [{ ...token, properties: { className: [`code-${kind}`] } }];
}

/**
 * Shiki's part of a code block. Colours become classes, because a strict Content-Security-Policy
 * forbids style attributes; `src/reading/code.css` colours the classes in both themes.
 */
export const codeBlock: ShikiTransformer = {
	name: 'code-block',
	preprocess(_code, options) {
		// Shiki stops colouring a line after 500 ms of wall-clock time, so the same commit would build
		// different bytes on a busy machine. The content checks refuse lines that are too long.
		options.tokenizeTimeLimit = 0;
	},
	pre(node) {
		node.properties = {
			id: markIn(this.options.meta?.__raw ?? ''),
			className: ['code'],
			dataLanguage: this.options.lang,
			// Keyboard users must be able to scroll it.
			tabIndex: 0,
		};
	},
	code(node) {
		// Only what has a colour of its own is an element: the rest costs bytes and paints nothing.
		node.children = node.children.flatMap((line) =>
			line.type === 'element' ? line.children.flatMap(coloured) : [line],
		);
	},
};
