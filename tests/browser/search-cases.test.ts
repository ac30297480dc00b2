import { readFile } from 'node:fs/promises';
import { describe, expect } from 'vitest';
import { pathOf, withBase } from '../../src/base/urls.ts';
import { address, pagesIn } from '../dist/dist.ts';
import { pageTests } from './pages.ts';
import { retype } from './search-results.ts';

/** A query that once found nothing or the wrong thing, and what its first hits must be. */
interface Case {
	query: string;
	/** Page of a hit among the first three; `null`: any. */
	page: string | null;
	/** Pattern that this hit's text has. */
	text: string;
	language?: 'en';
	/** So many of the first hits must all fit. */
	every?: number;
	/** Another query with the same answer. */
	same?: string;
}

const test = pageTests();
const cases = JSON.parse(await readFile('tests/search-cases.json', 'utf8')) as Case[];

describe.each(['zh', 'en'] as const)('the cases (%s)', (language) => {
	const ours = cases.filter((one) => (one.language ?? 'zh') === language);

	test('each leads to what it asks for, and all hits to blocks that exist', async ({ borrow }) => {
		expect(ours.length).toBeGreaterThan(4);
		const documents = new Map(
			(await pagesIn(language)).map((one) => [withBase(one.path, address.base), one.document]),
		);
		const page = await borrow(pathOf('search', language));
		const wrong: string[] = [];
		for (const { query, page: slug, text, every, same } of ours) {
			const { state, hits } = await retype(page, query);
			for (const { href } of hits) {
				const [path = '', id = ''] = href.split('#');
				if (!documents.get(path)?.getElementById(id)) wrong.push(`${query}: ${href} is nowhere`);
			}
			const first = hits.slice(0, every ?? 3);
			const fit = first.filter(
				(hit) => new RegExp(text).test(hit.text) && (!slug || hit.href.includes(`/${slug}/`)),
			);
			const fits = every ? fit.length === every : fit.length > 0;
			if (!fits) wrong.push(`${query} (${state}): ${first.map(({ href }) => href).join(' ')}`);
			if (same) expect((await retype(page, same)).hits).toEqual(hits);
		}
		expect(wrong).toEqual([]);
	});
});

test('in English a slip is labelled, and quotes ask for words as typed', async ({ borrow }) => {
	const page = await borrow('/en/search/');
	const { exact, hits, notice } = await retype(page, 'reinforcment');
	expect([exact, hits[0]!.group]).toEqual([0, 'near']);
	expect(notice).toContain('reinforcement');
	await page.locator('.search-notice a').click();
	await page.waitForURL(/q=%22reinforcment%22/);
	expect((await retype(page, '"recommends"')).hits).toEqual([]);
	expect((await retype(page, '"recommended"')).exact).toBeGreaterThan(0);
});
