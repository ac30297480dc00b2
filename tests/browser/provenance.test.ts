import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { readClaims } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';
import { axeReport } from './axe.ts';
import { pageTests } from './pages.ts';

const test = pageTests();
const { pages } = await builtSite();
const claims = readClaims();
const conflicts = claims.filter(({ check }) => check === 'conflict');
const cardOn = (page: Page) => page.locator('target-card:popover-open');
/** Closes the card with Escape. */
async function closeCard(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	expect(await cardOn(page).count()).toBe(0);
}
const wide = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

/** The first link to verdicts in a page's text. */
const firstLink = (page: Page) => page.locator('.prose p a.verdicts').first();

describe('the card of a link', () => {
	test('comes with the pointer, stays under it, and goes when it leaves', async ({ open }) => {
		const page = await open('/technical-logic/', wide);
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		const register = () => asked.filter((url) => url.endsWith('/claims/article.txt')).length;
		const link = firstLink(page);
		await link.scrollIntoViewIfNeeded();
		await link.hover();
		await cardOn(page).waitFor();
		const first = register();
		expect(first).toBeGreaterThan(0);
		const number = /#claim-(\d+)$/.exec((await link.getAttribute('href'))!)![1]!;
		expect(await cardOn(page).locator('.entry-number').first().innerText()).toBe(number);
		// Hoverable: the pointer can travel into it.
		const box = (await cardOn(page).boundingBox())!;
		await page.mouse.move(box.x + 40, box.y + box.height / 2, { steps: 8 });
		await page.waitForTimeout(600);
		expect(await cardOn(page).count()).toBe(1);
		await page.mouse.move(5, 5, { steps: 4 });
		await cardOn(page).waitFor({ state: 'detached' });
		// A second link costs no second request.
		await page.locator('.prose p a.verdicts').nth(1).hover();
		await cardOn(page).waitFor();
		expect(register()).toBe(first);
		await closeCard(page);
	});

	test('comes with the focus, not a stop; Enter lets Tab in, Escape closes', async ({ borrow }) => {
		const page = await borrow('/technical-logic/', wide);
		await firstLink(page).focus();
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Tab');
		const focusIsIn = (selector: string) =>
			page.evaluate((at) => Boolean(document.activeElement?.closest(at)), selector);
		await cardOn(page).waitFor();
		expect(await focusIsIn('a.verdicts')).toBe(true);
		await page.keyboard.press('Tab');
		expect(await focusIsIn('target-card')).toBe(false);
		await page.keyboard.press('Shift+Tab');
		await cardOn(page).locator('.entry').first().waitFor();
		await page.keyboard.press('Enter');
		// A card that closed while the focus was elsewhere is made anew.
		await page.locator('a.verdicts[data-card="click"]').waitFor();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		expect(await focusIsIn('target-card')).toBe(true);
		await closeCard(page);
		expect(await focusIsIn('a.verdicts')).toBe(true);
	});

	test.for([
		['a section', '/', '#s2j3 a[href="/origin/"]', '.card-h1 + *'],
		['a figure', '/claims/', '.entry a[href$="#rlhf"]', 'figcaption + :is(svg, img)'],
		['a matter', '/technical-logic/', '.note-more', '.matter-note'],
		['a claim', '/notes/', '.mentions a[href*="#claim-"]', '.entry-statement'],
	] as const)('previews %s', async ([, path, selector, shown], { borrow }) => {
		const page = await borrow(path, wide);
		const link = page.locator(selector).first();
		await link.scrollIntoViewIfNeeded();
		await link.hover();
		await cardOn(page).locator(shown).first().waitFor();
		expect((await axeReport(page, 'target-card')).faults).toEqual([]);
		await closeCard(page);
		await link.click();
		await page.waitForURL((url) => url.pathname + url.hash !== path);
	});

	test('opens on the first tap, in the window, wherever its link stands', async ({ borrow }) => {
		const page = await borrow('/technical-logic/', phone);
		const link = page.locator('.prose p a.verdicts').nth(2);
		for (const part of [0.15, 0.5, 0.85]) {
			await link.evaluate((element, at) => {
				scrollBy(0, element.getBoundingClientRect().top - innerHeight * at);
			}, part);
			await link.tap();
			await cardOn(page).waitFor();
			const box = (await cardOn(page).boundingBox())!;
			// Clear of both edges.
			expect(box.x).toBeGreaterThanOrEqual(8);
			expect(box.x + box.width).toBeLessThanOrEqual(352);
			expect(box.y, `${part}`).toBeGreaterThanOrEqual(0);
			expect(box.y + box.height, `${part}`).toBeLessThanOrEqual(640);
			expect(box.height, `${part}`).toBeGreaterThan(60);
			if (part < 0.8) await page.keyboard.press('Escape');
		}
		expect(new URL(page.url()).pathname).toContain('/technical-logic/');
		await link.tap();
		await page.waitForURL(/\/claims\/#claim-\d+$/);
	});

	test('shows the definition of a term, and leaves the text as it was', async ({ borrow }) => {
		const page = await borrow('/en/technical-logic/', wide);
		const textBefore = await page.locator('main').innerText();
		await page.locator('dfn.term > a').first().hover();
		await cardOn(page).waitFor();
		expect(await cardOn(page).locator('.term-definition').count()).toBe(1);
		await page.keyboard.press('Escape');
		expect(await page.locator('main').innerText()).toBe(textBefore);
	});
});

test('notes in the margin begin level with their block and cover nothing', async ({ borrow }) => {
	const page = await borrow('/technical-logic/', wide);
	const notes = await page.locator('.prose > .note:not(.abstract + .note)').evaluateAll((all) =>
		all.map((note) => {
			let block = note.previousElementSibling!;
			while (block.matches('.note')) block = block.previousElementSibling!;
			const { top, bottom, left } = note.getBoundingClientRect();
			return { top, bottom, left, block: block.getBoundingClientRect().top };
		}),
	);
	expect(notes.length).toBeGreaterThan(3);
	let before = { bottom: 0, block: -1 };
	for (const note of notes) {
		// Level with its block, or right below the note before it.
		if (note.block !== before.block) expect(Math.abs(note.top - note.block)).toBeLessThan(24);
		expect(note.top).toBeGreaterThanOrEqual(before.bottom);
		before = note;
	}
});

describe('the list of claims', () => {
	const shown = (page: Page) => page.locator('.entry:visible').count();
	/** Headings of the sections that still have entries to show. */
	const headings = (page: Page) => page.locator('.reference h2:visible').allInnerTexts();
	const sectionsWith = (kind: string) => {
		const { article } = pages.find(({ path }) => path === '/claims/')!;
		const entries = [...article.querySelectorAll(`.entries [data-kind="${kind}"]`)];
		const names = entries.map((entry) => {
			const section = entry.closest('.entries')!.getAttribute('data-section');
			return article.querySelector(`h2[id="on-${section}"]`)!.textContent;
		});
		return [...new Set(names)];
	};

	test('filters by what is combined, says so, and keeps it in the address', async ({ borrow }) => {
		const page = await borrow('/claims/', wide);
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
		await page.locator('[data-facet="check"] a[data-value="conflict"]').click();
		expect(await shown(page)).toBe(
			claims.filter(({ section }) => section === 'investment-advice').length,
		);
		await page.locator('claim-filter a[data-value=""]').click();
		expect(await shown(page)).toBe(claims.length);
	});

	test('a link to a claim that the filter hides shows it', async ({ borrow }) => {
		const page = await borrow('/claims/?check=conflict#claim-41', wide);
		const entry = page.locator('#claim-41');
		expect(await entry.isVisible()).toBe(true);
		await page.waitForTimeout(300);
		const top = await entry.evaluate((element) => element.getBoundingClientRect().top);
		expect(Math.abs(top)).toBeLessThan(450);
	});

	test('filters by links alone without script', async ({ borrow }) => {
		const page = await borrow('/claims/', { ...wide, javaScriptEnabled: false });
		expect(await shown(page)).toBe(claims.length);
		expect(await page.locator('.filter-shown').isVisible()).toBe(true);
		await page.locator('#only-conflict').click();
		expect(await shown(page)).toBe(conflicts.length);
		// A count that only the script can keep right is not shown, nor a heading without entries.
		expect(await page.locator('.filter-shown').isVisible()).toBe(false);
		await page.locator('#only-forecast').click();
		expect(await shown(page)).toBe(claims.filter(({ kind }) => kind === 'forecast').length);
		expect(await headings(page)).toEqual(sectionsWith('forecast'));
		await page.locator('claim-filter a[data-value=""]').click();
		expect(await shown(page)).toBe(claims.length);
	});
});
