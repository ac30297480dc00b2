import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readClaims } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();
const claims = readClaims();
const conflicts = claims.filter(({ check }) => check === 'conflict');
const card = 'claim-card:popover-open';
const wide = { viewport: { width: 1440, height: 900 } };

/** Address of the first mark of a page's text and the mark itself. */
const firstMark = (page: Page) => page.locator('.prose p .claim-mark').first();

describe('the popover of a claim', () => {
	test('comes with the pointer, stays under it, and goes when it leaves', async () => {
		const page = await session.open('/technical-logic/', wide);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const mark = firstMark(page);
		await mark.scrollIntoViewIfNeeded();
		// Neither the texts nor the card come with the page.
		expect(asked.filter((url) => /popovers\/|claim-card/.test(url))).toEqual([]);
		await mark.hover();
		await page.locator(card).waitFor();
		expect(asked.filter((url) => url.includes('/popovers/')).length).toBe(1);
		expect(await page.locator(card).innerText()).toMatch(/第 \d+ 条/);
		// Hoverable: the pointer can travel into it.
		const box = (await page.locator(card).boundingBox())!;
		await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 8 });
		await page.waitForTimeout(600);
		expect(await page.locator(card).count()).toBe(1);
		await page.mouse.move(5, 5, { steps: 4 });
		await page.locator(card).waitFor({ state: 'detached' });
		// A second mark costs no second request.
		await page.locator('.prose p .claim-mark').nth(3).hover();
		await page.locator(card).waitFor();
		expect(asked.filter((url) => url.includes('/popovers/')).length).toBe(1);
		await page.context().close();
	});

	test('opens on focus, is dismissed by Escape, and lets Tab in', async () => {
		const page = await session.open('/technical-logic/', wide);
		await page.locator('main').focus();
		const focusIsOnMark = () =>
			page.evaluate(() => document.activeElement?.matches('.prose .claim-mark'));
		for (let tabs = 0; tabs < 40 && !(await focusIsOnMark()); tabs += 1) {
			await page.keyboard.press('Tab');
		}
		await page.locator(card).waitFor();
		expect(await page.evaluate(() => document.activeElement?.ariaExpanded)).toBe('true');
		await page.keyboard.press('Escape');
		expect(await page.locator(card).count()).toBe(0);
		expect(await focusIsOnMark()).toBe(true);
		// Enter asks for it again; Tab then leads to the first link in it, Escape back to the mark.
		await page.keyboard.press('Enter');
		await page.locator(card).waitFor();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => !!document.activeElement?.closest('claim-card'))).toBe(true);
		await page.keyboard.press('Escape');
		expect(await page.locator(card).count()).toBe(0);
		expect(await focusIsOnMark()).toBe(true);
		await page.context().close();
	});

	test('is dismissed by Escape under the pointer, and stays away until it comes back', async () => {
		const page = await session.open('/technical-logic/', wide);
		const mark = firstMark(page);
		await mark.hover();
		await page.locator(card).waitFor();
		await page.keyboard.press('Escape');
		expect(await page.locator(card).count()).toBe(0);
		await page.waitForTimeout(600);
		expect(await page.locator(card).count()).toBe(0);
		await page.mouse.move(5, 5);
		await mark.hover();
		await page.locator(card).waitFor();
		await page.context().close();
	});

	test('covers no note in the margin, and stays inside the window', async () => {
		const page = await session.open('/technical-logic/', wide);
		const marks = page.locator('.prose p:has(+ .note) .claim-mark');
		expect(await marks.count()).toBeGreaterThan(10);
		for (const at of [0, 1, 2, 4, 7]) {
			await marks.nth(at).hover();
			const opened = page.locator(card);
			await opened.waitFor();
			const box = (await opened.boundingBox())!;
			expect(box.x).toBeGreaterThanOrEqual(0);
			expect(box.x + box.width).toBeLessThanOrEqual(1440);
			const covered = await page.locator('.note').evaluateAll(
				(notes, { x, y, width, height }) =>
					notes.filter((note) => {
						const { left, right, top, bottom } = note.getBoundingClientRect();
						return left < x + width && right > x && top < y + height && bottom > y;
					}).length,
				box,
			);
			expect(covered, `mark ${at}`).toBe(0);
			await page.mouse.move(5, 5);
			await opened.waitFor({ state: 'detached' });
		}
		await page.context().close();
	});

	test.each([390, 1440])('each sign answers to its own pointer, %d px', async (width) => {
		const faults: string[] = [];
		let marks = 0;
		// So high that every mark is on the screen at once.
		const page = await session.open('/origin/', { viewport: { width, height: 16_000 } });
		for (const path of ['/origin/', '/technical-logic/', '/en/application-scenarios/']) {
			await page.goto(session.at(path));
			const hits = await page.locator('.claim-mark').evaluateAll((all) =>
				all
					.filter((mark) => mark.checkVisibility())
					.map((mark) => {
						const { left, top, width, height } = mark.getBoundingClientRect();
						const hit = document.elementFromPoint(left + width / 2, top + height / 2);
						return hit === mark ? '' : `${mark.ariaLabel} is hit as ${hit?.outerHTML}`;
					}),
			);
			marks += hits.length;
			faults.push(...hits.filter(Boolean).map((fault) => `${path}: ${fault}`));
		}
		await page.context().close();
		expect(marks).toBeGreaterThan(90);
		expect(faults).toEqual([]);
	});

	test('opens on the first tap, inside the window, and the second tap follows the link', async () => {
		const page = await session.open('/technical-logic/', {
			viewport: { width: 360, height: 740 },
			hasTouch: true,
			isMobile: true,
		});
		const mark = page.locator('.prose p .claim-mark').nth(5);
		await mark.scrollIntoViewIfNeeded();
		await mark.tap();
		await page.locator(card).waitFor();
		const box = (await page.locator(card).boundingBox())!;
		expect(box.x).toBeGreaterThanOrEqual(0);
		expect(box.x + box.width).toBeLessThanOrEqual(360);
		expect(new URL(page.url()).pathname).toContain('/technical-logic/');
		await mark.tap();
		await page.waitForURL(/\/claims\/#claim-\d+$/);
		await page.context().close();
	});

	test('shows a long card whole or scrolling, wherever its mark stands on a phone', async () => {
		const height = 640;
		const page = await session.open('/en/investment-advice/', {
			viewport: { width: 360, height },
			hasTouch: true,
			isMobile: true,
		});
		// The claim in its text with the most sources.
		const { article } = pages.find(
			({ slug, language }) => slug === 'investment-advice' && language === 'en',
		)!;
		const inText = new Set(
			[...article.querySelectorAll('p .claim-mark')].map(
				(mark) => /#claim-(\d+)$/.exec(mark.getAttribute('href')!)?.[1],
			),
		);
		const { number } = claims
			.filter(({ number }) => inText.has(`${number}`))
			.toSorted((a, b) => b.sources.length - a.sources.length)[0]!;
		const mark = page.locator(`.prose p .claim-mark[href$="#claim-${number}"]`);
		for (const part of [0.15, 0.5, 0.85]) {
			await mark.evaluate((element, at) => {
				scrollBy(0, element.getBoundingClientRect().top - innerHeight * at);
			}, part);
			await mark.tap();
			await page.locator(card).waitFor();
			const box = (await page.locator(card).boundingBox())!;
			expect(box.y, `${part}`).toBeGreaterThanOrEqual(0);
			expect(box.y + box.height, `${part}`).toBeLessThanOrEqual(height);
			expect(box.height, `${part}`).toBeGreaterThan(250);
			await page.keyboard.press('Escape');
		}
		await page.context().close();
	});

	test.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (colorScheme) => {
		const page = await session.open('/technical-logic/', { ...wide, colorScheme });
		await firstMark(page).click();
		await page.locator(card).waitFor();
		const { faults, passes } = await axeReport(page, 'claim-card');
		expect(passes).toBeGreaterThan(0);
		expect(faults).toEqual([]);
		await page.context().close();
	});

	test('leaves the text of its paragraph as it was', async () => {
		const page = await session.open('/technical-logic/', wide);
		const mark = firstMark(page);
		const textBefore = await page.locator('main').innerText();
		await mark.hover();
		await page.locator(card).waitFor();
		await page.keyboard.press('Escape');
		expect(await page.locator('main').innerText()).toBe(textBefore);
		await page.context().close();
	});

	test('a term shows its definition in the same card', async () => {
		const page = await session.open('/en/technical-logic/', wide);
		const term = page.locator('dfn.term > a').first();
		await term.hover();
		await page.locator(card).waitFor();
		expect(await page.locator(card).locator('.card-more').getAttribute('href')).toContain(
			'/en/glossary/#term-',
		);
		await page.context().close();
	});

	test('without its texts the mark is a link', async () => {
		const page = await session.open('/technical-logic/', wide);
		await page.route('**/popovers/**', (route) => route.abort());
		await firstMark(page).click();
		await page.waitForURL(/\/claims\/#claim-\d+$/);
		await page.context().close();
	});
});

