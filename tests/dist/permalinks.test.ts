import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import openGraph from 'open-graph-scraper';
import sharp from 'sharp';
import { unfurl } from 'unfurl.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { blockElementsOf } from '../../src/base/blocks.ts';
import { isId } from '../../src/base/ids.ts';
import { homeSlug, pathOf, sharePathOf, toolSlugs, urlOf, withBase } from '../../src/base/urls.ts';
import { formatDate } from '../../src/base/numbers.ts';
import { cardSize, cardsOf } from '../../src/links/cards.ts';
import type { CslItem } from '../../src/links/citations.ts';
import { widthOf } from '../../src/links/excerpt.ts';
import { releasedIds } from '../../src/links/id-list.ts';
import { placeOf, previewWidths } from '../../src/links/quote.ts';
import { redirectScript } from '../../src/links/share.ts';
import { languages } from '../../src/base/languages.ts';
import { address, builtSite, dist, htmlAt, pagesIn } from './dist.ts';

const { pages } = await builtSite();

type Checks = [what: string, holds: boolean][];
/** What does not hold of a thing. */
const faultsIn = (thing: string, checks: Checks) =>
	checks.filter(([, holds]) => !holds).map(([what]) => `${thing}: ${what}`);

test.each(languages)('every block in %s has an id of the right form, once', async (language) => {
	const elements = (await pagesIn(language)).flatMap(({ article }) => blockElementsOf(article));
	const ids = elements.map(({ id }) => id);
	expect(elements.length).toBeGreaterThan(200);
	expect(elements.filter(({ id }) => !isId(id)).map(({ outerHTML }) => outerHTML)).toEqual([]);
	expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test.each(pages)('self-links of $path: one a block, and named', ({ article, blocks }) => {
	const links = [...article.querySelectorAll('.permalink > :first-child, a.entry-number')];
	const nameOf = (id: string) => {
		const link = links.find((one) => one.getAttribute('href') === `#${id}`);
		return link?.getAttribute('aria-label') ?? link?.textContent;
	};
	expect(links).toHaveLength(blocks.length);
	for (const { id, kind, text } of blocks) {
		const least = id.startsWith('claim-') ? 1 : 5;
		expect(nameOf(id)?.length, id).toBeGreaterThanOrEqual(least);
		if (kind === 'heading') expect(nameOf(id)).toContain(text);
	}
	const entries = [...article.querySelectorAll('.entry, .matter, .term-entry')];
	expect(new Set(entries.map(({ id }) => nameOf(id))).size).toBe(entries.length);
});

/** Metadata of a document by its key. */
const metaOf = (html: string) =>
	new Map(
		[...parseHTML(html).document.querySelectorAll('meta[content]')].map((meta) => [
			['property', 'name', 'http-equiv'].map((key) => meta.getAttribute(key)).find(Boolean)!,
			meta.getAttribute('content')!,
		]),
	);

/** What previews need of a page or share page at `path`, each within limits. */
function previewChecks(meta: Map<string, string>, path: string): Checks {
	const [title = '', description = ''] = [meta.get('og:title'), meta.get('og:description')];
	const needed = [
		...['og:site_name', 'og:locale', 'og:locale:alternate', 'og:image', 'og:image:width'],
		...['og:image:height', 'og:image:alt', 'article:modified_time', 'author'],
	];
	return [
		['title too wide', widthOf(title) <= previewWidths.title],
		['title too short', widthOf(title) >= 2],
		['description too long', widthOf(description) <= previewWidths.description],
		['description too short', widthOf(description) >= 1],
		['description', description === meta.get('description')],
		['description begins with the title', !description.startsWith(title)],
		['og:url', meta.get('og:url') === urlOf(path, address)],
		['og:type', meta.get('og:type') === 'article'],
		['twitter:card', meta.get('twitter:card') === 'summary_large_image'],
		...needed.map((name): Checks[number] => [name, Boolean(meta.get(name))]),
	];
}

test('previews of pages are whole in the first 8 kB, and each is different', () => {
	// What a crawler has read when it stops after 8 kB.
	const heads = pages.map(({ file }) => metaOf(`${readFileSync(file).subarray(0, 8192)}</head>`));
	expect(pages.flatMap(({ path }, at) => faultsIn(path, previewChecks(heads[at]!, path)))).toEqual(
		[],
	);
	for (const name of ['og:title', 'og:description', 'og:image']) {
		expect(new Set(heads.map((meta) => meta.get(name))).size).toBe(pages.length);
	}
});

test.each(languages)('%s pages without text show the card of the home page', (language) => {
	const [home, ...others] = [homeSlug, ...toolSlugs].map((slug) => {
		const meta = metaOf(readFileSync(join(dist, pathOf(slug, language), 'index.html'), 'utf8'));
		return ['og:image', 'og:image:alt', 'twitter:card'].map((name) => meta.get(name));
	});
	expect(others).toEqual([home, home, home]);
});

describe.each(languages)('share pages in %s', async (language) => {
	const shared = await Promise.all(
		(await pagesIn(language)).flatMap((page) => {
			const cards = cardsOf(page);
			return page.blocks.map(async (block) => {
				const path = sharePathOf(block.id, language);
				const html = await htmlAt(path);
				const { document } = parseHTML(html);
				const owner = (cards.get(block.id) ?? cards.get(''))!.owner;
				const text = document.querySelector('blockquote')!.textContent ?? '';
				return { page, block, path, html, document, owner, text, meta: metaOf(html) };
			});
		}),
	);

	test('say what their block says, and lead to it', () => {
		/** Code comes with its title, which says that the report has none. */
		const ofListing = /^.*(?:非报告内容）：|not in the report\): )/;
		const bare = (words: string) => words.replace(/\s+|[…”）)》」’]+$/gu, '');
		const faults = shared.flatMap(({ page, block, path, html, document, text, meta }) => {
			const { id, kind } = block;
			const title = document.title;
			const description = meta.get('description')!;
			const hrefOf = (selector: string) => document.querySelector(selector)?.getAttribute('href');
			const target = `${withBase(page.path, address.base)}#${id}`;
			return faultsIn(id, [
				...previewChecks(meta, path),
				['og:title', meta.get('og:title') === title],
				['title', title.startsWith(placeOf(page.document, block).page)],
				['the last name is cut', !/ § .* § .*…/u.test(title)],
				['raw id', !/（[a-z]\d[a-z]\d）/.test(title + description)],
				[
					'the block’s words',
					kind === 'heading' ||
						bare(text).startsWith(bare(description.replace(ofListing, ''))) ||
						description.startsWith(text),
				],
				['an editor’s note says so', kind !== 'note' || /^编者注|^Editor’s note/.test(description)],
				[
					'a place in the report without a locator',
					!/，报告|, report /.test(document.querySelector('main > p')!.textContent!) ||
						block.element.querySelector('.locator') !== null,
				],
				['canonical', hrefOf('link[rel="canonical"]') === urlOf(page.path, address)],
				['picture of the block in Discourse', meta.get('og:ignore_canonical') === 'true'],
				['cite-as', hrefOf('link[rel="cite-as"]') === meta.get('og:url')],
				['icons', Boolean(hrefOf('link[rel="icon"]') && hrefOf('link[rel="apple-touch-icon"]'))],
				['the other edition', Boolean(hrefOf('link[rel="alternate"][hreflang]'))],
				['hop without script', meta.get('refresh') === `0; url=${target}`],
				['hop with script', hrefOf('main a') === target && html.includes(redirectScript)],
				['noindex', !meta.has('robots')],
				['size', Buffer.byteLength(html) < 8192],
			]);
		});
		expect(shared.length).toBeGreaterThan(400);
		expect(faults).toEqual([]);
	});

	test('are read alike by open-graph-scraper and unfurl.js, with the picture of the block', async () => {
		const faults: string[] = [];
		for (const { block, path, html, owner, meta } of shared) {
			const fetch = async () => new Response(html, { headers: { 'content-type': 'text/html' } });
			const { result } = await openGraph({ html });
			const card = await unfurl(urlOf(path, address), { fetch, oembed: false } as object);
			const { open_graph: graph } = card;
			const image = result.ogImage?.[0]?.url ?? '';
			const name = image.slice(urlOf('/cards/', address).length);
			faults.push(
				...faultsIn(block.id, [
					['title', result.ogTitle === meta.get('og:title') && card.title === result.ogTitle],
					['description', result.ogDescription === meta.get('description')],
					['description of unfurl.js', graph.description === result.ogDescription],
					['date', result.articleModifiedTime === meta.get('article:modified_time')],
					['locale', result.ogLocale === meta.get('og:locale')],
					['icon', Boolean(result.favicon && card.favicon)],
					['picture', graph.images?.[0]?.url === image && existsSync(join(dist, 'cards', name))],
					['its own picture', name.replace(/-[0-9a-f]{10}\.png$/, '') === owner],
				]),
			);
		}
		expect(faults).toEqual([]);
	});

	test('of former ids lead to their successors', async () => {
		for (const { id, to } of releasedIds().filter((one) => one.to)) {
			const html = await htmlAt(sharePathOf(id, language));
			expect(metaOf(html).get('refresh')).toContain(`#${to}`);
		}
	});
});

