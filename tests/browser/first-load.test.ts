import { chromium } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { budgetBlocking, budgetBytes, firstLoadOf } from '../../bench/first-load.ts';
import { readReport } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';

const { sections } = readReport();
const { pages } = await builtSite();

test('every section page arrives within its budget', async () => {
	const paths = pages.filter(({ slug }) => sections.includes(slug)).map(({ path }) => path);
	expect(paths.length).toBe(2 * sections.length);
	const browser = await chromium.connect(inject('browserEndpoint'));
	const over: string[] = [];
	for (const path of paths) {
		const { bytes, blocking } = await firstLoadOf(browser, inject('siteUrl'), path);
		// The page itself weighs more than this: something was counted.
		expect(bytes, path).toBeGreaterThan(5000);
		if (bytes > budgetBytes || blocking > budgetBlocking) {
			over.push(`${path}: ${bytes} bytes, ${blocking} requests before text`);
		}
	}
	await browser.close();
	expect(over).toEqual([]);
});
