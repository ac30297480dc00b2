import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readClaims, readGlossary, readMatters } from '../../src/content/readers.ts';
import { sourceKindOf, type Claim } from '../../src/content/claims-schema.ts';
import { textOf } from '../../src/base/blocks.ts';
import { pathOf, referenceSlugs, urlOf, withBase } from '../../src/base/urls.ts';
import { claimAnchor, termAnchor } from '../../src/content/addresses.ts';
import { numbersMissing } from '../../src/content/numerals.ts';
import { signs } from '../../src/content/verdicts.ts';
import { languages } from '../../src/base/languages.ts';
import { address, dist, pagesIn } from './dist.ts';

const claims = readClaims();

/** The report's own numbering of a list, `3)`, which the site's headings replace. */
const listMark = /^\d\)$/;

/** Names in Latin letters: runs of words, which may hold digits (GPT-3.5, QCOM.O, Reward Model). */
const namePattern = /[A-Za-z][\w.&/'-]*(?:[ ,;]+[\w(][\w.&/'-]*)*/g;
/** A text as it is compared for names: no case, spaces or marks, so GPT-3 is GPT3. */
const squashed = (text: string) =>
	text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Numbers and names of a printed figure that a text does not hold. */
function lackingIn(text: string, figure: string): string[] {
	const names = (figure.normalize('NFKC').match(namePattern) ?? [])
		.map(squashed)
		.filter((name) => /[a-z]{2}/.test(name));
	// Market caps are printed in 亿美元, US$ 100 million; the head of an English column says US$ bn.
	const inBillions = text.includes('US$ bn') ? text.replaceAll(/\d(?=\s)/g, '$& bn') : text;
	const isCounted = numbersMissing(`${figure} 亿`, inBillions).length === 0;
	return [
		...(isCounted ? [] : numbersMissing(figure, text)),
		...names.filter((name) => !squashed(text).includes(name)),
	];
}

