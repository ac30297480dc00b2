import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isExternal, withoutBase } from '../../src/base/urls.ts';
import { filesBelow } from '../../src/base/built-site.ts';
import { address, dist } from './dist.ts';

interface Link {
	from: string;
	href: string;
}

const documents = new Map<string, Document>();
for (const file of await filesBelow(dist, '.html')) {
	const { document } = parseHTML(await readFile(file, 'utf8'));
	documents.set(file, document as unknown as Document);
}

/** The file a root-relative address is served from, or undefined. */
function fileOf(pathname: string): string | undefined {
	const path = decodeURIComponent(withoutBase(pathname, address.base));
	const file = join(dist, path.endsWith('/') ? `${path}index.html` : path);
	return existsSync(file) ? file : undefined;
}

const links: Link[] = [...documents].flatMap(([file, document]) =>
	[...document.querySelectorAll('a[href], link[href], img[src], script[src]')].map((element) => ({
		from: file,
		href: element.getAttribute('href') ?? element.getAttribute('src') ?? '',
	})),
);

test('every internal link and fragment lands', () => {
	const internal = links.filter(({ href }) => !isExternal(href));
	expect(internal.length).toBeGreaterThan(100);
	const dead = internal.filter(({ from, href }) => {
		const folder = `${address.base}${relative(dist, from).replace(/index\.html$/, '')}`;
		const url = new URL(href, `http://site${folder}`);
		if (!url.pathname.startsWith(address.base)) return true;
		const target = fileOf(url.pathname);
		if (!target) return true;
		const fragment = decodeURIComponent(url.hash.slice(1));
		if (!fragment || !target.endsWith('.html')) return false;
		return !documents.get(target)?.getElementById(fragment);
	});
	expect(dead.map(({ from, href }) => `${relative(dist, from)} → ${href}`)).toEqual([]);
});

test('ids are unique on each page', () => {
	const doubled = [...documents].flatMap(([file, document]) => {
		const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
		const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
		return twice.map((id) => `${relative(dist, file)}#${id}`);
	});
	expect(doubled).toEqual([]);
});

test('links that leave the site are https and carry no tracking', () => {
	const external = links.filter(({ href }) => isExternal(href) && !href.startsWith(address.origin));
	expect(external.length).toBeGreaterThan(20);
	const bad = external.filter(
		({ href }) => !href.startsWith('https://') || /[?&](utm_|fbclid|gclid)/.test(href),
	);
	expect(bad.map(({ from, href }) => `${relative(dist, from)} → ${href}`)).toEqual([]);
});

test('the sitemap lists every page that may be indexed', async () => {
	const sitemap = await readFile(join(dist, 'sitemap.xml'), 'utf8');
	const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
	const pages = [...documents].flatMap(([file, document]) =>
		document.querySelector('main article[data-page]') ? [relative(dist, file)] : [],
	);
	expect(listed.length).toBe(pages.length);
	for (const url of listed) expect(fileOf(new URL(url!).pathname), url).toBeDefined();
});
