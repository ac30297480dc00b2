import type { ElementContent } from 'hast';
import type { ShikiTransformer } from 'shiki';
import { markIn } from '../base/ids.ts';

/** Tokens painted like the text around them. */
const plainTokens = new Set(['parameter', 'punctuation']);

/** A token as it stands, or its text where it is painted like the text around it. */
const colouredOnly = (token: ElementContent): ElementContent[] =>
	token.type === 'element' && !token.properties.className ? token.children : [token];

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
		const id = markIn(this.options.meta?.__raw ?? '');
		node.properties = {
			...(id ? { id } : {}),
			className: ['code'],
			dataLanguage: this.options.lang,
			// Keyboard users must be able to scroll it.
			tabIndex: 0,
		};
	},
	span(node) {
		const token = /--astro-code-token-([a-z-]+)/.exec(String(node.properties.style ?? ''))?.[1];
		delete node.properties.style;
		if (token && !plainTokens.has(token)) node.properties.className = [`code-${token}`];
	},
	code(node) {
		// Only what has a colour of its own is an element: the rest costs bytes and paints nothing.
		node.children = node.children.flatMap((line) =>
			line.type === 'element' ? line.children.flatMap(colouredOnly) : [line],
		);
	},
};
