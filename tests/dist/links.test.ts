import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { isExternal } from '../../src/base/urls.ts';
import { address, dist, fileAt } from './dist.ts';

const documents = new Map<string, Document>();
for (const file of await filesBelow(dist, '.html')) {
	const { document } = parseHTML(await readFile(file, 'utf8'));
	documents.set(file, document as unknown as Document);
}

const links = [...documents].flatMap(([from, document]) =>
	[...document.querySelectorAll('a[href], link[href], img[src], script[src]')].map((element) => ({
		from,
		href: (element.getAttribute('href') ?? element.getAttribute('src'))!,
	})),
);
/** Links as a failed test names them. */
const named = (some: typeof links) =>
	some.map(({ from, href }) => `${relative(dist, from)} → ${href}`);

test('every internal link and fragment lands', () => {
	const internal = links.filter(({ href }) => !isExternal(href));
	expect(internal.length).toBeGreaterThan(100);
	const dead = internal.filter(({ from, href }) => {
		const folder = `${address.base}${relative(dist, from).replace(/index\.html$/, '')}`;
		const url = new URL(href, `http://site${folder}`);
		if (!url.pathname.startsWith(address.base)) return true;
		const target = fileAt(url.pathname);
		if (!target) return true;
		const fragment = decodeURIComponent(url.hash.slice(1));
		if (!fragment || !target.endsWith('.html')) return false;
		return !documents.get(target)?.getElementById(fragment);
	});
	expect(named(dead)).toEqual([]);
});

test('links that leave the site are https and carry no tracking', () => {
	const external = links.filter(({ href }) => isExternal(href) && !href.startsWith(address.origin));
	expect(external.length).toBeGreaterThan(20);
	const bad = external.filter(
		({ href }) => !href.startsWith('https://') || /[?&](utm_|fbclid|gclid)/.test(href),
	);
	expect(named(bad)).toEqual([]);
});

test('the sitemap lists every page that may be indexed', async () => {
	const sitemap = await readFile(join(dist, 'sitemap.xml'), 'utf8');
	const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
	const pages = [...documents].filter(([, document]) =>
		document.querySelector('main article[data-page]'),
	);
	expect(listed.map((url) => fileAt(url!)).sort()).toEqual(pages.map(([file]) => file).sort());
});
