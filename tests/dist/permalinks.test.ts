import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { blockElementsOf } from '../../src/base/blocks.ts';
import { isId } from '../../src/base/ids.ts';
import { languages } from '../../src/base/languages.ts';
import { pathOf, sharePathOf, urlOf, withBase } from '../../src/base/urls.ts';
import { linkFurniture } from '../../src/links/backlinks.ts';
import { largestCard } from '../../src/links/card-files.ts';
import { cardSize } from '../../src/links/card-drawing.ts';
import { widthOf } from '../../src/links/excerpt.ts';
import { releasedIds } from '../../src/links/id-list.ts';
import { placeOf, previewWidths } from '../../src/links/quote.ts';
import { address, builtSite, dist } from './dist.ts';

const { pages } = await builtSite();
const editions = languages.filter((language) => pages.some((page) => page.language === language));
const pagesOf = (language: string) => pages.filter((page) => page.language === language);

describe('ids', () => {
	test('every block of every page has one, of the right form, unique in its edition', () => {
		for (const language of editions) {
			const elements = pagesOf(language).flatMap((page) =>
				blockElementsOf(page.article).map((element) => ({ page, element })),
			);
			const without = elements.filter(({ element }) => !element.id);
			const ids = elements.map(({ element }) => element.id);
			expect(elements.length).toBeGreaterThan(200);
			expect(
				without.map(({ page, element }) => `${page.path} ${element.outerHTML.slice(0, 80)}`),
			).toEqual([]);
			expect(ids.filter((id) => !isId(id))).toEqual([]);
			expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
		}
	});

	test('editions have the same ids on the same pages', () => {
		const idsOf = (language: string) =>
			pagesOf(language).flatMap(({ slug, blocks }) => blocks.map(({ id }) => `${slug}#${id}`));
		for (const language of editions) expect(idsOf(language).sort()).toEqual(idsOf('zh').sort());
	});
});

describe('self-links', () => {
	test('stand after each block, once, empty and named, never inside a heading', () => {
		for (const { path, article, blocks } of pages) {
			const links = [...article.querySelectorAll<HTMLAnchorElement>('.permalink > a')];
			expect(links.map((link) => link.getAttribute('href')!.slice(1)).sort(), path).toEqual(
				blocks.map(({ id }) => id).sort(),
			);
			expect(links.every((link) => link.textContent === '')).toBe(true);
			expect(links.every((link) => (link.getAttribute('aria-label') ?? '').length > 2)).toBe(true);
			expect(article.querySelector(':is(h1, h2, h3, h4) .permalink')).toBeNull();
		}
	});

	test('of a heading or a register’s entry are named by it, so that no two on a page are alike', () => {
		let named = 0;
		for (const { path, article, blocks } of pages) {
			const labelOf = (id: string) =>
				article.querySelector(`.permalink > a[href="#${id}"]`)!.getAttribute('aria-label')!;
			for (const { id, kind, text } of blocks) {
				if (kind === 'heading') expect(labelOf(id), path).toContain(text);
			}
			const entries = [...article.querySelectorAll('.entry, .matter, .term-entry')];
			const labels = entries.map(({ id }) => labelOf(id));
			expect(new Set(labels).size, path).toBe(labels.length);
			named += labels.length;
		}
		expect(named).toBeGreaterThan(300);
	});

	test('sections say which other pages point at them', () => {
		const pointing = pages.flatMap((page) =>
			[...page.article.querySelectorAll('.prose a[href*="#"]')]
				.filter((link) => !link.closest(linkFurniture))
				.map((link) => ({ page, href: link.getAttribute('href')! }))
				.filter(({ href }) => href.startsWith('/')),
		);
		expect(pointing.length).toBeGreaterThan(2);
		const faults = pointing.flatMap(({ page, href }) => {
			const [path, id] = href.split('#') as [string, string];
			const target = pages.find((other) => withBase(other.path, address.base) === path);
			const section = target?.blocks.find((block) => block.id === id)?.headingPath.at(-1);
			if (!target || !section || target === page) return [];
			const listed = [...target.article.querySelectorAll('.backlinks a')].some((link) =>
				link.getAttribute('href')!.startsWith(withBase(page.path, address.base)),
			);
			return listed ? [] : [`${target.path}#${section} does not list ${page.path}`];
		});
		expect(faults).toEqual([]);
	});
});

