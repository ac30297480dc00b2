import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { markdownToHtml } from 'satteri';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { twinPathOf, urlOf, withBase } from '../../src/base/urls.ts';
import { languages } from '../../src/base/languages.ts';
import { address, builtSite, dist, fileAt, pagesIn } from './dist.ts';

const { pages } = await builtSite();

function documentOf(html: string): Document {
	return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`)
		.document as unknown as Document;
}

/** The file as a GFM reader sees it: its front matter, and its Markdown as HTML. */
async function twinAt(path: string) {
	const source = await readFile(join(dist, path), 'utf8');
	const [, frontMatter, markdown = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(source)!;
	const { html } = await markdownToHtml(markdown, { features: { headingAttributes: true } });
	return { fields: parse(frontMatter!) as unknown, markdown, document: documentOf(html) };
}

/** What a reader sees in `main` besides controls and drawings, whose tables say the same. */
function textOfMain(page: (typeof pages)[number]): string {
	const main = page.document.querySelector('main')!.cloneNode(true) as Element;
	const furniture = [
		'nav, button, style, script, svg, [aria-hidden="true"], .rlhf',
		'figure summary, .permalink, .figure-claims, .note-more, .verdicts',
	];
	for (const element of main.querySelectorAll(furniture.join(', '))) element.remove();
	return main.textContent ?? '';
}

/** Runs of four characters, spaces left out, with how often each occurs. */
function runsOf(text: string): Map<string, number> {
	const letters = [...text.replace(/[\s·]+/gu, '')];
	const runs = new Map<string, number>();
	for (let at = 0; at + 4 <= letters.length; at += 1) {
		const run = letters.slice(at, at + 4).join('');
		runs.set(run, (runs.get(run) ?? 0) + 1);
	}
	return runs;
}

/** Share of the runs of the longer text that both texts have, 0 to 1. */
function parityOf(one: string, other: string): number {
	const [a, b] = [runsOf(one), runsOf(other)];
	const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
	const shared = sum([...a].map(([run, count]) => Math.min(count, b.get(run) ?? 0)));
	return shared / Math.max(sum(a.values()), sum(b.values()));
}

describe.each(pages)('the twin of $path', async (page) => {
	const { fields, markdown, document } = await twinAt(twinPathOf(page.slug, page.language));

	test('has the words of the page', () => {
		const main = textOfMain(page);
		expect(main.length).toBeGreaterThan(300);
		const words = (document.body.textContent ?? '').replace(/\{#[a-z0-9-]+\}/g, '');
		expect(parityOf(main, words)).toBeGreaterThanOrEqual(0.995);
	});

	test('has its headings under their ids, and its tables, notes and code', () => {
		const headings = page.blocks.filter(({ kind }) => kind === 'heading');
		expect(
			[...document.querySelectorAll('h2, h3, h4')].map(({ id, textContent }) => [
				id,
				textContent!.trim().replace(/ \{#.*\}$/, ''),
			]),
		).toEqual(headings.map(({ id, text }) => [id, text]));
		const counts = (root: ParentNode, selectors: string[]) =>
			selectors.map((selector) => root.querySelectorAll(selector).length);
		expect(counts(document, ['table', 'tbody tr', 'blockquote', 'pre'])).toEqual(
			counts(page.article, ['table', 'tbody tr', '.note', 'pre']),
		);
		const codeOf = (root: ParentNode) =>
			[...root.querySelectorAll('pre')].map(({ textContent }) => textContent!.trimEnd());
		expect(codeOf(document)).toEqual(codeOf(page.article));
	});

	test('has the id of every block', () => {
		const missing = page.blocks.filter(({ id }) => !markdown.includes(`{#${id}}`));
		expect(missing.map(({ id }) => id)).toEqual([]);
	});

	test('shows no block mark and no stray markup', () => {
		const prose = documentOf(document.body.innerHTML);
		for (const code of prose.querySelectorAll('code')) code.remove();
		expect(prose.body.textContent).not.toMatch(/\s\^[a-z]\d[a-z]\d|\*\*|\]\(/);
		expect(markdown).not.toMatch(/<(?!br>)[a-z]|&#x20;|\S\{#|^·$/im);
		// What the style sheet sets apart is set apart.
		expect(markdown).not.toMatch(/\)\[(?:PNG|CSV)\]|^> \*\*[^*]+\*\*(?! )/m);
	});

	test('links in full to what exists', () => {
		const links = [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')!);
		expect(links.filter((href) => !href.startsWith('http'))).toEqual([]);
		const ours = links.filter((href) => href.startsWith(urlOf('/', address)));
		expect(ours.filter((href) => !fileAt(href))).toEqual([]);
	});

	test('says what it is, and the page says where it is', () => {
		expect(fields).toMatchObject({
			url: urlOf(page.path, address),
			lang: page.language === 'zh' ? 'zh-Hans' : 'en',
			updated: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
			based_on: expect.stringMatching(
				{ zh: /\[R\]/, en: /^[^，。：]* \(2023\)\. [^，。：]*$/ }[page.language],
			) as string,
		});
		const alternate = page.document.querySelector('link[rel="alternate"][type="text/markdown"]');
		expect(alternate?.getAttribute('href')).toBe(
			withBase(twinPathOf(page.slug, page.language), address.base),
		);
	});
});

describe.each(languages)('llms.txt in %s', async (language) => {
	const file = language === 'zh' ? 'llms.txt' : 'en/llms.txt';
	const lines = (await readFile(join(dist, file), 'utf8')).split('\n').filter(Boolean);

	test('is a name, a summary, notes, then lists of links', () => {
		expect(lines[0]).toMatch(/^# \S/);
		expect(lines[1]).toMatch(/^> \S/);
		const first = lines.findIndex((line) => line.startsWith('## '));
		expect(first).toBeGreaterThan(2);
		for (const line of lines.slice(2, first)) expect(line).not.toMatch(/^#/);
		for (const line of lines.slice(first)) {
			expect(line).toMatch(/^(## \S.*|- \[[^\]]+\]\(https?:\/\/[^)\s]+\): \S.*)$/);
		}
	});

	test('lists every twin of its edition, and nothing that is not there', async () => {
		const urls = lines.flatMap((line) => /^- \[[^\]]+\]\(([^)]+)\)/.exec(line)?.[1] ?? []);
		const twins = (await pagesIn(language)).map(({ slug }) =>
			urlOf(twinPathOf(slug, language), address),
		);
		expect(twins.length).toBeGreaterThanOrEqual(10);
		expect(urls).toEqual(expect.arrayContaining(twins));
		expect(urls.filter((url) => !fileAt(url))).toEqual([]);
	});
});
