import type { ShikiTransformer } from 'shiki';
import { blockMarkPattern } from '../base/ids.ts';

/**
 * Shiki's part of a code block. Colours become classes, because a strict Content-Security-Policy
 * forbids style attributes; `src/reading/code.css` paints the classes in both themes.
 */
export const codeBlock: ShikiTransformer = {
	name: 'code-block',
	preprocess(_code, options) {
		// Shiki stops colouring a line after 500 ms of wall clock: the same commit would build
		// different bytes on a busy machine. Over-long lines are refused at intake instead.
		options.tokenizeTimeLimit = 0;
	},
	pre(node) {
		const raw = this.options.meta?.__raw ?? '';
		const id = blockMarkPattern.exec(raw)?.[1];
		const title = /title="([^"]+)"/.exec(raw)?.[1];
		node.properties = {
			...(id ? { id } : {}),
			className: ['code'],
			dataLanguage: this.options.lang,
			// Keyboard readers must be able to scroll it; a name says what it is.
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
		// One class a line costs bytes and paints nothing here.
		delete node.properties.class;
		delete node.properties.className;
	},
};
