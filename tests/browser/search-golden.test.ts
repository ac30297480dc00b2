import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { headingPathOf, type PageText } from '../../src/search/page-text.ts';
import { builtTexts } from '../dist/search-texts.ts';
import { browserSession } from './open.ts';
import { retype } from './search-results.ts';

/** A question a reader would ask, and the sections that answer it. */
interface Golden {
	query: string;
	/** `/path/#heading`, or `/path/` for what stands before the first heading. */
	sections: string[];
}

const session = browserSession();
const golden = JSON.parse(await readFile('tests/search-golden.json', 'utf8')) as Golden[];
const texts = await builtTexts();

/** Sections a place stands in, from the page down. */
function sectionsOf(place: string, pages: readonly PageText[]): string[] {
	const [path, id] = place.split('#');
	const page = pages.find((candidate) => candidate.path === path)!;
	const at = page.blocks.findIndex((block) => block.id === id);
	const headings = headingPathOf(page, at).map((heading) => page.blocks[heading]!.id);
	return headings.length > 0 ? headings.map((heading) => `${path}#${heading}`) : [path!];
}

test('every section the golden set names exists', () => {
	expect(golden.length).toBeGreaterThanOrEqual(60);
	const places = new Set(
		texts.flatMap(({ path, blocks }) => [path, ...blocks.map(({ id }) => `${path}#${id}`)]),
	);
	const unknown = golden.flatMap(({ sections }) => sections).filter((one) => !places.has(one));
	expect(unknown).toEqual([]);
});

test.each(['scan', 'pagefind'])('readers find the right section first (%s)', async (engine) => {
	const page = await session.open(`/search/?engine=${engine}`);
	const reciprocalRanks: number[] = [];
	const late: string[] = [];
	for (const { query, sections } of golden) {
		const { hits } = await retype(page, query);
		const shown = [...new Set(hits.map(({ href }) => sectionsOf(href, texts).join(' ')))];
		const rank = shown.findIndex((path) => path.split(' ').some((one) => sections.includes(one)));
		reciprocalRanks.push(rank < 0 ? 0 : 1 / (rank + 1));
		if (rank !== 0) late.push(`${query}: ${rank < 0 ? 'not found' : rank + 1}`);
	}
	const mean = reciprocalRanks.reduce((sum, one) => sum + one, 0) / golden.length;
	expect(mean, late.join('; ')).toBeGreaterThanOrEqual(0.95);
	await page.context().close();
});

test('both ways of searching give the same answers', async () => {
	const byScan = await session.open('/search/?engine=scan');
	const byIndex = await session.open('/search/?engine=pagefind');
	const parts = [
		'的',
		'a',
		'structGP',
		'%',
		'3.',
		'0.2',
		'GPT 的',
		'的GPT',
		'与',
		'ai',
		'a 的',
		'O',
	];
	for (const query of [...golden.map(({ query }) => query), ...parts]) {
		const [scan, index] = [await retype(byScan, query), await retype(byIndex, query)];
		expect({ query, ...index }).toEqual({ query, ...scan });
	}
	await byScan.context().close();
	await byIndex.context().close();
});
