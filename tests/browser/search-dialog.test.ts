/** The search in a dialog, on a desk and a phone, and the page that a hit leads to. */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { words } from '../../src/base/words/zh/search.ts';
import { pageTests } from './pages.ts';
import { askDialog, dialog, markedTexts, seenResults } from './search-results.ts';

const test = pageTests();
const closed = (page: Page) => page.locator(dialog).waitFor({ state: 'hidden' });
const fieldOf = (page: Page) => page.locator(`${dialog} input`);
const pathOf = (page: Page) => new URL(page.url()).pathname;
const focusedRole = (page: Page) => page.evaluate(() => document.activeElement?.role);
/** Lists of the dialog that are set as lists of the text are, with markers and an indent. */
const markersIn = (page: Page) =>
	page.evaluate((selector) => {
		const lists = [...document.querySelectorAll(`${selector} ul`)];
		if (lists.length === 0) return ['no list'];
		return lists
			.filter((list) => getComputedStyle(list).listStyleType !== 'none')
			.map(({ className }) => `markers: ${className}`);
	}, dialog);
/** Address and id of the active option. */
const activeIn = (page: Page) =>
	page.evaluate(() => {
		const input = document.querySelector('[role="combobox"]')!;
		const id = input.getAttribute('aria-activedescendant') ?? '';
		const option = document.getElementById(id) as HTMLAnchorElement | null;
		const isMeant = option?.ariaSelected === 'true';
		return { id, href: isMeant ? option.pathname + option.hash : undefined };
	});

