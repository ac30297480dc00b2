import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readClaims, readGlossary, readMatters } from '../../src/content/readers.ts';
import { claimsSchema, type Claim } from '../../src/content/schema.ts';
import { textOf } from '../../src/base/blocks.ts';
import { publishedLanguages } from '../../src/base/editions.ts';
import { referenceSlugs } from '../../src/base/reference-pages.ts';
import { pathOf, withBase } from '../../src/base/urls.ts';
import { claimAnchor, noteAnchor, termAnchor } from '../../src/claims/addresses.ts';
import type { BuiltPage } from '../../src/base/built-site.ts';
import { latinNamesIn, numeralsIn, squashed, valuesIn, valuesOfFigure } from '../numerals.ts';
import { address, builtSite, dist } from './dist.ts';

const { pages } = await builtSite();
const claims = readClaims();
const editions = publishedLanguages();
const reading = pages.filter(({ slug }) => !referenceSlugs.some((reference) => reference === slug));
const pageOf = (slug: string, language: string): BuiltPage => {
	const page = pages.find((one) => one.slug === slug && one.language === language);
	if (!page) throw new Error(`${pathOf(slug, language as 'zh')} is not built`);
	return page;
};

/** The report's own numbering of a list, `3)`, which the site's headings replace. */
const listMark = /^\d\)$/;

/** Market caps are printed in 亿美元; the English edition tells them in US$ bn, a tenth. */
const isMarketCap = ({ statement }: Claim, figure: string) =>
	statement.zh.includes(`市值为 ${figure} 亿美元`);

/** Values and names of a printed figure that a text does not hold. */
function lackingIn(text: string, claim: Claim, figure: string): string[] {
	const values = valuesIn(text);
	const names = squashed(text);
	return [
		...[...valuesOfFigure(figure)]
			.filter((value) => !values.has(value))
			.filter((value) => !(isMarketCap(claim, figure) && values.has(value / 10)))
			.map(String),
		...latinNamesIn(figure).filter((name) => !names.includes(name)),
	];
}

/** Values that the claims told in a block name: in their figures, statements, notes and sources. */
function valuesKnownOf(block: Element): Set<number> {
	const ids = [block, ...block.querySelectorAll('[data-claims]')].flatMap(
		(element) => element.getAttribute('data-claims')?.split(/\s+/) ?? [],
	);
	const texts = claims
		.filter(({ id }) => ids.includes(id))
		.flatMap(({ statement, note, figures, places, sources }) => [
			...Object.values(statement),
			...Object.values(note),
			...figures,
			...places.map(({ ref, pages }) => `${ref ?? ''} ${pages ?? ''}`),
			...sources.map(({ title }) => title),
		]);
	const ofMatters = readMatters()
		.filter((matter) => matter.claims.some((id) => ids.includes(id)))
		.flatMap(({ report, source, note }) =>
			[report, source, note].flatMap(({ zh, en }) => [zh, en]),
		);
	return valuesIn([...texts, ...ofMatters].join(' | '));
}

/** Text of every block, row and figure of an edition that tells a claim. */
function tellingTexts(claim: Claim, language: string): string[] {
	return reading
		.filter((page) => page.language === language)
		.flatMap(({ article }) =>
			[...article.querySelectorAll(`[data-claims~="${claim.id}"]`)].map((holder) => {
				const block = holder.closest('p, li, tr, figure, aside') ?? holder;
				return [block, ...block.querySelectorAll('tr')].map(textOf).join(' ');
			}),
		);
}