test('every page, heading, figure, table and matter has a card: a PNG of at most 40 kB', async () => {
	const folder = join(dist, 'cards');
	const names = await readdir(folder);
	const owners = pages.flatMap((page) => [...cardsOf(page).values()].map(({ owner }) => owner));
	expect(names.map((name) => name.replace(/-[0-9a-f]{10}\.png$/, '')).sort()).toEqual(
		owners.sort(),
	);
	const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
	expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2_500_000);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(40_000);
	for (const name of names) {
		expect(await sharp(join(folder, name)).metadata()).toMatchObject({
			format: 'png',
			...cardSize,
		});
	}
});

describe('citations', () => {
	const forms = [
		['txt', /\[(EB|R)(\/OL)?\]|\(2023\)\. /],
		['bib', /^@(online|report)\{[\w-]+,\n[\s\S]*\n\}$/m],
		['ris', /^TY {2}- (ELEC|RPRT)\r\n[\s\S]*ER {2}- /m],
		['json', /^\[\n\t\{[\s\S]*"type": "(webpage|report)"/],
	] as const;

	test.each(forms)('both works have a file in %s', async (ending, form) => {
		for (const path of languages.flatMap((language) =>
			['site', 'report'].map((stem) => pathOf(`cite/${stem}`, language).slice(0, -1)),
		)) {
			expect(await readFile(join(dist, `${path}.${ending}`), 'utf8'), path).toMatch(form);
		}
	});

	test.each(languages)('the page about this site cites as its file does, %s', async (language) => {
		const file = join(dist, `${pathOf('cite/site', language).slice(0, -1)}.json`);
		const [guide] = JSON.parse(await readFile(file, 'utf8')) as [CslItem];
		const [parts] = guide.issued['date-parts'];
		const day = parts.map((part) => String(part).padStart(2, '0')).join('-');
		const about = (await pagesIn(language)).find(({ slug }) => slug === 'about')!;
		const { text } = about.blocks.find(({ id }) => id === 'g6q6')!;
		expect(text).toContain(`${guide.title}. ${guide.title}`);
		expect(text).toContain(language === 'zh' ? day : formatDate(day, language));
	});

	test('CITATION.cff names the summary and, apart from it, the report', async () => {
		const cff = parse(await readFile('CITATION.cff', 'utf8'));
		expect(cff['cff-version']).toBe('1.2.0');
		expect(cff.references[0].type).toBe('report');
		expect(cff.references[0].authors).not.toEqual(cff.authors);
	});
});
