import { relative, resolve, sep } from 'node:path';
import { filesBelow, readBuiltSite } from '../../src/base/built-site.ts';
import { addressFrom } from '../../src/base/urls.ts';

/** The built site under test; `npm test` builds it first. */
export const dist = resolve('dist');

/** Where the site under test believes it is served. */
export const address = addressFrom(process.env);

/** The content pages of the built site. */
export const builtSite = () => readBuiltSite(dist, address);

/** Root-relative paths of all built pages that people visit; share pages are left out. */
export async function htmlPaths(): Promise<string[]> {
	const files = await filesBelow(dist, '.html');
	return files
		.map((file) => `/${relative(dist, file).split(sep).join('/')}`.replace(/index\.html$/, ''))
		.filter((path) => !/^(\/en)?\/s\//.test(path));
}
