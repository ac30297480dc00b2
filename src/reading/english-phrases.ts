import { defineMdastPlugin } from 'satteri';
import { englishRunsOf } from '../base/language-runs.ts';
import { contentLanguage } from './content-language.ts';
import { spanOf } from './span.ts';

/**
 * Marks the English phrases of a Chinese page with their `lang`, so that they are read aloud and
 * hyphenated as English. Writers quote a phrase as it is; in English pages they mark Chinese
 * themselves with `<Zh>`.
 */
export const englishPhrases = defineMdastPlugin({
	name: 'english-phrases',
	text(node, context) {
		if (contentLanguage(context.fileURL) !== 'zh') return;
		const runs = englishRunsOf(node.value);
		if (runs.every(({ lang }) => !lang)) return;
		context.replaceNode(
			node,
			runs.map(({ text, lang }) =>
				lang ? spanOf(text, { lang }) : ({ type: 'text', value: text } as const),
			),
		);
	},
});
