import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { filesBelow } from '../../src/base/built-site.ts';
import { dist } from './dist.ts';

const config = JSON.parse(await readFile('.htmlvalidate.json', 'utf8'));
const files = await filesBelow(dist, '.html');
const pages = await Promise.all(
	files.map(async (file) => ({ name: relative(dist, file), html: await readFile(file, 'utf8') })),
);

test('every built page is valid HTML', async () => {
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

test('the sheet for print, which may come first, names the layers before its own', async () => {
	const names = new Set(pages.flatMap(({ html }) => /print\.[\w-]+\.css/.exec(html)?.[0] ?? []));
	expect(names.size).toBe(1);
	for (const name of names) {
		const sheet = await readFile(join(dist, '_astro', name), 'utf8');
		expect(sheet).toMatch(/^@layer tokens,[^;{]*states/);
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
	['end, so that a cut one can be told', /<\/html>\s*$/i],
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