describe.each(languages)('the claims in edition %s', async (language) => {
	const pages = await pagesIn(language);
	const articleOf = (slug: string) => pages.find((one) => one.slug === slug)!.article;
	const list = articleOf('claims');
	const path = withBase(pathOf('claims', language), address.base);
	const reading = pages.filter(({ slug }) => !(referenceSlugs as readonly string[]).includes(slug));
	/** Elements of the pages that summarise the report. */
	const allIn = (selector: string) =>
		reading.flatMap(({ article }) => [...article.querySelectorAll(selector)]);

	/** Text of every block, row and figure that makes a claim. */
	const textsOfClaim = ({ id }: Claim) =>
		allIn(`[data-claims~="${id}"]`).map((holder) => {
			const block = holder.closest('p, li, tr, figure, .note') ?? holder;
			return [block, ...block.querySelectorAll('tr')].map(textOf).join(' ');
		});

	test('each has its entry, kind and check, and the entry leads to where the claim is made', () => {
		const entries = [...list.querySelectorAll('.entry')];
		expect(
			entries.map((one) => ['id', 'data-kind', 'data-check'].map((name) => one.getAttribute(name))),
		).toEqual(claims.map((claim) => [claimAnchor(claim), claim.kind, claim.check]));
		const made = new Set(
			allIn('[data-claims]').flatMap((one) => one.getAttribute('data-claims')!.split(' ')),
		);
		const lost = claims.filter(
			({ id }, at) =>
				made.has(id) !== Boolean(entries[at]!.querySelector('.entry-statement[href*="#"]')),
		);
		expect(lost.map(({ id }) => id)).toEqual([]);
	});

	test('a block ends in one link for the verdicts on what it says, and only where there are any', () => {
		let found = 0;
		for (const block of allIn(':is(p, li):has(.claim)')) {
			const ids = [...block.querySelectorAll('.claim')].flatMap((claim) =>
				claim.getAttribute('data-claims')!.split(' '),
			);
			const judged = [...new Set(ids)]
				.map((id) => claims.find((claim) => claim.id === id)!)
				.filter(({ check }) => check in signs);
			const links = [...block.querySelectorAll('a.verdicts')];
			expect(links.length, block.id).toBe(judged.length > 0 ? 1 : 0);
			if (!links[0]) continue;
			found += 1;
			expect(links[0].getAttribute('data-entries')).toBe(judged.map(claimAnchor).join(' '));
			expect(links[0].getAttribute('href')).toBe(`${path}#${claimAnchor(judged[0]!)}`);
			expect(links[0].textContent).toMatch(/^[✓=≠\d]+$/u);
			expect(links[0].getAttribute('aria-label')).toMatch(/\d/);
		}
		expect(found).toBeGreaterThan(15);
	});

	test('each figure of a claim is where the claim is made', () => {
		let held = 0;
		const missing = claims.flatMap((claim) => {
			const blocks = textsOfClaim(claim);
			return claim.figures
				.filter((figure) => !listMark.test(figure))
				.flatMap((figure) => {
					// What the fullest block lacks: one block must hold the whole figure.
					const lacks = blocks
						.map((text) => lackingIn(text, figure))
						.sort((a, b) => a.length - b.length)[0] ?? [figure];
					held += 1;
					return lacks.length > 0 ? [`${claim.id}: “${figure}” lacks ${lacks.join(', ')}`] : [];
				});
		});
		expect(held).toBeGreaterThan(200);
		expect(missing).toEqual([]);
	});

	test('every matter has its entry, with the words of its note and its sources', () => {
		const article = articleOf('notes');
		for (const matter of readMatters()) {
			const entry = article.querySelector(`[id="${matter.id}"]`);
			expect(entry?.textContent, matter.id).toContain(matter.note[language]);
			if (matter.weight === 0) continue;
			const links = [...entry!.querySelectorAll('.sources-list a[rel="external"]')];
			expect(links.map((link) => link.getAttribute('href'))).toEqual(
				matter.sources.map(({ url }) => url),
			);
			for (const { how } of matter.sources) expect(entry!.textContent).toContain(how[language]);
		}
		const order = [...article.querySelectorAll('.matter, .prose > p[id]')].map(({ id }) => id);
		expect(order).toEqual(readMatters().map(({ id }) => id));
	});

	test('a note on a page says what its matter says, and leads to its entry', () => {
		const notes = allIn('.note[data-kind]');
		expect(notes.length).toBeGreaterThan(0);
		for (const note of notes) {
			const id = note.querySelector('a.note-more')!.getAttribute('href')!.split('#')[1];
			const matter = readMatters().find((one) => one.id === id)!;
			expect(textOf(note)).toContain(matter.note[language]);
			expect(note.getAttribute('data-claims')).toBe(matter.claims.join(' '));
		}
	});

	test('every term has its entry, with both names, and every use leads there', () => {
		const glossary = articleOf('glossary');
		for (const term of readGlossary()) {
			const entry = glossary.querySelector(`[id="${termAnchor(term.id)}"]`);
			for (const word of [term.zh, term.en, term.definition[language]]) {
				expect(entry?.textContent, term.id).toContain(word);
			}
		}
		// Where they land is for `links.test.ts`.
		const to = `${withBase(pathOf('glossary', language), address.base)}#`;
		const uses = allIn('dfn.term > a').map((link) => link.getAttribute('href')!);
		expect(uses.length).toBeGreaterThan(20);
		expect(uses.filter((href) => !href.startsWith(to))).toEqual([]);
	});
});

test('figures of companies link to the company or the SEC', () => {
	const ofCompanies = claims.filter(({ id, sources }) => /^val-/.test(id) && sources.length > 0);
	expect(ofCompanies.length).toBeGreaterThan(6);
	for (const { id, sources } of ofCompanies) {
		expect(['company', 'sec'], id).toContain(sourceKindOf(sources[0]!.url));
	}
});

test('the downloads hold all claims and fit their schema', async () => {
	const json = await readFile(join(dist, 'claims.json'));
	expect(json.equals(await readFile('content/claims.json'))).toBe(true);
	const csv: Record<string, string>[] = parseCsv(await readFile(join(dist, 'claims.csv')), {
		columns: true,
	});
	expect(csv.map(({ id }) => id)).toEqual(claims.map(({ id }) => id));
	for (const { number, permalink } of csv) {
		expect(permalink).toBe(urlOf(`/claims/#claim-${number}`, address));
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
});
