import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { pathOf } from '../../src/base/urls.ts';
import { browserSession } from './open.ts';
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

const session = browserSession();
const cases = JSON.parse(await readFile('tests/search-cases.json', 'utf8')) as Case[];

describe.each(['zh', 'en'] as const)('the cases (%s)', (language) => {
	const ours = cases.filter((one) => (one.language ?? 'zh') === language);

	test('each leads to what it asks for', async () => {
		expect(ours.length).toBeGreaterThan(4);
		const page = await session.open(pathOf('search', language));
		const wrong: string[] = [];
		for (const { query, page: slug, text, every, same } of ours) {
			const { state, hits } = await retype(page, query);
			const first = hits.slice(0, every ?? 3);
			const fit = first.filter(
				(hit) => new RegExp(text).test(hit.text) && (!slug || hit.href.includes(`/${slug}/`)),
			);
			const fits = every ? fit.length === every : fit.length > 0;
			if (!fits) wrong.push(`${query} (${state}): ${first.map(({ href }) => href).join(' ')}`);
			if (same) expect((await retype(page, same)).hits).toEqual(hits);
		}
		expect(wrong).toEqual([]);
		await page.context().close();
	});
});
