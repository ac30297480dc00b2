import { defineMdastPlugin, type MdastNode } from 'satteri';
import { phraseRunsOf } from '../base/language-runs.ts';
import { namePiecesOf } from '../base/unbroken-names.ts';
import { contentLanguage } from './content-language.ts';

/** Text as a `<span>` with attributes as hast names them; mdast has no node of its own for it. */
export const spanOf = (text: string, hProperties: Record<string, string | string[]>) =>
	({
		type: 'emphasis',
		data: { hName: 'span', hProperties },
		children: [{ type: 'text', value: text }],
	}) satisfies MdastNode;

/** A piece of text, or the same in a span that keeps a model's name on one line. */
const unbroken = (text: string): MdastNode[] =>
	namePiecesOf(text).map(({ text: piece, isName }) =>
		isName ? spanOf(piece, { className: ['unbroken'] }) : { type: 'text', value: piece },
	);

/**
 * Puts parts of a text into spans: phrases in another language get their `lang`, so that they are
 * read aloud and hyphenated as such; names such as GPT-3.5 stay on one line.
 */
export const spans = defineMdastPlugin({
	name: 'spans',
	text(node, context) {
		const runs = phraseRunsOf(node.value, contentLanguage(context.fileURL));
		const nodes = runs.flatMap(({ text, lang }) =>
			lang ? [spanOf(text, { lang })] : unbroken(text),
		);
		if (nodes.some(({ type }) => type !== 'text')) context.replaceNode(node, nodes);
	},
});
