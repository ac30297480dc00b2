import { defineMdastPlugin } from 'satteri';
import type { ShikiTransformer } from 'shiki';
import { blockMarkPattern } from '../base/ids.ts';

/** The `title="…"` in a code block's info string. */
const titleOf = (meta: string | null | undefined) => /title="([^"]+)"/.exec(meta ?? '')?.[1];

/** Puts a code block's title above it, as text that can be read, searched and copied. */
export const codeTitles = defineMdastPlugin({
	name: 'code-titles',
	code(node, context) {
		const title = titleOf(node.meta);
		if (!title) return;
		context.insertBefore(node, {
			type: 'paragraph',
			data: { hName: 'div', hProperties: { className: ['code-title'] } },
			children: [{ type: 'text', value: title }],
		});
	},
});

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
		const meta = this.options.meta?.__raw ?? '';
		const id = blockMarkPattern.exec(meta)?.[1];
		const title = titleOf(meta);
		node.properties = {
			...(id ? { id } : {}),
			className: ['code'],
			dataLanguage: this.options.lang,
			// Keyboard users must be able to scroll it.
			tabIndex: 0,
			...(title ? { role: 'group', ariaLabel: title } : {}),
		};
	},
	span(node) {
		const token = /--astro-code-token-([a-z-]+)/.exec(String(node.properties.style ?? ''))?.[1];
		delete node.properties.style;
		if (token) node.properties.className = [`code-${token}`];
	},
	line(node) {
		// No style uses a class on each line, so it would only add bytes.
		delete node.properties.class;
		delete node.properties.className;
	},
};
