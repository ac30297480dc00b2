import { defineMdastPlugin } from 'satteri';
import { isExternal, withBase } from '../lib/urls.ts';

/**
 * Puts the base path in front of links inside the site (`/origin/#launch`), which Markdown leaves
 * alone, and says of links outside that they lead away.
 */
export function links(base: string) {
	return defineMdastPlugin({
		name: 'links',
		link(node, context) {
			if (isExternal(node.url)) {
				context.setProperty(node, 'data', { hProperties: { rel: 'external' } });
				return;
			}
			context.setProperty(node, 'url', withBase(node.url, base));
		},
	});
}
