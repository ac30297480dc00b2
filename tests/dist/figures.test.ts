import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { linkedText } from '../../src/figures/linked-text.ts';
import { readFigures, readRows } from '../../src/content/readers.ts';
import type { FigureEntry, TableName } from '../../src/content/schema.ts';
import { textOf } from '../../src/base/blocks.ts';
import type { Language } from '../../src/base/languages.ts';
import { figureLabel } from '../../src/base/numbers.ts';
import { addressFrom } from '../../src/base/urls.ts';
import { filesBelow, readBuiltSite } from '../../src/base/built-site.ts';

const site = await readBuiltSite('dist', addressFrom(process.env));
const entries = readFigures();

interface Built {
	entry: FigureEntry;
	language: Language;
	element: Element;
	where: string;
}
const built: Built[] = site.pages.flatMap((page) =>
	[...page.article.querySelectorAll('figure.figure')].map((element) => {
		const entry = entries.find(({ id }) => id === element.id);
		if (!entry) throw new Error(`${page.path}#${element.id} is not in content/figures.yaml`);
		return { entry, language: page.language, element, where: `${page.path}#${element.id}` };
	}),
);
const editions = [...new Set(site.pages.map(({ language }) => language))];

type Cells = Record<string, string | number | null>;
const rowsOf = (name: string) =>
	readRows(name as TableName) as unknown as (Cells & { id: string })[];

/** Columns whose numbers stand in the table and in the drawing, in the order of the table. */
const numberColumns: Record<string, string[]> = {
	rlhf: ['train', 'labeler', 'customer'],
	evaluations: ['gpt', 'sft', 'instructgpt'],
	valuation: ['market_cap_100m_usd', 'pe_2021a', 'pe_2022e', 'pe_2023e', 'pe_2024e'],
};

/** Text columns that only another edition shows, or only the drawing's form (not its words). */
const unseen = ['scheme', 'better', 'dated', 'ticker'];

/** A number as shown, back to a number in the CSV's unit; NA is null. */
function numberIn(text: string, column: string, language: Language): number | null {
	if (text.trim() === 'NA') return null;
	const value = Number(text.trim().replaceAll(',', '').replace('\u2212', '-'));
	const unit = column === 'market_cap_100m_usd' && language === 'en' ? 10 : 1;
	return Math.round(value * unit * 1000) / 1000;
}

const wordsOf = (element: Element | null) =>
	element?.textContent?.replace(/\s+/gu, ' ').trim() ?? '';

test('every figure stands once in every edition', () => {
	expect(built.length).toBeGreaterThan(0);
	const seen = built.map(({ language, entry }) => `${language} ${entry.id}`).sort();
	const expected = editions.flatMap((language) => entries.map(({ id }) => `${language} ${id}`));
	expect(seen).toEqual(expected.sort());
});

test('figures are numbered in reading order within a page', () => {
	for (const page of site.pages) {
		const numbers = built
			.filter(({ where }) => where.startsWith(`${page.path}#`))
			.map(({ entry }) => entry.number);
		expect(numbers, page.path).toEqual(numbers.toSorted((a, b) => a - b));
	}
});

