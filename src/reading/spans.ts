import { defineMdastPlugin, type MdastNode } from 'satteri';
import { phraseRunsOf } from '../base/language-runs.ts';
import { contentLanguage } from './content-language.ts';

/** Text as a `<span>` with attributes as hast names them; mdast has no node of its own for it. */
export const spanOf = (text: string, hProperties: Record<string, string | string[]>) =>
	({
		type: 'emphasis',
		data: { hName: 'span', hProperties },
		children: [{ type: 'text', value: text }],
	}) satisfies MdastNode;

/**
 * Puts parts of a text into spans: phrases in another language get their `lang`, so that they are
 * read aloud and hyphenated as such; names such as GPT-3.5 stay on one line.
 */
export const spans = defineMdastPlugin({
	name: 'spans',
	text(node, context) {
		const runs = phraseRunsOf(node.value, contentLanguage(context.fileURL));
		const nodes = runs.map(({ text, lang, isName }): MdastNode => {
			if (!lang && !isName) return { type: 'text', value: text };
			return spanOf(text, lang ? { lang } : { className: ['unbroken'] });
		});
		if (nodes.some(({ type }) => type !== 'text')) context.replaceNode(node, nodes);
	},
});
