import { defineMdastPlugin } from 'satteri';
import { formatDate } from '../base/numbers.ts';
import { isExternal, withBase } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { dayRead } from '../content/readers.ts';
import { contentLanguage } from './content-language.ts';

/**
 * Puts the base path in front of links inside the site (`/origin/#launch`), which Markdown leaves
 * as they are; marks links outside as external and gives the day their target was read.
 */
export function siteLinks(base: string) {
	return defineMdastPlugin({
		name: 'links',
		link(node, context) {
			if (!isExternal(node.url)) {
				context.setProperty(node, 'url', withBase(node.url, base));
				return;
			}
			const language = contentLanguage(context.fileURL);
			const read = dayRead(node.url);
			const title = read && wordsIn(language).claims.read(formatDate(read, language));
			context.setProperty(node, 'data', { hProperties: { rel: 'external', title } });
		},
	});
}
