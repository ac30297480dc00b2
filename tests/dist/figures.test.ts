import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/base/blocks.ts';
import { filesBelow } from '../../src/base/built-site.ts';
import { figureLabel } from '../../src/base/numbers.ts';
import { sharePathOf } from '../../src/base/urls.ts';
import { readFigures } from '../../src/content/readers.ts';
import { linkedText, plainText } from '../../src/figures/kit/text.ts';
import { figures, sheet } from '../../src/figures/registry.ts';
import { cardNameOf } from '../../src/links/card-files.ts';
import { cardsOf } from '../../src/links/cards.ts';
import { languages } from '../../src/base/languages.ts';
import { address, builtSite, dist, htmlAt } from './dist.ts';

const { pages } = await builtSite();
const entries = readFigures();
const built = pages.flatMap((page) =>
	[...page.article.querySelectorAll('figure.figure')].map((element) => {
		const entry = entries.find(({ id }) => id === element.id)!;
		const { id } = entry;
		return { id, entry, language: page.language, page, element, where: `${page.path}#${id}` };
	}),
);
const wordsOf = (element: Element | null) =>
	element?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';
const squashed = (text: string) => text.replace(/\s+/gu, '');

type Row = Record<string, string> & { id: string };
/** Rows of the tables of a figure. */
const rowsOf = async (tables: readonly string[]): Promise<Row[]> => {
	const texts = tables.map((name) => readFile(`content/data/${name}.csv`, 'utf8'));
	return (await Promise.all(texts)).flatMap((text) => parseCsv(text, { columns: true }) as Row[]);
};

/** A number as shown, without commas and signs of its own; NaN where a cell is none. */
const numberIn = (text: string) => Number(text.trim().replaceAll(',', '').replace('−', '-'));

test('every figure stands once in every edition, numbered as it is read', () => {
	const all = languages.flatMap((language) => entries.map(({ id }) => `${language} ${id}`));
	expect(built.map(({ language, id }) => `${language} ${id}`).sort()).toEqual(all.sort());
	for (const page of pages) {
		const numbers = built.filter((one) => one.page === page).map(({ entry }) => entry.number);
		expect(numbers, page.path).toEqual(numbers.toSorted((a, b) => a - b));
	}
});

test('text that names a figure by its number names the right one', () => {
	for (const { path, article, language } of pages) {
		for (const link of article.querySelectorAll('a[href*="#"]')) {
			const entry = entries.find(({ id }) => link.getAttribute('href')!.endsWith(`#${id}`));
			const label = /^(?:图[一二三四五六七八九十]+|Figure \d+)$/.exec(wordsOf(link))?.[0];
			if (entry && label) expect(label, path).toBe(figureLabel(entry.number, language));
		}
	}
});

