import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parse as parseCsv } from 'csv-parse/sync';
import { textOf } from '../../src/base/blocks.ts';
import { filesBelow, readBuiltSite } from '../../src/base/built-site.ts';
import type { Language } from '../../src/base/languages.ts';
import { figureLabel } from '../../src/base/numbers.ts';
import { addressFrom } from '../../src/base/urls.ts';
import { readFigures } from '../../src/content/readers.ts';
import { drawnFigures, sheet, sheetWidth } from '../../src/figures/registry.ts';
import { linkedText, plainText } from '../../src/figures/linked-text.ts';

const site = await readBuiltSite('dist', addressFrom(process.env));
const entries = readFigures();
const drawn = drawnFigures();
const built = site.pages.flatMap((page) =>
	[...page.article.querySelectorAll('figure.figure')].map((element) => {
		const entry = entries.find(({ id }) => id === element.id)!;
		return { entry, language: page.language, element, where: `${page.path}#${element.id}` };
	}),
);
const editions = [...new Set(site.pages.map(({ language }) => language))];
const wordsOf = (element: Element | null) =>
	element?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

type Row = Record<string, string> & { id: string };
const rowsOf = async (name: string): Promise<Row[]> =>
	parseCsv(await readFile(`content/data/${name}.csv`, 'utf8'), { columns: true });

/** A number as shown, without commas and signs of its own; NA stays. */
const numberIn = (text: string) => text.trim().replaceAll(',', '').replace('−', '-');

test('every figure stands once in every edition, numbered as it is read', () => {
	const seen = built.map(({ language, entry }) => `${language} ${entry.id}`);
	expect(seen.toSorted()).toEqual(
		editions.flatMap((language) => entries.map(({ id }) => `${language} ${id}`)).toSorted(),
	);
	for (const page of site.pages) {
		const numbers = built
			.filter(({ where }) => where.startsWith(`${page.path}#`))
			.map(({ entry }) => entry.number);
		expect(numbers, page.path).toEqual(numbers.toSorted((a, b) => a - b));
	}
});

test('text that names a figure by its number names the right one', () => {
	for (const { path, article, language } of site.pages) {
		for (const link of article.querySelectorAll('a[href*="#"]')) {
			const entry = entries.find(({ id }) => link.getAttribute('href')!.endsWith(`#${id}`));
			const label = /^(?:图[一二三四五六七八九十]+|Figure \d+)$/.exec(wordsOf(link))?.[0];
			if (entry && label) expect(label, path).toBe(figureLabel(entry.number, language));
		}
	}
});