describe('previews of pages', () => {
	const tagsOf = ({ file }: (typeof pages)[number]) => {
		// What a crawler has read when it stops after 8 kB.
		const { document } = parseHTML(`${readFileSync(file).subarray(0, 8192)}</head></html>`);
		return new Map(
			[...document.querySelectorAll('meta[content]')].map((meta) => [
				meta.getAttribute('property') ?? meta.getAttribute('name')!,
				meta.getAttribute('content')!,
			]),
		);
	};

	test('are whole in the first 8 kB, with a title and description of the right length', () => {
		const { title: widest, description: longest } = previewWidths;
		const faults = pages.flatMap((page) => {
			const tags = tagsOf(page);
			const description = tags.get('og:description') ?? '';
			const checks: [string, boolean][] = [
				['title too wide', widthOf(tags.get('og:title') ?? '') <= widest],
				['title too short', widthOf(tags.get('og:title') ?? '') >= 3],
				['description too long', widthOf(description) <= longest],
				[`description too short: ${widthOf(description)}`, widthOf(description) >= 20],
				['description', description === tags.get('description')],
				['og:url', tags.get('og:url') === urlOf(page.path, address)],
				['og:type', tags.get('og:type') === 'article'],
				['twitter:card', tags.get('twitter:card') === 'summary_large_image'],
				[
					'og tags',
					[
						'og:site_name',
						'og:locale',
						'og:locale:alternate',
						'article:modified_time',
						'author',
						'og:image',
						'og:image:width',
						'og:image:height',
						'og:image:alt',
					].every((name) => tags.get(name)),
				],
			];
			return checks.filter(([, holds]) => !holds).map(([what]) => `${page.path}: ${what}`);
		});
		expect(faults).toEqual([]);
	});

	test('are each different', () => {
		for (const name of ['og:title', 'og:description', 'og:image']) {
			const values = pages.map((page) => tagsOf(page).get(name));
			expect(values.filter((value, at) => values.indexOf(value) !== at)).toEqual([]);
		}
	});
});

/** Whether brackets and quotation marks open and close in turn. */
function bracketsAreClosed(text: string): boolean {
	const pairs = ['（）', '《》', '「」', '()'];
	return pairs.every(([open, close]) => text.split(open!).length <= text.split(close!).length);
}

/** Whether a text was cut within a number. */
function isNumberCut(cut: string, whole: string): boolean {
	const kept = cut.replace(/…[”’）)》」\]]*$/u, '');
	const rest = whole.startsWith(kept) ? whole.slice(kept.length) : '';
	return /\d$/.test(kept) ? /^[.,]?\d/.test(rest) : /\d[.,]$/.test(kept) && /^\d/.test(rest);
}

interface Shared {
	id: string;
	title: string;
	meta: Map<string, string>;
	html: string;
	canonical: string;
	hop: string;
	text: string;
}

async function sharedOf(id: string, language: 'zh' | 'en'): Promise<Shared> {
	const html = await readFile(join(dist, sharePathOf(id, language), 'index.html'), 'utf8');
	const { document } = parseHTML(html);
	const metas = [...document.querySelectorAll('meta[content]')];
	return {
		id,
		html,
		title: document.title,
		meta: new Map(
			metas.map((meta) => [
				meta.getAttribute('property') ??
					meta.getAttribute('name') ??
					meta.getAttribute('http-equiv')!,
				meta.getAttribute('content')!,
			]),
		),
		canonical: document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '',
		hop: document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content') ?? '',
		text: document.querySelector('blockquote')?.textContent ?? '',
	};
}

describe.each(editions)('share pages of the %s edition', async (language) => {
	const blocks = pagesOf(language).flatMap((page) => page.blocks.map((block) => ({ page, block })));
	const shared = await Promise.all(blocks.map(({ block }) => sharedOf(block.id, language)));

	test('each block has one, titled by its place and described by its words', () => {
		expect(shared.length).toBe(blocks.length);
		const faults = shared.flatMap(({ id, title, meta, text }, at) => {
			const { page, block } = blocks[at]!;
			const description = meta.get('description') ?? '';
			const place = placeOf(page.document, block);
			const words = (wanted: string) => wanted.replace(/\s+|[…”）)》」’]+$/gu, '');
			const checks: [string, boolean][] = [
				['title', title.startsWith(place.page)],
				['description begins with the title', !description.startsWith(title)],
				['cut number', !isNumberCut(description, text)],
				['raw id', !/（[a-z]\d[a-z]\d）/.test(title + description)],
				['open bracket', bracketsAreClosed(title) && bracketsAreClosed(description)],
				[
					'the block’s words',
					block.kind === 'heading' ||
						words(text).startsWith(words(description)) ||
						description.startsWith(text),
				],
			];
			return checks.filter(([, holds]) => !holds).map(([what]) => `${id} ${what}: ${description}`);
		});
		expect(faults).toEqual([]);
	});

	test('each says what it is in the first 8 kB, for crawlers that run no script', () => {
		const { title: widest, description: longest } = previewWidths;
		const faults = shared.flatMap(({ id, title, meta, html, canonical, hop, text }, at) => {
			const { page } = blocks[at]!;
			const description = meta.get('description') ?? '';
			const checks: [string, boolean][] = [
				['title too wide', widthOf(title) <= widest],
				['description too long', widthOf(description) <= longest],
				['description too short', widthOf(description) >= 1],
				['og:title', meta.get('og:title') === title],
				['og:description', meta.get('og:description') === description],
				['og:url', meta.get('og:url') === urlOf(sharePathOf(id, language), address)],
				[
					'og tags',
					[
						'og:type',
						'og:site_name',
						'og:locale',
						'og:locale:alternate',
						'og:image:alt',
						'article:modified_time',
						'author',
					].every((name) => meta.get(name)),
				],
				['twitter:card', meta.get('twitter:card') === 'summary_large_image'],
				['canonical', canonical === urlOf(page.path, address)],
				['hop', hop === `0; url=${withBase(page.path, address.base)}#${id}`],
				['cite-as', html.includes(`<link rel="cite-as" href="${meta.get('og:url')}">`)],
				['icon', html.includes('rel="icon"') && html.includes('rel="apple-touch-icon"')],
				['the other edition', html.includes('rel="alternate" hreflang=')],
				['noindex', !meta.has('robots')],
				['script', !html.includes('<script')],
				['quote', text.length > 1],
				['size', Buffer.byteLength(html) < 8192],
			];
			return checks.filter(([, holds]) => !holds).map(([what]) => `${id}: ${what}`);
		});
		expect(faults).toEqual([]);
	});

	test('each shows its own card, or its page’s', () => {
		const faults = shared.flatMap(({ id, meta }, at) => {
			const name = meta.get('og:image')!.slice(urlOf('/cards/', address).length);
			const { slug } = blocks[at]!.page;
			const owner = slug === 'index' ? 'home' : slug;
			const isOwn = name.startsWith(`${id}-`) || name.startsWith(`${owner}-`);
			return isOwn && existsSync(join(dist, 'cards', name)) ? [] : [`${id}: ${name}`];
		});
		expect(faults).toEqual([]);
	});

	test('old ids have one too, leading to their successor', async () => {
		for (const { id, to } of releasedIds().ids) {
			if (to) expect((await sharedOf(id, language)).hop).toContain(`#${to}`);
		}
	});
});

