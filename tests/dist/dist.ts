import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { filesBelow, readBuiltSite } from '../../src/base/built-site.ts';
import type { Language } from '../../src/base/languages.ts';
import { addressFrom, withoutBase } from '../../src/base/urls.ts';

/** The built site under test; `npm test` builds it first. */
export const dist = resolve('dist');

/** Where the site under test believes it is served. */
export const address = addressFrom(process.env);

/** What the test files of a process share: modules are loaded anew for each of them. */
const kept = globalThis as { site?: ReturnType<typeof readBuiltSite> };

/** The content pages of the built site. Read once for all tests: they must not change them. */
export const builtSite = () => (kept.site ??= readBuiltSite(dist, address));

export const pagesIn = async (language: Language) =>
	(await builtSite()).pages.filter((page) => page.language === language);

/** HTML of the built page at a root-relative path without the base. */
export const htmlAt = (path: string) => readFile(join(dist, path, 'index.html'), 'utf8');

/** The built file that an address of the site is served from; undefined when there is none. */
export function fileAt(url: string): string | undefined {
	const path = withoutBase(new URL(url, address.origin).pathname, address.base);
	const file = join(dist, decodeURIComponent(path.replace(/\/$/, '/index.html')));
	return existsSync(file) ? file : undefined;
}

/** Root-relative paths of all built pages that people visit; share pages are left out. */
export async function htmlPaths(): Promise<string[]> {
	const files = await filesBelow(dist, '.html');
	return files
		.map((file) => `/${relative(dist, file).split(sep).join('/')}`.replace(/index\.html$/, ''))
		.filter((path) => !/^(\/en)?\/s\//.test(path));
}
