import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { words } from '../../src/base/words/zh/search.ts';
import { axeReport } from './axe.ts';
import { pageTests } from './pages.ts';
import { askDialog, dialog, markedTexts } from './search-results.ts';
import { retype, searchFor, seenResults } from './search-results.ts';

const { at, test } = pageTests();
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
/** Address and id of the option that is meant. */
const activeIn = (page: Page) =>
	page.evaluate(() => {
		const input = document.querySelector('[role="combobox"]')!;
		const id = input.getAttribute('aria-activedescendant') ?? '';
		const option = document.getElementById(id) as HTMLAnchorElement | null;
		const isMeant = option?.ariaSelected === 'true';
		return { id, href: isMeant ? option.pathname + option.hash : undefined };
	});

describe.concurrent('the dialog', () => {
	test.for(['/', 'Control+k', 'Meta+k'])(
		'opens with %s and gives the focus back',
		async (key, { page }) => {
			await page.locator('theme-switch button').focus();
			await page.keyboard.press(key);
			await page.locator(dialog).waitFor();
			expect(await focusedRole(page)).toBe('combobox');
			await page.keyboard.press('Escape');
			await closed(page);
			const focused = () => document.activeElement?.closest('theme-switch') !== null;
			expect(await page.evaluate(focused)).toBe(true);
		},
	);

	test('opens with a click or another key of a slash, and leaves a slash in a field alone', async ({
		page,
	}) => {
		await page.locator('site-search a').click();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('/');
		expect(await fieldOf(page).inputValue()).toBe('/');
		for (const key of ['、', '／']) {
			await page.locator(`${dialog} button`).first().click();
			await closed(page);
			const type = (typed: string) =>
				document.body.dispatchEvent(new KeyboardEvent('keydown', { key: typed, bubbles: true }));
			await page.evaluate(type, key);
			await page.locator(dialog).waitFor();
		}
	});

	test('says what was found, moves through hits with the arrows and follows one with Enter', async ({
		page,
	}) => {
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
			[...root.querySelectorAll('a, button')]
				.filter((control) => !(control as HTMLElement).hidden)
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

	test('toggles with Ctrl+K; Escape empties the field first, and closes at once from the list', async ({
		page,
	}) => {
		await page.keyboard.press('Control+k');
		await page.locator(dialog).waitFor();
		await page.keyboard.press('Control+k');
		await closed(page);
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
});

test.for(['/search/', '/en/search/'])(
	'%s names early what each query needs, and asks for nothing twice',
	async (path, { open }) => {
		const page = await open('/robots.txt');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await searchFor(page, at, 'GPT-3', path);
		const named = await page
			.locator('link[rel="modulepreload"], link[rel="preload"]')
			.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
		for (const end of ['/pagefind.js', '/words.json', '.pagefind']) {
			expect(named.filter((href) => href.endsWith(end))).toHaveLength(1);
		}
		expect(asked.filter((url, place) => asked.indexOf(url) !== place)).toEqual([]);
	},
);

describe.concurrent('on a phone', () => {
	const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

	test('Enter puts the keyboard away and follows nothing; Back closes the dialog', async ({
		borrow,
	}) => {
		const page = await borrow('/risks/', phone);
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

	test('Enter on the search page puts the keyboard away', async ({ borrow }) => {
		const page = await borrow('/search/?q=算力', phone);
		const before = await seenResults(page);
		await page.locator('search-page input').focus();
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
		expect(await seenResults(page)).toEqual(before);
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

describe.concurrent('the other edition', () => {
	test.for([
		['/search/', 'labelled', '/en/search/', 'en'],
		['/en/search/', '奖励模型', '/search/', 'zh-Hans'],
	] as const)(
		'is offered on %s for %s, and only asked when followed',
		async ([here, query, there, language], { open }) => {
			const page = await open(here);
			const foreign: string[] = [];
			page.on('request', (request) => {
				if (request.url().includes(`pagefind/${language.slice(0, 2)}/`))
					foreign.push(request.url());
			});
			await retype(page, query);
			const offer = page.locator('.search-other a');
			expect(await offer.getAttribute('hreflang')).toBe(language);
			expect(await axeReport(page)).toMatchObject({ faults: [] });
			expect(foreign).toEqual([]);
			await offer.click();
			await page.waitForURL((url) => url.pathname.endsWith(there));
			expect((await seenResults(page)).exact).toBeGreaterThan(0);
		},
	);
});

describe.concurrent('the search page', () => {
	test('answers its address and keeps the query in it, cut where it is too long', async ({
		borrow,
	}) => {
		const page = await borrow('/search/?q=奖励模型');
		expect((await seenResults(page)).exact).toBeGreaterThan(3);
		await page.locator('search-page input').fill('英伟达');
		await page.waitForURL(/q=%E8%8B%B1/);
		expect((await seenResults(page)).exact).toBeGreaterThan(0);
		expect((await retype(page, '模型训练'.repeat(80))).notice).toContain('200');
		expect([...new URL(page.url()).searchParams.get('q')!]).toHaveLength(200);
	});

	test('is brought back by Back where it was left', async ({ borrow }) => {
		const page = await borrow('/search/?q=模型');
		const before = await seenResults(page);
		await page.evaluate(() => scrollTo(0, 900));
		await page.locator('[data-search-group] li > a').nth(8).click();
		await page.waitForURL(/#/);
		await page.goBack();
		expect(await seenResults(page)).toEqual(before);
		await page.waitForFunction(() => scrollY > 300);
	});

	test('shows what tells the same claim below it, though it was fetched later', async ({
		borrow,
	}) => {
		const page = await borrow('/search/?q=GPT');
		await seenResults(page);
		// More than are fetched at first, and each without a row of its own.
		expect(await page.locator('.hit-rows > li > .hit-also a').count()).toBeGreaterThan(24);
	});

	test('narrows the hits by chips, which stay in the address', async ({ borrow }) => {
		const page = await borrow('/search/?q=模型');
		const all = await seenResults(page);
		const chip = page.locator('.search-filters a', { hasText: '核对' });
		const count = Number(/\d+/.exec((await chip.textContent())!)![0]);
		expect(count).toBeGreaterThan(1);
		await chip.click();
		await page.waitForURL(/part=check/);
		const isFewer = (before: number) =>
			document.querySelectorAll('[data-search-group] li > a').length < before;
		await page.waitForFunction(isFewer, all.hits.length);
		const narrowed = await seenResults(page);
		expect(narrowed.hits).toHaveLength(count);
		await page.reload();
		expect((await seenResults(page)).hits).toEqual(narrowed.hits);
	});
});

test.for([
	['a phone, the dialog', 390, '/risks/', dialog],
	['a desk, the dialog', 1440, '/en/risks/', dialog],
	['a phone, the page', 390, '/search/?q=RLHF', 'search-page'],
	['a desk, the page', 1440, '/en/search/', 'search-page'],
] as const)('on %s: answers move nothing', async ([, width, path, scope], { open }) => {
	const page = await open('/robots.txt', { viewport: { width, height: 844 } });
	await page.addInitScript(() => {
		// Those that a browser excuses, soon after a key, too: on a slow machine it would not.
		const moved: string[] = [];
		Object.assign(window, { moved });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
				moved.push(`${entry.value} after ${entry.startTime} ms`);
		}).observe({ type: 'layout-shift' });
	});
	await page.goto(at(path));
	await page.locator('search-page, site-search a[aria-haspopup]').first().waitFor();
	if (scope === dialog) await page.keyboard.press('/');
	// The page puts the query of its address into the field.
	if (path.includes('?')) await seenResults(page, scope);
	// Not more hits than are shown at once: later ones may go below one that tells the same claim.
	for (const query of ['RLHF', '奖励模型', 'Nvidia']) {
		await page.locator(`${scope} input`).fill(query);
		const { state, hits } = await seenResults(page, scope);
		expect([state, hits.length > 0]).toEqual(['done', true]);
	}
	// The next frame tells of the last.
	await page.evaluate(() => new Promise(requestAnimationFrame));
	const moved = () => (window as unknown as { moved: string[] }).moved;
	expect(await page.evaluate(moved)).toEqual([]);
});
