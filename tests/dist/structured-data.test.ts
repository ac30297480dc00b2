import { expect, test } from 'vitest';
import { homeSlug, urlOf } from '../../src/base/urls.ts';
import { address, builtSite, fileAt } from './dist.ts';

const { pages } = await builtSite();
const site = address.origin + address.base;

type Thing = Record<string, unknown> & { '@type': string };

const thingsOn = (document: Document): Thing[] =>
	[...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
		(script) => JSON.parse(script.textContent) as Thing | Thing[],
	);

/** Properties that schema.org and search engines ask for, by type. */
const required: Record<string, string[]> = {
	BreadcrumbList: ['itemListElement'],
	Dataset: ['name', 'description', 'url', 'license', 'creator', 'distribution', 'dateModified'],
	DefinedTermSet: ['name', 'url', 'hasDefinedTerm'],
};

/** All addresses of our own site that a thing names. */
const urlsIn = (value: unknown): string[] =>
	typeof value === 'string'
		? value.startsWith(site)
			? [value]
			: []
		: Object.values((value ?? {}) as object).flatMap(urlsIn);

test('structured data are whole, and their addresses exist', () => {
	const seen = new Map<string, number>();
	for (const { path, document } of pages) {
		const things = thingsOn(document);
		expect(things[0]!.isBasedOn, path).toMatchObject({ '@type': 'Report', inLanguage: 'zh-Hans' });
		if (things[0]!['@type'] === 'WebSite') expect(things[0]!.hasPart, path).toHaveLength(6);
		for (const thing of things) {
			const type = thing['@type'];
			seen.set(type, (seen.get(type) ?? 0) + 1);
			expect(thing['@context'], path).toBe('https://schema.org');
			for (const name of required[type] ?? []) expect(thing[name], `${path} ${name}`).toBeTruthy();
			if (!(type in required)) continue;
			for (const url of urlsIn(thing)) {
				const [target, id] = [fileAt(url), url.split('#')[1]];
				expect(target, url).toBeDefined();
				const page = pages.find((one) => one.file === target);
				if (id) expect(page?.document.getElementById(id), url).toBeTruthy();
			}
		}
	}
	expect(seen.get('BreadcrumbList')).toBe(pages.filter(({ slug }) => slug !== homeSlug).length);
	expect(seen.get('Dataset')).toBe(2);
	expect(seen.get('DefinedTermSet')).toBe(2);
});

test('breadcrumbs say the same as the page', () => {
	for (const { path, document, slug } of pages) {
		if (slug === homeSlug) continue;
		const list = thingsOn(document).find((thing) => thing['@type'] === 'BreadcrumbList')!;
		const names = (list.itemListElement as { name: string }[]).map(({ name }) => name);
		const shown = [...document.querySelectorAll('.breadcrumbs li')].map((item) =>
			item.textContent.trim(),
		);
		expect(names, path).toEqual(shown);
	}
});

test('pages tell reference managers what they are', () => {
	for (const { document, path } of pages) {
		const contentOf = (name: string) =>
			document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
		expect(contentOf('z:itemType'), path).toBe('webpage');
		// Zotero takes a name with a space or comma for a person's.
		expect(contentOf('dc:creator'), path).toMatch(/^[^ ,]+$/);
		expect(document.querySelector('meta[name^="citation_"]')).toBeNull();
		const citeAs = document.querySelector('link[rel="cite-as"]')?.getAttribute('href');
		expect(citeAs).toBe(urlOf(path, address));
	}
});