describe('cards', async () => {
	const folder = join(dist, 'cards');
	const names = await readdir(folder);

	test('every page, heading, figure and table has its own', () => {
		const owners = pages.flatMap((page) => [
			page.slug === 'index' ? 'home' : page.slug,
			...page.blocks
				.filter(
					({ kind, element }) =>
						['heading', 'figure', 'table'].includes(kind) || element.matches('.matter'),
				)
				.map(({ id }) => id),
		]);
		expect(names.length).toBe(owners.length);
		const without = owners.filter((owner) => !names.some((name) => name.startsWith(`${owner}-`)));
		expect(without).toEqual([]);
	});

	test('each is a PNG of 1200 by 630, at most 40 kB, named by its content', async () => {
		const sizes = await Promise.all(
			names.map(async (name) => (await stat(join(folder, name))).size),
		);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2_500_000);
		for (const name of names) {
			expect(name).toMatch(/^[a-z0-9-]+-[0-9a-f]{10}\.png$/);
			const file = join(folder, name);
			const { format, width, height } = await sharp(file).metadata();
			expect({ name, format, width, height }).toEqual({ name, format: 'png', ...cardSize });
			expect((await stat(file)).size).toBeLessThanOrEqual(largestCard);
		}
	});
});

/** What each format of a citation cannot lack. */
const citationForms = {
	txt: /\[(EB|R)(\/OL)?\]|\(2023\)\. /,
	bib: /^@(online|report)\{[\w-]+,\n[\s\S]*\n\}$/m,
	ris: /^TY {2}- (ELEC|RPRT)\r\n[\s\S]*ER {2}- /m,
	json: /^\[\n\t\{[\s\S]*"type": "(webpage|report)"/,
};

describe('citations', () => {
	test('both works have a file in each format', () => {
		for (const language of editions) {
			for (const stem of ['site', 'report']) {
				for (const [ending, form] of Object.entries(citationForms)) {
					const file = join(dist, `${pathOf(`cite/${stem}`, language).slice(0, -1)}.${ending}`);
					expect(existsSync(file), file).toBe(true);
					expect(readFileSync(file, 'utf8'), file).toMatch(form);
				}
			}
		}
	});

	test('pages tell reference managers and search engines what they are', () => {
		for (const { document, path, blocks } of pages) {
			const tagOf = (name: string) =>
				document.querySelector(`meta[name="${name}"]`)?.getAttribute('content');
			expect(tagOf('z:itemType'), path).toBe('webpage');
			expect(tagOf('dc:creator'), path).not.toMatch(/[ ,]/);
			expect(document.querySelector('meta[name^="citation_"]')).toBeNull();
			const data = JSON.parse(
				document.querySelector('script[type="application/ld+json"]')!.textContent!,
			);
			expect(data.isBasedOn['@type']).toBe('Report');
			const sections = blocks.filter(({ element }) => element.tagName === 'H2').length;
			const parts = path === pathOf('index', data.inLanguage === 'en' ? 'en' : 'zh') ? 6 : sections;
			expect(data.hasPart, path).toHaveLength(parts);
			expect(document.querySelector('link[rel="cite-as"]')?.getAttribute('href')).toBe(
				urlOf(path, address),
			);
		}
	});

	test('CITATION.cff names the summary and, apart from it, the report', async () => {
		const { parse } = await import('yaml');
		const cff = parse(await readFile('CITATION.cff', 'utf8'));
		expect(cff['cff-version']).toBe('1.2.0');
		expect(cff.references[0].type).toBe('report');
		expect(cff.references[0].authors).not.toEqual(cff.authors);
	});
});
