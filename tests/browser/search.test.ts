import { describe, expect, test } from 'vitest';
import { retype, seenResults, searchFor } from './search-results.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const dialog = '.search-dialog[open]';

describe('the dialog', () => {
	test.each(['/', 'Control+k', 'Meta+k'])('opens with %s and gives the focus back', async (key) => {
		const page = await session.open('/risks/');
		await page.locator('theme-switch button').focus();
		await page.keyboard.press(key);
		await page.locator(dialog).waitFor();
		expect(await page.evaluate(() => document.activeElement?.role)).toBe('combobox');
		await page.keyboard.press('Escape');
		await page.locator(dialog).waitFor({ state: 'hidden' });
		const focused = () => document.activeElement?.closest('theme-switch') !== null;
		expect(await page.evaluate(focused)).toBe(true);
		await page.context().close();
	});

	test('opens with a click, and leaves a slash in a field alone', async () => {
		const page = await session.open('/risks/');
		await page.locator('site-search a').click();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('/');
		expect(await page.locator(`${dialog} input`).inputValue()).toBe('/');
		await page.context().close();
	});

	test('moves through hits with the arrows and follows one with Enter', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('奖励模型');
		const { hits } = await seenResults(page, dialog);
		const active = () =>
			page.evaluate(() => {
				const input = document.querySelector('[role="combobox"]')!;
				const id = input.getAttribute('aria-activedescendant');
				const option = document.getElementById(id ?? '') as HTMLAnchorElement | null;
				return option && option.ariaSelected === 'true' ? option.pathname + option.hash : id;
			});
		expect(await page.locator('[role="combobox"]').getAttribute('aria-expanded')).toBe('true');
		expect(await active()).toBe(hits[0]!.href);
		await page.keyboard.press('ArrowDown');
		expect(await active()).toBe(hits[1]!.href);
		await page.keyboard.press('ArrowUp');
		await page.keyboard.press('ArrowUp');
		expect(await active()).toBe(hits.at(-1)!.href);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => url.pathname + url.hash === hits[0]!.href);
		await page.context().close();
	});

	test('announces what was found', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('奖励模型');
		const { exact, count } = await seenResults(page, dialog);
		expect(exact).toBeGreaterThan(3);
		expect(count).toContain(String(exact));
		await page.locator(`${dialog} [role="status"]`, { hasText: count }).waitFor();
		await page.context().close();
	});

	test('fits a phone', async () => {
		const page = await session.open('/risks/', { viewport: { width: 360, height: 640 } });
		await page.locator('site-search a').click();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('人工智能');
		await seenResults(page, dialog);
		const [overflow, small] = await page.locator(dialog).evaluate((root) => [
			root.scrollWidth - root.clientWidth,
			[...root.querySelectorAll('a, button')]
				.filter((control) => !(control as HTMLElement).hidden)
				.map((control) => control.getBoundingClientRect().height)
				.filter((height) => height < 24).length,
		]);
		expect([overflow, small]).toEqual([0, 0]);
		await page.context().close();
	});

	test('keeps recent queries on the device and forgets them on demand', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('算力');
		await seenResults(page, dialog);
		await page.keyboard.press('Enter');
		await page.waitForURL(/#/);
		await page.keyboard.press('/');
		const recent = page.locator(`${dialog} .search-recent`);
		await recent.getByText('算力', { exact: true }).click();
		expect((await seenResults(page, dialog)).exact).toBeGreaterThan(0);
		await page.locator(`${dialog} input`).fill('');
		await recent.locator('> button').click();
		expect(await recent.locator('li').count()).toBe(0);
		expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBe(null);
		await page.context().close();
	});

	test('does not ask while an input method composes, nor follow its Enter', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		const client = await page.context().newCDPSession(page);
		const state = () => page.locator(`${dialog} .hits`).getAttribute('data-search-state');
		await client.send('Input.imeSetComposition', {
			text: 'suanli',
			selectionStart: 6,
			selectionEnd: 6,
		});
		await page.waitForTimeout(200);
		expect(await state()).toBe('idle');
		await page.locator(`${dialog} input`).dispatchEvent('keydown', {
			key: 'Enter',
			keyCode: 229,
			isComposing: true,
		});
		await client.send('Input.insertText', { text: '算力' });
		const { exact } = await seenResults(page, dialog);
		expect(exact).toBeGreaterThan(0);
		expect(new URL(page.url()).pathname).toMatch(/\/risks\/$/);
		await page.context().close();
	});
});