describe.concurrent('the dialog', () => {
	test('opens with its keys and its link, and gives the focus back', async ({ page }) => {
		const button = page.locator('theme-switch button');
		for (const [key, closing] of [
			['/', 'Escape'],
			['Meta+k', 'Escape'],
			['Control+k', 'Control+k'],
			['、', 'Escape'],
			['／', 'Escape'],
		] as const) {
			await button.focus();
			// Playwright's keyboard has no full-width keys.
			if (/[、／]/.test(key)) await button.dispatchEvent('keydown', { key });
			else await page.keyboard.press(key);
			await page.locator(dialog).waitFor();
			expect(await focusedRole(page)).toBe('combobox');
			await page.keyboard.press(closing);
			await closed(page);
			expect(await button.evaluate((one) => one === document.activeElement), key).toBe(true);
		}
		await page.locator('site-search a').click();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('/');
		expect(await fieldOf(page).inputValue()).toBe('/');
		await page.locator(`${dialog} button`).first().click();
		await closed(page);
	});

	test('says what was found; arrows move through hits, Enter follows one', async ({ page }) => {
		const { exact, hits, count } = await askDialog(page, '奖励模型');
		expect(exact).toBeGreaterThan(3);
		expect(count).toContain(String(exact));
		await page.locator(`${dialog} [role="status"]`, { hasText: count }).waitFor();
		expect(await page.locator('[role="combobox"]').getAttribute('aria-expanded')).toBe('true');
		expect(await activeIn(page)).toMatchObject({ href: hits[0]!.href });
		await page.keyboard.press('ArrowDown');
		expect(await activeIn(page)).toMatchObject({ href: hits[1]!.href });
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		expect(await activeIn(page)).toMatchObject({ href: hits.at(-1)!.href });
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname + url.hash === hits[0]!.href);
	});

	test('fits a phone', async ({ borrow }) => {
		const page = await borrow('/risks/', { viewport: { width: 360, height: 640 } });
		const overflow = () =>
			page.locator(dialog).evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
		await page.keyboard.press('/');
		await page.locator(`${dialog} .search-count`, { hasText: words.hint }).waitFor();
		expect(await overflow()).toBe(0);
		for (const query of ['没有的一段话'.repeat(8), '人工智能']) {
			await fieldOf(page).fill(query);
			await seenResults(page, dialog);
			expect(await overflow(), query).toBe(0);
		}
		const small = await page.locator(dialog).evaluate((root) =>
			[...root.querySelectorAll<HTMLElement>('a, button')]
				.filter(({ hidden }) => !hidden)
				.map((control) => control.getBoundingClientRect().height)
				.filter((height) => height < 24),
		);
		expect(small).toEqual([]);
	});

	test('keeps recent queries on the device and forgets them on demand', async ({ page }) => {
		await askDialog(page, '算力');
		await page.keyboard.press('Enter');
		await page.waitForURL(/#/);
		await page.keyboard.press('/');
		const recent = page.locator(`${dialog} .search-recent`);
		await recent.getByText('算力', { exact: true }).waitFor();
		expect(await markersIn(page)).toEqual([]);
		await recent.getByText('算力', { exact: true }).click();
		expect((await seenResults(page, dialog)).exact).toBeGreaterThan(0);
		expect(await markersIn(page)).toEqual([]);
		await fieldOf(page).fill('');
		await recent.locator('> button').click();
		expect(await recent.locator('li').count()).toBe(0);
		expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBe(null);
	});

	test('does not ask while an input method composes, nor follow its Enter', async ({ page }) => {
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		const client = await page.context().newCDPSession(page);
		const composed = { text: 'suanli', selectionStart: 6, selectionEnd: 6 };
		await client.send('Input.imeSetComposition', composed);
		const enter = { key: 'Enter', keyCode: 229, isComposing: true };
		await fieldOf(page).dispatchEvent('keydown', enter);
		expect(await fieldOf(page).inputValue()).toBe('suanli');
		const state = page.locator(`${dialog} .hits`).getAttribute('data-search-state');
		expect(await state).toBe('idle');
		await client.send('Input.insertText', { text: '算力' });
		expect((await seenResults(page, dialog)).exact).toBeGreaterThan(0);
		expect(pathOf(page)).toMatch(/\/risks\/$/);
	});

	test('Escape empties the field first, and closes at once from the list', async ({ page }) => {
		await askDialog(page, '模型');
		await page.keyboard.press('Escape');
		expect(await fieldOf(page).inputValue()).toBe('');
		await page.keyboard.type('模型');
		await seenResults(page, dialog);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Escape');
		await closed(page);
	});

	test.for(['Ctrl+Enter', 'a middle click'])(
		'%s opens a hit in a new tab, marked',
		async (how, { page }) => {
			await askDialog(page, '奖励模型');
			// A tab that Playwright does not report (see vitest.config.ts) is not reported later either.
			const opened = page.context().waitForEvent('page', { timeout: 30_000 });
			if (how === 'Ctrl+Enter') await page.keyboard.press('Control+Enter');
			else await page.locator(`${dialog} .hit`).first().click({ button: 'middle' });
			await (await opened).locator('.search-unmark').waitFor();
		},
	);

	test('Back brings query and place back, and then the page', async ({ page }) => {
		await askDialog(page, '模型');
		for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
		const place = await activeIn(page);
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.endsWith('/risks/') || url.hash !== '');
		await page.goBack();
		await seenResults(page, dialog);
		expect(await fieldOf(page).inputValue()).toBe('模型');
		const isMeant = (id: string) => document.getElementById(id)?.ariaSelected === 'true';
		await page.waitForFunction(isMeant, place.id);
		expect(await activeIn(page)).toEqual(place);
		await page.reload();
		await seenResults(page, dialog);
		await page.goBack();
		await closed(page);
		expect(pathOf(page)).toMatch(/\/risks\/$/);
	});

	test('on a phone, Enter puts the keyboard away; Back closes the dialog', async ({ borrow }) => {
		const viewport = { width: 390, height: 800 };
		const page = await borrow('/risks/', { viewport, hasTouch: true, isMobile: true });
		await page.locator('site-search a').tap();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('奖励模型');
		await seenResults(page, dialog);
		await page.keyboard.press('Enter');
		expect(await focusedRole(page)).not.toBe('combobox');
		expect(await page.locator(dialog).count()).toBe(1);
		await page.goBack();
		await closed(page);
		expect(pathOf(page)).toMatch(/\/risks\/$/);
	});
});

describe.concurrent('on arrival', () => {
	test('the match is marked, the address is clean, and the marks go', async ({ page }) => {
		await askDialog(page, '奖励模型');
		await page.keyboard.press('Enter');
		await page.waitForURL(/#/);
		await page.locator('.search-unmark').waitFor();
		expect(new Set(await markedTexts(page))).toEqual(new Set(['奖励模型']));
		expect(page.url()).not.toContain('?');
		await page.keyboard.press('Escape');
		expect(await markedTexts(page)).toEqual([]);
		await page.reload();
		expect(await markedTexts(page)).toEqual([]);
	});

	test('a hit on the same page closes the dialog and is marked', async ({ page }) => {
		await askDialog(page, (await page.locator('article h2').first().innerText()).trim());
		await page.keyboard.press('Enter');
		await page.locator('.search-unmark').waitFor();
		expect(await page.locator(dialog).count()).toBe(0);
	});

	test('every form of an English word is marked, and only words', async ({ borrow }) => {
		const page = await borrow('/en/risks/');
		expect((await askDialog(page, 'trained')).hits[0]!.text).toMatch(/train/i);
		await page.keyboard.press('Enter');
		await page.locator('.search-unmark').waitFor();
		const marked = await markedTexts(page);
		expect(marked.filter((text) => !/^train(?:s|ed|ing)?$/i.test(text))).toEqual([]);
		expect(new Set(marked.map((text) => text.toLowerCase())).size).toBeGreaterThan(1);
	});
});