describe.each(built)('$where', ({ entry, language, element }) => {
	test('has label, title, finding, caveat, source and check', () => {
		expect(textOf(element.querySelector('figcaption')!)).toBe(
			`${figureLabel(entry.number, language)} ${entry.title[language]} ${entry.finding[language]}`,
		);
		const foot = element.querySelector('.figure-foot');
		if (entry.caveat) expect(wordsOf(foot)).toContain(entry.caveat[language]);
		expect(wordsOf(foot)).toContain(plainText(entry.source[language]));
		const links = [...foot!.querySelectorAll('a')].map((a) => a.getAttribute('href'));
		expect(links).toEqual(linkedText(entry.source[language]).flatMap(({ href }) => href ?? []));
		expect(wordsOf(element.querySelector('.figure-claims a'))).toContain(
			String(entry.claims.length),
		);
	});

	test('has a table with every row of its data, and every number of them', async () => {
		for (const name of entry.data) {
			for (const row of await rowsOf(name)) {
				const line = element.querySelector(`tbody tr[id="${row.id}"]`);
				expect(line, row.id).not.toBeNull();
				const words = wordsOf(line);
				for (const [column, cell] of Object.entries(row)) {
					if (!column.endsWith(`_${language}`) || ['from', 'source'].includes(column.slice(0, -3)))
						continue;
					for (const part of plainText(cell).split('; ')) {
						expect(words, `${row.id} ${column}`).toContain(part);
					}
				}
				const shown = [...line!.querySelectorAll('td')].map((td) => numberIn(wordsOf(td)));
				for (const [column, cell] of Object.entries(row)) {
					const isNumber =
						/^-?\d+(\.\d+)?$/.test(cell) && !/year|order|report_|factor/.test(column);
					if (!isNumber) continue;
					const inUnit = /100m_usd/.test(column) && language === 'en' ? 10 : 1;
					const values = shown.filter((text) => Number(text) * inUnit === Number(cell));
					const isNear = shown.some(
						(text) => Math.abs(Number(text) * inUnit - Number(cell)) < 1e-6,
					);
					expect(values.length > 0 || isNear, `${row.id} ${column} ${cell}`).toBe(true);
				}
			}
		}
	});

	test('draws the numbers of the data where they belong', async () => {
		const svg = element.querySelector('svg');
		expect(svg !== null).toBe(drawn.includes(entry.id));
		if (!svg) return;
		const rows = new Map((await Promise.all(entry.data.map(rowsOf))).flat().map((r) => [r.id, r]));
		const marks = [...svg.querySelectorAll('[data-cell]')];
		expect(marks.length).toBeGreaterThan(2);
		for (const mark of marks) {
			const [id, column] = mark.getAttribute('data-cell')!.split(' ') as [string, string];
			expect(rows.get(id), id).toHaveProperty(column);
			if (mark.tagName !== 'text') continue;
			const shown = Number(/[\d.,]+/.exec(wordsOf(mark))?.[0].replaceAll(',', ''));
			const cell = Number(rows.get(id)![column]);
			const isPoints = entry.id === 'evaluations';
			if (!Number.isNaN(cell)) expect(shown).toBeCloseTo(isPoints ? cell * 100 : cell, 6);
		}
	});

	test('names its drawing for a screen reader and carries no style', () => {
		const svg = element.querySelector('svg.drawing');
		for (const attribute of svg ? ['aria-labelledby', 'aria-describedby'] : []) {
			const id = svg!.getAttribute(attribute);
			expect(wordsOf(element.querySelector(`[id="${id}"]`)), attribute).not.toBe('');
		}
		expect(element.querySelectorAll('[style], style, script').length).toBe(0);
	});

	test('offers its data byte for byte, and its drawing as SVG and PNG', async () => {
		const paths = [...element.querySelectorAll('a[download]')].map((a) => a.getAttribute('href')!);
		const kinds = drawn.includes(entry.id) ? ['svg', 'png'] : [];
		expect(paths).toEqual([
			...kinds.map((kind) => `${site.address.base}figures/${entry.id}.${language}.${kind}`),
			...entry.data.map((name) => `${site.address.base}data/${name}.csv`),
		]);
		for (const name of entry.data) {
			expect(await readFile(join(site.root, `data/${name}.csv`))).toEqual(
				await readFile(`content/data/${name}.csv`),
			);
		}
	});
});

/** Shapes of an SVG without the sheet around them: class, cell and path of each mark. */
function shapesOf(svg: Element): string[] {
	return [...svg.querySelectorAll('[data-cell]')].map((mark) =>
		['class', 'data-cell', 'd', 'text-anchor'].map((name) => mark.getAttribute(name)).join('|'),
	);
}

const downloads = drawn.flatMap((id) =>
	editions.map((language): [string, Language] => [id, language]),
);

describe.each(downloads)('the download of %s in %s', (id, language) => {
	const path = (kind: string) => join(site.root, `figures/${id}.${language}.${kind}`);

	test('shows the drawing of the page', async () => {
		const { document } = parseHTML(await readFile(path('svg'), 'utf8'));
		const onPage = built.find((one) => one.entry.id === id && one.language === language)!;
		const page = onPage.element.querySelector('svg.drawing')!;
		const file = document.querySelector('svg')!;
		expect(shapesOf(file)).toEqual(shapesOf(page));
		const texts = (svg: Element) => [...svg.querySelectorAll('text')].map(wordsOf);
		const own = texts(file);
		for (const text of texts(page)) expect(own).toContain(text);
		expect(own.join(' ')).toContain(figureLabel(onPage.entry.number, language));
	});

	test('is a PNG of twice the size with ink on it', async () => {
		const image = sharp(await readFile(path('png')));
		const { width, height, format } = await image.metadata();
		expect([format, width, height]).toEqual([
			'png',
			sheetWidth * 2,
			sheet(id, language)!.height * 2,
		]);
		const { channels } = await image.stats();
		expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
	});
});

test('every CSV of content/data is served', async () => {
	const names = async (folder: string) =>
		(await filesBelow(folder, '.csv')).map((file) => file.split('/').at(-1));
	const kept = await names('content/data');
	expect(kept.length).toBeGreaterThan(entries.length);
	expect(await names(join(site.root, 'data'))).toEqual(kept);
});