describe.each(built)('$where', ({ entry, language, element }) => {
	test('has label, title, finding, caveat and source with its links', () => {
		expect(textOf(element.querySelector('figcaption')!)).toBe(
			`${figureLabel(entry.number, language)} ${entry.title[language]} ${entry.finding[language]}`,
		);
		const foot = element.querySelector('.figure-foot');
		if (entry.caveat) expect(wordsOf(foot)).toContain(entry.caveat[language]);
		const parts = linkedText(entry.source[language]);
		expect(wordsOf(foot)).toContain(parts.map(({ text }) => text).join(''));
		const links = [...(foot?.querySelectorAll('a') ?? [])].map((a) => a.getAttribute('href'));
		expect(links).toEqual(parts.flatMap(({ href }) => href ?? []));
	});

	test('offers its data, byte for byte', async () => {
		const links = [...element.querySelectorAll('a[download]')].map((a) => a.getAttribute('href'));
		expect(links).toEqual(entry.data.map((name) => `${site.address.base}data/${name}.csv`));
		for (const name of entry.data) {
			expect(await readFile(join(site.root, `data/${name}.csv`))).toEqual(
				await readFile(`content/data/${name}.csv`),
			);
		}
	});

	test('has a table with the words and numbers of every row', () => {
		for (const row of entry.data.flatMap(rowsOf)) {
			const line = element.querySelector(`tbody tr[id="${row.id}"]`);
			expect(line, row.id).not.toBeNull();
			const table = line!.closest('table')!;
			expect(table.id, `${entry.id}: the table's own id`).toBe(`${entry.id}-table`);
			expect(wordsOf(table.querySelector('caption'))).not.toBe('');
			expect(table.querySelectorAll('thead th[scope="col"]').length).toBe(line!.children.length);
			expect(line!.querySelectorAll('th[scope="row"]').length).toBe(1);

			const words = wordsOf(line);
			for (const [column, cell] of Object.entries(row)) {
				if (typeof cell !== 'string' || column === 'id' || unseen.includes(column)) continue;
				const shown = column.endsWith(`_${language}`) || entry.id === 'roadmap';
				if (!shown || (column.endsWith('_zh') && language === 'en')) continue;
				for (const part of cell.split('; ')) expect(words, `${row.id} ${column}`).toContain(part);
			}

			const columns = numberColumns[entry.id] ?? [];
			const numbers = [...line!.querySelectorAll('td.numeric')].map((td) => wordsOf(td));
			expect(numbers.length).toBe(columns.length);
			columns.forEach((column, at) => {
				expect(numberIn(numbers[at]!, column, language), `${row.id} ${column}`).toBe(row[column]);
			});
		}
	});

	test('draws the numbers of the table', () => {
		const rows = new Map(entry.data.flatMap(rowsOf).map((row) => [row.id, row]));
		const written = new Map<string, number | null>();
		for (const mark of element.querySelectorAll('[data-cell]')) {
			const [id, column] = mark.getAttribute('data-cell')!.split(' ') as [string, string];
			expect(rows.get(id), id).toHaveProperty(column);
			const text = wordsOf(mark);
			if (text) written.set(`${id} ${column}`, numberIn(text, column, language));
		}
		const expected = new Map(
			[...rows.values()].flatMap((row) =>
				(numberColumns[entry.id] ?? [])
					.filter((column) => !(entry.id === 'rlhf' && row[column] === 0))
					.map((column) => [`${row.id} ${column}`, row[column] as number | null] as const),
			),
		);
		expect([...written].sort()).toEqual([...expected].sort());
	});

	test('puts every mark where its number belongs', () => {
		const rows = new Map(entry.data.flatMap(rowsOf).map((row) => [row.id, row]));
		const scales = new Map<string, { value: number; at: number; mark: string }[]>();
		const note = (scale: string, value: unknown, attribute: string | null, mark: string) => {
			if (typeof value !== 'number') return;
			const points = scales.get(scale) ?? [];
			points.push({ value, at: Number.parseFloat(attribute ?? '0'), mark });
			scales.set(scale, points);
		};
		for (const mark of element.querySelectorAll('rect[data-cell], circle[data-cell]')) {
			const cell = mark.getAttribute('data-cell')!;
			const [id, column] = cell.split(' ') as [string, string];
			const row = rows.get(id)!;
			const x = mark.getAttribute('x');
			const width = mark.getAttribute('width');
			if (mark.tagName.toLowerCase() === 'circle') {
				note('height', row[column], mark.getAttribute('cy'), cell);
			} else if (column === 'report_low' || column === 'from_year') {
				const end = Number.parseFloat(x ?? '0') + Number.parseFloat(width ?? '0');
				note('across', row[column], x, cell);
				note('across', row[column === 'from_year' ? 'to_year' : 'report_high'], `${end}`, cell);
			} else {
				note(column === 'market_cap_100m_usd' ? 'cap' : 'across', row[column], width, cell);
			}
		}
		expect(scales.size > 0).toBe(element.querySelector('svg') !== null);
		for (const [scale, points] of scales) {
			const [low, high] = [...points]
				.sort((a, b) => a.value - b.value)
				.filter((_, at, all) => [0, all.length - 1].includes(at)) as [
				(typeof points)[0],
				(typeof points)[0],
			];
			const slope = (high.at - low.at) / (high.value - low.value);
			for (const { value, at, mark } of points) {
				const due = low.at + slope * (value - low.value);
				expect(Math.abs(at - due), `${scale}: ${mark} at ${at}, due at ${due}`).toBeLessThan(0.05);
			}
		}
	});

	test('names its drawing, and keeps it out of the text that repeats it', () => {
		for (const svg of element.querySelectorAll('svg')) {
			const drawing = svg.closest('[data-search-ignore]');
			expect(drawing, 'a drawing beside a table').not.toBeNull();
			const hidden = svg.getAttribute('aria-hidden') === 'true';
			expect(hidden || svg.getAttribute('aria-label'), svg.outerHTML).toBeTruthy();
			// A list of steps is read as text; any other drawing is one picture with a name.
			if (drawing!.tagName === 'OL') continue;
			expect(drawing!.getAttribute('role')).toBe('img');
			for (const attribute of ['aria-labelledby', 'aria-describedby']) {
				const id = drawing!.getAttribute(attribute);
				expect(wordsOf(element.querySelector(`[id="${id}"]`)), attribute).not.toBe('');
			}
		}
	});

	test('carries no style of its own', () => {
		expect(element.querySelectorAll('[style], style, script').length).toBe(0);
	});
});

test('every CSV of content/data is served', async () => {
	const served = (await filesBelow(join(site.root, 'data'), '.csv')).map((file) =>
		file.split('/').at(-1),
	);
	const kept = (await filesBelow('content/data', '.csv')).map((file) => file.split('/').at(-1));
	expect(kept.length).toBeGreaterThan(entries.length);
	expect(served).toEqual(kept);
});
