import { join } from 'node:path';
import { createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import type { BuiltPage } from '../src/base/built-site.ts';
import { grammars } from '../src/search/grammars.ts';
import { freshPage } from './measure.ts';

/** Indexes pages with stock Pagefind, which reads only `main` and so no navigation. */
export async function writeStock(root: string, pages: readonly BuiltPage[]): Promise<void> {
	const { index, errors } = await createIndex({ rootSelector: 'main' });
	if (!index) throw new Error(errors.join('; '));
	for (const { path, document } of pages) {
		await index.addHTMLFile({ url: path, content: document.toString() });
	}
	await index.writeFiles({ outputPath: join(root, 'pagefind') });
	await index.deleteIndex();
}

/** Paths of the pages that stock Pagefind finds for each query. */
export const stockAnswers = (page: Page, queries: readonly string[]) =>
	page.evaluate(async (asked) => {
		const url = '/pagefind/pagefind.js';
		const pagefind = await import(url);
		await pagefind.init();
		const answers: { query: string; paths: string[] }[] = [];
		for (const query of asked) {
			const { results } = await pagefind.search(query);
			const data: { url: string }[] = await Promise.all(
				results.map((result: { data(): unknown }) => result.data()),
			);
			answers.push({ query, paths: data.map(({ url }) => url) });
		}
		return answers;
	}, queries);

/** Milliseconds of one phrase asked of our index: its files being fetched, then in memory. */
export async function phraseMs(browser: Browser, root: string, queries: readonly string[]) {
	const fresh = await freshPage(browser, `${root}pagefind/zh/pagefind-entry.json`);
	const phrases = queries.map((query) => grammars.zh.queryCodes(query).join(' '));
	const times = await fresh.evaluate(async (asked) => {
		const folder = new URL('./', location.href).pathname;
		const { createInstance } = await import(`${folder}pagefind.js`);
		const pagefind = createInstance({ basePath: folder, baseUrl: '/', noWorker: true });
		await pagefind.search(null);
		const times: number[] = [];
		for (const phrase of [...asked, ...asked]) {
			const startedAt = performance.now();
			await pagefind.search(`"${phrase}"`);
			times.push(performance.now() - startedAt);
		}
		return times;
	}, phrases);
	await fresh.close();
	return { cold: times.slice(0, queries.length), warm: times.slice(queries.length) };
}