describe('Back', () => {
	test('brings query and place back in the dialog, and then the page', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('模型');
		await seenResults(page, dialog);
		for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
		const active = () => page.locator('[role="combobox"]').getAttribute('aria-activedescendant');
		const place = await active();
		await page.keyboard.press('Enter');
		await page.waitForURL((url) => !url.pathname.endsWith('/risks/') || url.hash !== '');
		await page.goBack();
		await seenResults(page, dialog);
		expect(await page.locator(`${dialog} input`).inputValue()).toBe('模型');
		await page.waitForFunction(
			(id) => document.getElementById(id!)?.ariaSelected === 'true',
			place,
		);
		expect(await active()).toBe(place);
		await page.reload();
		await seenResults(page, dialog);
		await page.goBack();
		await page.locator(dialog).waitFor({ state: 'hidden' });
		expect(new URL(page.url()).pathname).toMatch(/\/risks\/$/);
		await page.context().close();
	});

	test('brings the search page back where it was left', async () => {
		const page = await session.open('/search/?q=模型');
		const before = await seenResults(page);
		await page.evaluate(() => scrollTo(0, 900));
		await page.locator('[data-search-group] li > a').nth(8).click();
		await page.waitForURL(/#/);
		await page.goBack();
		expect(await seenResults(page)).toEqual(before);
		await page.waitForFunction(() => scrollY > 300);
		await page.context().close();
	});
});

describe('keys', () => {
	test('Ctrl+K toggles, and Escape empties the field before it closes', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('Control+k');
		await page.locator(dialog).waitFor();
		await page.keyboard.press('Control+k');
		await page.locator(dialog).waitFor({ state: 'hidden' });
		await page.keyboard.press('Control+k');
		await page.keyboard.type('模型');
		await seenResults(page, dialog);
		await page.keyboard.press('Escape');
		expect(await page.locator(`${dialog} input`).inputValue()).toBe('');
		await page.keyboard.type('模型');
		await seenResults(page, dialog);
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Escape');
		await page.locator(dialog).waitFor({ state: 'hidden' });
		await page.context().close();
	});

	test.each(['、', '／'])('%s opens the dialog as / does', async (key) => {
		const page = await session.open('/risks/');
		await page.evaluate((typed) => {
			document.body.dispatchEvent(new KeyboardEvent('keydown', { key: typed, bubbles: true }));
		}, key);
		await page.locator(dialog).waitFor();
		await page.context().close();
	});

	test.each(['Ctrl+Enter', 'a middle click'])(
		'%s opens a hit in a new tab, marked',
		async (how) => {
			const page = await session.open('/risks/');
			await page.keyboard.press('/');
			await page.locator(dialog).waitFor();
			await page.keyboard.type('奖励模型');
			await seenResults(page, dialog);
			const opened = page.context().waitForEvent('page');
			if (how === 'Ctrl+Enter') await page.keyboard.press('Control+Enter');
			else await page.locator(`${dialog} .hit`).first().click({ button: 'middle' });
			await (await opened).locator('.search-unmark').waitFor();
			await page.context().close();
		},
	);
});

describe('on a phone', () => {
	const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

	test('Enter puts the keyboard away and follows nothing; Back closes the dialog', async () => {
		const page = await session.open('/risks/', phone);
		await page.locator('site-search a').tap();
		await page.locator(dialog).waitFor();
		await page.keyboard.type('奖励模型');
		await seenResults(page, dialog);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.role)).not.toBe('combobox');
		expect(await page.locator(dialog).count()).toBe(1);
		await page.goBack();
		await page.locator(dialog).waitFor({ state: 'hidden' });
		expect(new URL(page.url()).pathname).toMatch(/\/risks\/$/);
		await page.context().close();
	});

	test('Enter on the search page puts the keyboard away', async () => {
		const page = await session.open('/search/?q=算力', phone);
		const before = await seenResults(page);
		await page.locator('search-page input').focus();
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
		expect(await seenResults(page)).toEqual(before);
		await page.context().close();
	});
});

test('a page that comes back from the back/forward cache goes on answering, and stays put', async () => {
	const page = await session.open('/search/?q=模型');
	await seenResults(page);
	await page.evaluate(() => {
		scrollTo(0, 600);
		dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
		dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
		scrollTo(0, 0);
	});
	expect((await retype(page, '奖励模型')).exact).toBeGreaterThan(3);
	expect(await page.evaluate(() => scrollY)).toBe(0);
	await page.context().close();
});

describe('chips', () => {
	test('narrow the hits, and stay in the address', async () => {
		const page = await session.open('/search/?q=模型');
		const all = await seenResults(page);
		const chip = page.locator('.search-filters a', { hasText: '核对' });
		const count = Number(/\d+/.exec((await chip.textContent())!)![0]);
		expect(count).toBeGreaterThan(1);
		await chip.click();
		await page.waitForURL(/part=check/);
		await page.waitForFunction(
			(before) => document.querySelectorAll('[data-search-group] li > a').length < before,
			all.hits.length,
		);
		const narrowed = await seenResults(page);
		expect(narrowed.hits).toHaveLength(count);
		await page.reload();
		expect((await seenResults(page)).hits).toEqual(narrowed.hits);
		await page.context().close();
	});

	test('a query that is too long is cut, in the address too', async () => {
		const page = await session.open('/search/');
		const { notice } = await retype(page, '模型训练'.repeat(80));
		expect(notice).toContain('200');
		const asked = new URL(page.url()).searchParams.get('q')!;
		expect([...asked]).toHaveLength(200);
		await page.context().close();
	});
});