describe('the list of claims', () => {
	const shown = (page: Page) => page.locator('.entry:visible').count();
	/** Headings of the sections that still have entries to show. */
	const headings = (page: Page) => page.locator('.reference h2:visible').allInnerTexts();
	const sectionsWith = (kind: string) => {
		const { article } = pages.find(({ slug, language }) => slug === 'claims' && language === 'zh')!;
		const lists = [...article.querySelectorAll('.entries')].filter((list) =>
			list.querySelector(`[data-kind="${kind}"]`),
		);
		return lists.map((list) => {
			const section = list.querySelector('.entry')!.getAttribute('data-section');
			return article.querySelector(`h2[id="on-${section}"]`)!.textContent;
		});
	};

	test('filters by what is combined, says so, and keeps it in the address', async () => {
		const page = await session.open('/claims/', wide);
		expect(await shown(page)).toBe(claims.length);
		await page.locator('[data-facet="check"] a[data-value="conflict"]').click();
		expect(await shown(page)).toBe(conflicts.length);
		// The outline marks what is read, not what the filter took away.
		await page.locator('#on-technical-logic').evaluate((heading) => heading.scrollIntoView());
		await page.locator('page-outline [aria-current][href="#on-technical-logic"]').waitFor();
		await page.locator('[data-facet="section"] a[data-value="investment-advice"]').click();
		const left = await shown(page);
		expect(await headings(page)).toEqual(['投资建议']);
		expect(left).toBeGreaterThan(2);
		expect(left).toBeLessThan(conflicts.length);
		expect(await page.locator('claim-filter [role="status"]').innerText()).toContain(`${left}`);
		expect(new URL(page.url()).search).toBe('?check=conflict&section=investment-advice');
		await page.reload();
		expect(await shown(page)).toBe(left);
		await page.locator('[data-facet="check"] a[data-value=""]').click();
		expect(await shown(page)).toBe(
			claims.filter(({ section }) => section === 'investment-advice').length,
		);
		await page.context().close();
	});

	test('a link to a claim that the filter hides shows it', async () => {
		const page = await session.open('/claims/?check=conflict#claim-41', wide);
		const entry = page.locator('#claim-41');
		expect(await entry.isVisible()).toBe(true);
		await page.waitForTimeout(300);
		const top = await entry.evaluate((element) => element.getBoundingClientRect().top);
		expect(Math.abs(top)).toBeLessThan(450);
		await page.context().close();
	});

	test('filters by links alone without script', async () => {
		const page = await session.open('/claims/', { ...wide, javaScriptEnabled: false });
		expect(await shown(page)).toBe(claims.length);
		expect(await page.locator('.filter-shown').isVisible()).toBe(true);
		await page.locator('#only-conflict').click();
		expect(await shown(page)).toBe(conflicts.length);
		// A count that only the script can keep right is not shown, nor a heading without entries.
		expect(await page.locator('.filter-shown').isVisible()).toBe(false);
		await page.locator('#only-forecast').click();
		expect(await shown(page)).toBe(claims.filter(({ kind }) => kind === 'forecast').length);
		expect(await headings(page)).toEqual(sectionsWith('forecast'));
		await page.locator('[data-facet="check"] li a').first().click();
		expect(await shown(page)).toBe(claims.length);
		await page.context().close();
	});
});

describe.runIf(pages.some(({ language }) => language === 'en'))('the language switch', () => {
	test('keeps the block being read, and the query', async () => {
		const page = await session.open('/technical-logic/', wide);
		const id = 'rlhf-prefer';
		await page.evaluate((target) => document.getElementById(target)!.scrollIntoView(), id);
		await page.locator('language-switch a').evaluate((link: HTMLElement) => link.click());
		await page.waitForURL(/\/en\/technical-logic\/#/);
		expect(new URL(page.url()).hash).toBe(`#${id}`);
		const top = await page.locator(`#${id}`).evaluate((h) => h.getBoundingClientRect().top);
		expect(top).toBeLessThan(450);
		await page.goto(session.at('/claims/?check=conflict'));
		await page.locator('language-switch a').click();
		await page.waitForURL(/\/en\/claims\/\?check=conflict$/);
		await page.context().close();
	});

	test('without script leads to the top of the same page', async () => {
		const page = await session.open('/en/risks/', { ...wide, javaScriptEnabled: false });
		await page.locator('language-switch a').click();
		await page.waitForURL(
			(url) => url.pathname.endsWith('/risks/') && !url.pathname.includes('/en/'),
		);
		await page.context().close();
	});
});