describe.each(editions)('the claims in edition %s', (language) => {
	const page = pageOf('claims', language);
	const path = withBase(pathOf('claims', language), address.base);

	test('each is reached from the text, and its entry leads back', () => {
		const marks = new Set(
			reading
				.filter((one) => one.language === language)
				.flatMap(({ article }) => [...article.querySelectorAll('a.claim-mark')])
				.map((mark) => mark.getAttribute('href')),
		);
		// A figure names its claims and links the register.
		const figures = reading
			.filter((one) => one.language === language)
			.flatMap(({ article }) => [...article.querySelectorAll('figure[data-claims]')])
			.filter((figure) => figure.querySelector(`.figure-claims a[href="${path}"]`))
			.flatMap((figure) => figure.getAttribute('data-claims')!.split(' '));
		const unreached = claims.filter(
			(claim) => !marks.has(`${path}#${claimAnchor(claim)}`) && !figures.includes(claim.id),
		);
		expect(unreached.map(({ id }) => id)).toEqual([]);
		const entries = [...page.article.querySelectorAll('.entry')];
		expect(entries.map(({ id }) => id).sort()).toEqual(claims.map(claimAnchor).sort());
		const lost = entries.filter((entry) => !entry.querySelector('.told a[href*="#"]'));
		expect(lost.map(({ id }) => id)).toEqual([]);
	});

	test('marks say number and result to those who cannot see them', () => {
		const marks = reading
			.filter((one) => one.language === language)
			.flatMap(({ article }) => [...article.querySelectorAll('a.claim-mark')]);
		expect(marks.length).toBeGreaterThanOrEqual(claims.length);
		for (const mark of marks) {
			expect(mark.textContent).toBe('');
			const number = /#claim-(\d+)$/.exec(mark.getAttribute('href') ?? '')?.[1];
			expect(mark.getAttribute('aria-label')).toMatch(new RegExp(`\\b${number}\\b`));
		}
	});

	test('each figure of a claim stands where the claim is told', () => {
		let held = 0;
		const missing = claims.flatMap((claim) => {
			const blocks = tellingTexts(claim, language);
			return claim.figures
				.filter((figure) => !listMark.test(figure))
				.flatMap((figure) => {
					// What the fullest block lacks: one block must hold the whole figure.
					const lacks = blocks
						.map((text) => lackingIn(text, claim, figure))
						.sort((a, b) => a.length - b.length)[0] ?? [figure];
					held += 1;
					return lacks.length > 0 ? [`${claim.id}: “${figure}” lacks ${lacks.join(', ')}`] : [];
				});
		});
		expect(held).toBeGreaterThan(200);
		expect(missing).toEqual([]);
	});

	test('no number stands in a claim or a note but those of the claims told there', () => {
		let compared = 0;
		const stray = reading
			.filter((one) => one.language === language)
			.flatMap(({ path, article }) =>
				[...article.querySelectorAll('.claim, aside.note')].flatMap((told) => {
					const block = told.closest('p, li, aside') ?? told;
					const known = valuesKnownOf(block);
					const text = textOf(told);
					return (
						numeralsIn(text)
							// Steps, chapters and months count; what the report counts has two digits or more.
							.filter(({ values }) => values[0]! > 12 || !Number.isInteger(values[0]))
							.filter(({ values }) => {
								compared += 1;
								return !values.some((value) => known.has(value));
							})
							.map(({ written }) => `${path}: ${written} in “${text.slice(0, 60)}…”`)
					);
				}),
			);
		expect(compared).toBeGreaterThan(50);
		expect(stray).toEqual([]);
	});

	test('popovers have a text for every mark and every term of their page', async () => {
		for (const one of reading.filter((candidate) => candidate.language === language)) {
			const file = join(dist, 'popovers', language, `${one.slug}.json`);
			const { popovers } = JSON.parse(await readFile(file, 'utf8'));
			const links = [...one.article.querySelectorAll('a.claim-mark, a.term-link')];
			const unknown = links
				.map((link) => link.getAttribute('href')!.split('#')[1]!)
				.filter((fragment) => !popovers[fragment]);
			expect(unknown, one.path).toEqual([]);
		}
	});

	test('every conflict has its note, with a source', () => {
		const notes = pageOf('notes', language);
		const conflicts = claims.filter(({ check }) => check === 'conflict');
		expect(conflicts.length).toBeGreaterThan(10);
		for (const claim of conflicts) {
			const entry = notes.article.querySelector(`[id="${noteAnchor(claim)}"]`);
			expect(entry?.textContent, claim.id).toContain(claim.note[language]);
			const sources = [...entry!.querySelectorAll('.sources-list a')];
			expect(sources.length, claim.id).toBeGreaterThan(0);
			const outside = sources.filter((link) => link.getAttribute('rel') === 'external');
			expect(outside.length, claim.id).toBe(claim.sources.length);
			// What this site prints, with a link to the place.
			expect(entry!.querySelectorAll('.wording-place').length, claim.id).toBeGreaterThan(0);
			const noted = reading.some(
				(one) =>
					one.language === language &&
					one.article.querySelector(`aside.note[data-claims~="${claim.id}"]`),
			);
			// Small matters and spelling stand on the errata page alone.
			const weights = readMatters()
				.filter((matter) => matter.claims.includes(claim.id))
				.map(({ weight }) => weight);
			const isSmall = weights.length > 0 && weights.every((weight) => weight < 2);
			expect(noted || isSmall, `${claim.id}: no note in the text`).toBe(true);
		}
		const unsourced = conflicts.filter(({ sources }) => sources.length === 0);
		// The table's title promises what the table lacks: its source is the table, as Figure 7.
		expect(unsourced.map(({ id }) => id)).toEqual(['val-table-header']);
	});

	test('every term has its entry, with both names, and every use leads there', () => {
		const glossary = pageOf('glossary', language);
		for (const term of readGlossary()) {
			const entry = glossary.article.querySelector(`[id="${termAnchor(term.id)}"]`);
			for (const word of [term.zh, term.en, term.definition[language]]) {
				expect(entry?.textContent, term.id).toContain(word);
			}
		}
		const glossaryPath = withBase(pathOf('glossary', language), address.base);
		const used = reading
			.filter((one) => one.language === language)
			.flatMap(({ article }) => [...article.querySelectorAll('dfn.term > a')]);
		expect(used.length).toBeGreaterThan(20);
		for (const link of used) {
			const [target, fragment] = link.getAttribute('href')!.split('#');
			expect(target).toBe(glossaryPath);
			expect(glossary.article.querySelector(`[id="${fragment}"]`)).not.toBeNull();
		}
	});
});