describe('on arrival', () => {
	test('the match is marked, the address is clean, and the marks go', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('奖励模型');
		await seenResults(page, dialog);
		await page.keyboard.press('Enter');
		await page.waitForURL(/#/);
		const marked = () =>
			page.evaluate(() =>
				[...(CSS.highlights.get('search-match') ?? [])].map((range) => range.toString()),
			);
		await page.locator('.search-unmark').waitFor();
		expect(new Set(await marked())).toEqual(new Set(['奖励模型']));
		expect(page.url()).not.toContain('?');
		await page.keyboard.press('Escape');
		expect(await marked()).toEqual([]);
		await page.reload();
		expect(await marked()).toEqual([]);
		await page.context().close();
	});

	test('a hit on the same page closes the dialog and is marked', async () => {
		const page = await session.open('/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		const heading = await page.locator('article h2').first().innerText();
		await page.keyboard.type(heading.trim());
		await seenResults(page, dialog);
		await page.keyboard.press('Enter');
		await page.locator('.search-unmark').waitFor();
		expect(await page.locator(dialog).count()).toBe(0);
		await page.context().close();
	});
});

describe('the other edition', () => {
	test.each([
		['/search/', 'labelled', '/en/search/', 'en'],
		['/en/search/', '奖励模型', '/search/', 'zh-Hans'],
	])(
		'is offered on %s for %s, and only asked when followed',
		async (at, query, there, language) => {
			const page = await session.open(at);
			const folder = language === 'en' ? 'pagefind/en/' : 'pagefind/zh/';
			const foreign: string[] = [];
			page.on('request', (request) => {
				if (request.url().includes(folder)) foreign.push(request.url());
			});
			await retype(page, query);
			const offer = page.locator('.search-other a');
			expect(await offer.getAttribute('hreflang')).toBe(language);
			expect(await axeReport(page)).toMatchObject({ faults: [] });
			expect(foreign).toEqual([]);
			await offer.click();
			await page.waitForURL((url) => url.pathname.endsWith(there));
			expect((await seenResults(page)).exact).toBeGreaterThan(0);
			await page.context().close();
		},
	);
});

describe('in English', () => {
	test('every form of the word is marked on arrival, and only words', async () => {
		const page = await session.open('/en/risks/');
		await page.keyboard.press('/');
		await page.locator(dialog).waitFor();
		await page.keyboard.type('trained');
		const { hits } = await seenResults(page, dialog);
		expect(hits[0]!.text).toMatch(/train/i);
		await page.keyboard.press('Enter');
		await page.locator('.search-unmark').waitFor();
		const marked = await page.evaluate(() =>
			[...(CSS.highlights.get('search-match') ?? [])].map((range) => range.toString()),
		);
		expect(marked.filter((text) => !/^train(?:s|ed|ing)?$/i.test(text))).toEqual([]);
		expect(new Set(marked.map((text) => text.toLowerCase())).size).toBeGreaterThan(1);
		await page.context().close();
	});
});

describe('the search page', () => {
	test('answers its address and keeps the query in it', async () => {
		const page = await session.open('/');
		const linked = await searchFor(page, session, '奖励模型');
		expect(linked.exact).toBeGreaterThan(3);
		await page.locator('search-page input').fill('英伟达');
		await page.waitForURL(/q=%E8%8B%B1/);
		expect((await seenResults(page)).exact).toBeGreaterThan(0);
		await page.context().close();
	});

	test('lists all sections without script', async () => {
		const page = await session.open('/search/?q=test', { javaScriptEnabled: false });
		const links = await page.locator('main .all-sections a').count();
		expect(links).toBeGreaterThan(20);
		const form = page.locator('main').getByRole('search').locator('form');
		expect(await form.getAttribute('action')).toBe(new URL(session.at('/search/')).pathname);
		expect(await form.locator('input').getAttribute('name')).toBe('q');
		await page.context().close();
	});

	test('every hit leads to a place that exists', async () => {
		const page = await session.open('/');
		const { hits } = await searchFor(page, session, '的');
		const missing: string[] = [];
		const paths = [...new Set(hits.map(({ href }) => href.split('#')[0]!))];
		expect(paths.length).toBeGreaterThan(6);
		for (const path of paths) {
			await page.goto(new URL(path, session.at('/')).href);
			for (const { href } of hits.filter((hit) => hit.href.startsWith(`${path}#`))) {
				const id = href.split('#')[1]!;
				if ((await page.locator(`[id="${id}"]`).count()) !== 1) missing.push(href);
			}
		}
		expect(missing).toEqual([]);
		await page.context().close();
	});

	test.each([
		['rlhf', '人类反馈强化学习'],
		['qianghuaxuexi', '强化学习'],
		['qhxx', '强化学习'],
		['獎勵模型', '奖励模型'],
	])('%s finds %s', async (typed, text) => {
		const page = await session.open('/');
		const { hits } = await searchFor(page, session, typed);
		expect(hits.some((hit) => hit.text.includes(text))).toBe(true);
		await page.context().close();
	});
});