describe.each(built)('$where', ({ id, entry, language, page, element }) => {
	const svg = element.querySelector('svg.drawing');
	const file = (kind: string) => readFile(join(dist, `figures/${id}.${language}.${kind}`));

	test('has label, title, finding, caveat, source and check', () => {
		expect(textOf(element.querySelector('figcaption')!)).toBe(
			`${figureLabel(entry.number, language)} ${entry.title[language]} ${entry.finding[language]}`,
		);
		const foot = element.querySelector('.figure-foot')!;
		if (entry.caveat) expect(wordsOf(foot)).toContain(entry.caveat[language]);
		expect(wordsOf(foot)).toContain(plainText(entry.source[language]));
		const links = [...foot.querySelectorAll('a')].map((a) => a.getAttribute('href'));
		expect(links).toEqual(linkedText(entry.source[language]).flatMap(({ href }) => href ?? []));
		const claims = wordsOf(element.querySelector('.figure-claims a'));
		expect(claims).toContain(String(entry.claims.length));
	});

	test('has a table with every row of its data, and every number of them', async () => {
		for (const row of await rowsOf(entry.data)) {
			const line = element.querySelector(`tbody tr[id="${row.id}"]`);
			expect(line, row.id).not.toBeNull();
			const shown = [...line!.querySelectorAll('td')].map((td) => numberIn(wordsOf(td)));
			for (const [column, cell] of Object.entries(row)) {
				if (column.endsWith(`_${language}`) && !/^(?:from|source)_/.test(column)) {
					for (const part of plainText(cell).split('; ')) {
						expect(wordsOf(line), `${row.id} ${column}`).toContain(part);
					}
				}
				if (!/^-?\d+(\.\d+)?$/.test(cell) || /year|order|report_|factor/.test(column)) continue;
				const unit = /100m_usd/.test(column) && language === 'en' ? 10 : 1;
				const isShown = shown.some((number) => Math.abs(number * unit - Number(cell)) < 1e-6);
				expect(isShown, `${row.id} ${column} ${cell}`).toBe(true);
			}
		}
	});

	test('draws the numbers of the data where they belong, or is a table', async () => {
		expect(svg !== null).toBe(Boolean(figures.get(id)!.draw));
		expect(element.querySelectorAll('[style], style, script').length).toBe(0);
		if (!svg) return;
		for (const attribute of ['aria-labelledby', 'aria-describedby']) {
			const named = element.querySelector(`[id="${svg.getAttribute(attribute)}"]`);
			expect(wordsOf(named), attribute).not.toBe('');
		}
		const rows = new Map((await rowsOf(entry.data)).map((row) => [row.id, row]));
		const marks = [...svg.querySelectorAll('[data-cell]')];
		expect(marks.length).toBeGreaterThan(2);
		for (const mark of marks) {
			const [row, column] = mark.getAttribute('data-cell')!.split(' ') as [string, string];
			expect(rows.get(row), row).toHaveProperty(column);
			if (mark.tagName !== 'text') continue;
			const shown = Number(/[\d.,]+/.exec(wordsOf(mark))?.[0].replaceAll(',', ''));
			const cell = Number(rows.get(row)![column]);
			const isPoints = id === 'evaluations';
			if (!Number.isNaN(cell)) expect(shown).toBeCloseTo(isPoints ? cell * 100 : cell, 6);
		}
	});

	test('offers its drawing as SVG and PNG, and its data', () => {
		const paths = [...element.querySelectorAll('a[download]')].map((a) => a.getAttribute('href')!);
		expect(paths).toEqual([
			...['svg', 'png'].map((kind) => `${address.base}figures/${id}.${language}.${kind}`),
			...entry.data.map((name) => `${address.base}data/${name}.csv`),
		]);
	});

	test('the SVG shows what the page shows', async () => {
		const { document } = parseHTML(String(await file('svg')));
		const downloaded = document.querySelector('svg')!;
		const words = squashed([...downloaded.querySelectorAll('text')].map(wordsOf).join(' '));
		expect(words).toContain(squashed(figureLabel(entry.number, language)));
		const shown = svg
			? svg.querySelectorAll('text')
			: element.querySelectorAll('thead th, tbody th, td > div');
		expect(shown.length).toBeGreaterThan(5);
		for (const text of shown) expect(words).toContain(squashed((svg ? wordsOf : textOf)(text)));
		const shapesOf = (drawing: Element) =>
			[...drawing.querySelectorAll('[data-cell]')].map((mark) =>
				['class', 'data-cell', 'd', 'text-anchor'].map((name) => mark.getAttribute(name)),
			);
		if (svg) expect(shapesOf(downloaded)).toEqual(shapesOf(svg));
	});

	test('the PNG is twice the size of the SVG and has ink on it', async () => {
		const image = sharp(await file('png'));
		const { width, height, format } = await image.metadata();
		const drawing = sheet(id, language);
		expect([format, width, height]).toEqual(['png', drawing.width * 2, drawing.height * 2]);
		const { channels } = await image.stats();
		expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10);
	});

	test('its card, and that of its only table, show the drawing', async () => {
		const tables = page.document.querySelectorAll(`#${id} table`);
		for (const block of [id, `${id}-table`]) {
			const card = cardsOf(page).get(block)!;
			// The report’s valuation table is not what became of its numbers.
			expect(Boolean(card.drawing), block).toBe(block === id || tables.length === 1);
			expect(await htmlAt(sharePathOf(block, language))).toContain(`cards/${cardNameOf(card)}`);
		}
	});
});

test('every CSV of content/data is served byte for byte', async () => {
	const textOfFile = async (file: string) => [basename(file), await readFile(file, 'utf8')];
	const textsIn = async (folder: string) =>
		Promise.all((await filesBelow(folder, '.csv')).map(textOfFile));
	const kept = await textsIn('content/data');
	expect(kept.length).toBeGreaterThan(entries.length);
	expect(await textsIn(join(dist, 'data'))).toEqual(kept);
});
