/** The HTML itself, and pages as other programs read them: reader modes, a second parser. */
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readability } from '@mozilla/readability';
import { HtmlValidate } from 'html-validate';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { readReport } from '../../src/content/readers.ts';
import { builtSite, dist } from './dist.ts';

const config = JSON.parse(await readFile('.htmlvalidate.json', 'utf8'));
const files = await filesBelow(dist, '.html');
const pages = await Promise.all(
	files.map(async (file) => ({ name: relative(dist, file), html: await readFile(file, 'utf8') })),
);

test('every built page is valid HTML, with each id once', async () => {
	expect(pages.length).toBeGreaterThanOrEqual(9);
	const validator = new HtmlValidate(config);
	const faults: string[] = [];
	for (const { name, html } of pages) {
		const report = await validator.validateString(html, join(dist, name));
		for (const { messages } of report.results) {
			for (const { ruleId, message, line, column } of messages) {
				faults.push(`${name}:${line}:${column} ${ruleId}: ${message}`);
			}
		}
	}
	expect(faults).toEqual([]);
});

test('every page names the layers of its styles before any style sheet', () => {
	const styled = pages.filter(({ html }) => /<style|rel="stylesheet"/.test(html));
	expect(styled.length).toBeGreaterThan(20);
	for (const { name, html } of styled) {
		const [sheet] = /<style.*?<\/style>|<link rel="stylesheet"/s.exec(html)!;
		expect(sheet, name).toMatch(/^<style>@layer tokens,[\w,]*,states,print<\/style>$/);
	}
});

test('a title in English has no full-width punctuation around it', () => {
	const titles = pages
		.filter(({ name }) => name.startsWith('en'))
		.map(({ html }) => /<title>([^<]*)/.exec(html)?.[1] ?? '');
	expect(titles.filter((title) => /[，。；：、]/u.test(title))).toEqual([]);
});

/** Pages with a pattern, or without it. */
const pagesWith = (pattern: RegExp, isWith = true) =>
	pages.filter(({ html }) => pattern.test(html) === isWith).map(({ name }) => name);

test.each([
	['style attribute', /<[^>]+\sstyle=/],
	['inline handler', /<[^>]+\son[a-z]+=/],
	['policy that allows them', /unsafe-inline|'unsafe-eval'/],
	['javascript: address', /javascript:/i],
	['script of another origin', /<script[^>]+src="(https?:)?\/\//],
	['style sheet of another origin', /<link[^>]+rel="stylesheet"[^>]+href="(https?:)?\/\//],
])('no page has a %s, which a strict Content-Security-Policy forbids', (_, pattern) => {
	expect(pagesWith(pattern)).toEqual([]);
});

test.each([
	['language', /<html[^>]+lang="(zh-Hans|en)"/],
	['policy, for hosts without headers', /<meta charset="utf-8"><meta http-equiv="Content-Sec/],
	['title', /<title>[^<]{4,}<\/title>/],
	['description', /<meta name="description" content="[^"]{10,}"/],
	['address, or is not indexed', /rel="canonical" href="https?:|name="robots" content="noindex"/],
	['end, so that a cut one can be recognised', /<\/html>\s*$/i],
])('every page has its %s', (_, pattern) => {
	expect(pagesWith(pattern, false)).toEqual([]);
});

test('no page shows markup that was not rendered', () => {
	const faults = pages.flatMap(({ name, html }) => {
		const text = html.replace(/<(script|style|pre)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ');
		const found = text.match(/\*\*|\{#[a-z]|\s\^[a-z0-9]{3,}\s|<\/?[A-Z]|undefined|\[object |NaN/g);
		return found ? [`${name}: ${[...new Set(found)].join(' ')}`] : [];
	});
	expect(faults).toEqual([]);
});

const { pages: contentPages } = await builtSite();
const ofReport = contentPages.filter(({ slug }) => readReport().sections.includes(slug));

test.each(ofReport)('reader modes keep notes and tables of $path, no empty link', async (page) => {
	const { document } = parseHTML(await readFile(page.file, 'utf8'));
	const read = new Readability(document as unknown as Document).parse();
	const { document: kept } = parseHTML(`<html><body>${read?.content}</body></html>`);
	const text = (kept.body.textContent ?? '').replace(/\s+/gu, '');
	const notes = page.blocks.filter(({ kind }) => kind === 'note');
	const lost = notes.filter(({ text: words }) => !text.includes(words.replace(/\s+/gu, '')));
	expect(lost.map(({ id }) => id)).toEqual([]);
	const tables = page.article.querySelectorAll('figure table').length;
	expect(kept.querySelectorAll('table').length).toBeGreaterThanOrEqual(tables);
	const links = [...kept.querySelectorAll('a[href^="#"]')];
	const empty = links.filter((link) => !link.textContent?.trim());
	expect(empty.map((link) => link.getAttribute('href'))).toEqual([]);
});

test('a page’s tree says the same to another parser after it was written and read again', async () => {
	for (const { file, path, document } of contentPages) {
		const written = await readFile(file, 'utf8');
		expect(serialize(parse(document.toString())) === serialize(parse(written)), path).toBe(true);
	}
});
