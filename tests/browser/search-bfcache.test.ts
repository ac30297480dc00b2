import { expect, inject, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { patienceMs } from './open.ts';
import { retype, seenResults } from './search-results.ts';

test('a page that comes back from the back/forward cache is the same and goes on answering', async () => {
	// Playwright switches this cache off; a browser of its own has it as readers have.
	const browser = await launchBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] });
	const page = await browser.newPage();
	page.setDefaultTimeout(patienceMs);
	const at = (path: string) => inject('siteUrl') + path;
	// The bundled browser keeps no page: there the way back loads the page anew.
	await page.goto(at('risks/'));
	await page.evaluate(() => document.documentElement.setAttribute('data-kept', 'yes'));
	await page.goto(at('origin/'));
	await page.goBack({ waitUntil: 'commit' });
	const kept = await page.evaluate(() => document.documentElement.dataset.kept);
	await page.goto(at('search/?q=模型'));
	const before = await seenResults(page);
	await page.evaluate(() => {
		document.documentElement.dataset.kept = 'yes';
		scrollTo(0, 600);
	});
	await page.locator('[data-search-group] li > a').nth(6).click();
	await page.waitForURL(/#/);
	await page.evaluate(() => history.back());
	await page.waitForURL(/q=/, { waitUntil: 'commit' });
	expect(await seenResults(page)).toEqual(before);
	expect(await page.evaluate(() => document.documentElement.dataset.kept)).toBe(kept);
	await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(300);
	expect((await retype(page, '奖励模型')).exact).toBeGreaterThan(3);
	await browser.close();
});
