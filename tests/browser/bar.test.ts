import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readReport } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';
import { at, pageTests } from './pages.ts';

const test = pageTests();
const { pages } = await builtSite();

/** The section of an edition with the most blocks. */
const longest = (language: string) =>
	pages
		.filter((page) => page.language === language && readReport().sections.includes(page.slug))
		.toSorted((a, b) => b.blocks.length - a.blocks.length)[0]!;

const windows = [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 },
];

/** Scrolls as a reader does, so that scroll events come. */
async function scrollPage(page: Page, y: number) {
	await page.evaluate((top) => scrollTo({ top, behavior: 'instant' }), y);
	await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

const isInWindow = (page: Page, selector: string) =>
	page
		.locator(selector)
		.first()
		.evaluate(async (element) => {
			await Promise.all(document.getAnimations().map(({ finished }) => finished));
			const { top, bottom, left, right } = element.getBoundingClientRect();
			const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			return top >= 0 && bottom <= innerHeight && (element.contains(hit) || hit?.contains(element));
		});

test('the bar is shown when it is whole: until then its parts would move', async ({ open }) => {
	const page = await open('/risks/');
	const shownAfter = async (body: string) => {
		await page.route('**/risks/', (route) => route.fulfill({ contentType: 'text/html', body }));
		await page.goto(at('/risks/'));
		return page.locator('.masthead').isVisible();
	};
	const html = await (await page.request.get(at('/risks/'))).text();
	expect(await shownAfter(html.slice(0, html.indexOf('</site-search>')))).toBe(false);
	expect(await shownAfter(html)).toBe(true);
});

test.for(windows)('the bar is one scroll up away: $width px', async (viewport, { borrow }) => {
	const page = await borrow(longest('zh').path, { viewport, reducedMotion: 'reduce' });
	const contents = viewport.width < 960 ? 'menu-link a' : '#contents a[aria-current]';
	const controls = ['site-search a', 'language-switch a', 'theme-switch button', contents];
	const height = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
	for (const share of [0.1, 0.3, 0.5, 0.7, 0.95]) {
		await scrollPage(page, height * share);
		expect(await isInWindow(page, '.site-name'), `hidden at ${share}`).toBe(false);
		await scrollPage(page, height * share - 20);
		// Nor does one control cover another where the reader's own type is twice as large.
		for (const size of viewport.width < 960 ? ['200%', ''] : ['']) {
			await page.evaluate((own) => (document.documentElement.style.fontSize = own), size);
			for (const name of controls) {
				expect(await isInWindow(page, name), `${name} at ${share} ${size}`).toBe(true);
			}
		}
	}
});

test.for([500, 900, 1300])(
	'the outline marks the heading that was chosen, %i px high',
	async (height, { borrow }) => {
		const page = await borrow(longest('zh').path, { viewport: { width: 1440, height } });
		const links = page.locator('#contents ol ol a');
		const count = await links.count();
		expect(count).toBeGreaterThan(2);
		for (const at of [...Array(count).keys(), 0]) {
			await links.nth(at).click();
			const marked = page.locator('#contents [aria-current="location"]');
			await expect
				.poll(() => marked.getAttribute('href'))
				.toBe(await links.nth(at).getAttribute('href'));
			expect(await marked.count()).toBe(1);
		}
	},
);

test('the bar names the heading that is read and opens the contents', async ({ borrow }) => {
	const { path, blocks } = longest('en');
	const page = await borrow(path, { viewport: windows[0]! });
	const headings = blocks.filter(({ element }) => element.tagName === 'H2');
	for (const { id, text } of headings.slice(1, 3)) {
		await page.evaluate((one) => document.getElementById(one)!.scrollIntoView(), id);
		await expect.poll(() => page.locator('.menu-current').textContent()).toBe(text);
	}
	await page.locator('menu-link a').press('Space');
	expect(await page.locator('#contents').isVisible()).toBe(true);
	// The browser says that a popover was toggled in a task of its own.
	await page.locator('menu-link a[aria-expanded="true"]').waitFor();
	await page.locator('#contents ol ol a').first().click();
	expect(await page.locator('#contents').isVisible()).toBe(false);
});

test('? lists the keys, Escape closes them, and typing it opens nothing', async ({ borrow }) => {
	const page = await borrow('/en/search/');
	await page.locator('search-page input').fill('');
	await page.keyboard.type('why?');
	await page.locator('h1').click();
	expect(await page.locator('dialog.keys').count()).toBe(0);
	await page.keyboard.press('?');
	await page.locator('dialog.keys[open]').waitFor();
	expect(await page.locator('dialog.keys kbd').count()).toBeGreaterThan(5);
	await page.keyboard.press('Escape');
	expect(await page.locator('dialog.keys[open]').count()).toBe(0);
});

test('keys that act alone can be switched off, for all pages, and on again', async ({ page }) => {
	const isOpen = () => page.locator('dialog[open]').count();
	await page.keyboard.press('?');
	await page.locator('dialog.keys input').uncheck();
	await page.goto(at('/en/'));
	await page.keyboard.press('?');
	await page.keyboard.press('/');
	expect(await isOpen()).toBe(0);
	await page.keyboard.press('Control+/');
	await page.locator('dialog.keys input').check();
	await page.keyboard.press('Escape');
	await page.keyboard.press('/');
	await page.locator('.search-dialog[open]').waitFor();
});

test('the place, and what was open, are kept after a reload and after Back', async ({ borrow }) => {
	const page = await borrow('/');
	const details = page.locator('main details');
	const openOnes = () =>
		details.evaluateAll((all) => all.map((one) => (one as HTMLDetailsElement).open));
	for (const path of [longest('zh').path, '/claims/', '/en/glossary/']) {
		await page.goto(at(path));
		const before = await openOnes();
		if (before.length > 0) await details.last().locator('summary').click();
		const opened = before.map((isOpen, at) => isOpen || at === before.length - 1);
		await scrollPage(page, 1000);
		for (const leave of [
			() => page.reload(),
			() => page.goto(at('/risks/')).then(() => page.goBack()),
			() => page.goto(`${at(path)}#content`).then(() => page.goBack()),
		]) {
			await leave();
			await expect.poll(openOnes).toEqual(opened);
			await expect.poll(() => page.evaluate(() => scrollY)).toBe(1000);
		}
	}
});

test('Back on a phone closes the contents and then leaves the page', async ({ borrow }) => {
	const page = await borrow('/', { viewport: windows[0]!, hasTouch: true });
	const { path } = longest('zh');
	await page.goto(at(path));
	await page.locator('menu-link a').tap();
	expect(await page.locator('#contents').isVisible()).toBe(true);
	await expect.poll(() => page.evaluate(() => history.state?.opened)).toBe(true);
	await page.goBack();
	expect(await page.locator('#contents').isVisible()).toBe(false);
	expect(page.url()).toBe(at(path));
	// A place chosen in the contents takes the place of the entry that opened them.
	await page.locator('menu-link a').tap();
	await expect.poll(() => page.evaluate(() => history.state?.opened)).toBe(true);
	await page.locator('#contents ol ol a').first().tap();
	await page.waitForFunction(() => location.hash !== '');
	await page.goBack();
	expect(page.url()).toBe(at(path));
	await page.goBack();
	expect(page.url()).toBe(at('/'));
});

test.for(['click', 'key'])('the language switch keeps the block, by %s', async (by, { borrow }) => {
	const { path, blocks } = longest('zh');
	const page = await borrow(path, { viewport: windows[0]!, reducedMotion: 'reduce' });
	const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
	const { id } = paragraphs[Math.floor(paragraphs.length / 2)]!;
	const middle = await page.evaluate((fragment) => {
		document.getElementById(fragment)!.scrollIntoView();
		return scrollY;
	}, id);
	// A frame between the two, so that the bar sees a scroll up and comes back.
	await scrollPage(page, middle);
	await scrollPage(page, middle - 20);
	const link = page.locator('language-switch a');
	if (by === 'click') await link.click();
	else await link.press('Enter');
	await page.waitForURL((url) => url.pathname.includes('/en/') && url.hash === `#${id}`);
	await page.waitForLoadState();
	const block = page.locator(`[id="${id}"]`);
	const top = await block.evaluate((element) => element.getBoundingClientRect().top);
	expect(top).toBeGreaterThan(0);
	expect(top).toBeLessThan(windows[0]!.height / 2);
});

test('the language switch keeps the query', async ({ borrow }) => {
	const page = await borrow('/claims/?check=conflict');
	await page.locator('language-switch a').click();
	await page.waitForURL(/\/en\/claims\/\?check=conflict$/);
});