test('both editions have the same claims, notes and terms under the same ids', () => {
	for (const slug of ['claims', 'notes', 'glossary']) {
		const idsOf = (language: string) =>
			pageOf(slug, language)
				.blocks.map(({ id }) => id)
				.sort();
		const [first, ...others] = editions.map(idsOf);
		for (const other of others) expect(other, slug).toEqual(first);
	}
});

test('sources are https, dated and free of tracking', () => {
	const sources = claims.flatMap((claim) => claim.sources);
	expect(sources.length).toBeGreaterThan(100);
	for (const { url, read } of sources) {
		expect(url).toMatch(/^https:\/\/[^\s]+$/);
		expect(url).not.toMatch(/[?&](utm_\w+|fbclid|gclid|spm)=/);
		expect(read).toMatch(/^20\d\d-\d\d-\d\d$/);
	}
});

test('the downloads hold all claims and fit their schema', async () => {
	const json = await readFile(join(dist, 'claims.json'));
	expect(json.equals(await readFile('content/claims.json'))).toBe(true);
	const csv = parseCsv(await readFile(join(dist, 'claims.csv')), { columns: true }) as Record<
		string,
		string
	>[];
	expect(csv.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
	for (const { number, permalink } of csv) {
		expect(permalink).toBe(
			`${address.origin}${withBase(`/claims/#claim-${number}`, address.base)}`,
		);
	}
	const table = JSON.parse(await readFile(join(dist, 'claims.csv-metadata.json'), 'utf8'));
	const described = table.tableSchema.columns as { name: string; 'dc:description': string }[];
	expect(described.map(({ name }) => name)).toEqual(Object.keys(csv[0]!));
	for (const column of described) expect(column['dc:description'], column.name).toMatch(/\.$/);
	const schema = JSON.parse(await readFile(join(dist, 'claims.schema.json'), 'utf8'));
	expect(schema.items.required).toContain('number');
	const fromPublished = z.fromJSONSchema(schema);
	expect(fromPublished.safeParse(JSON.parse(json.toString())).success).toBe(true);
	const { number: _, ...unnumbered } = claims[0]!;
	expect(fromPublished.safeParse([unnumbered]).success).toBe(false);
	expect(claimsSchema.safeParse(JSON.parse(json.toString())).success).toBe(true);
});
