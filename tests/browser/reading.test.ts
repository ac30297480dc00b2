import { expect, test } from 'vitest';
import { browserSession } from './open.ts';

const session = browserSession();

test('the theme switch changes the theme and remembers it', async () => {
	const page = await session.borrow('/risks/', { colorScheme: 'light' });
	const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await paper();
	await page.locator('theme-switch button').click();
	const dark = await paper();
	expect(dark).not.toBe(light);
	await page.goto(session.at('/origin/'));
	expect(await paper()).toBe(dark);
	await page.locator('theme-switch button').click();
	expect(await paper()).toBe(light);
	expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe(null);
	await session.giveBack(page);
});

test('the outline marks the heading being read', async () => {
	// Low enough that the heading can come up whatever fonts the machine has.
	const page = await session.borrow('/industry-impact/', {
		viewport: { width: 1440, height: 500 },
	});
	const current = (id: string) =>
		page.locator(`#contents a[aria-current="location"][href="#${id}"]`).waitFor();
	const id = 'impact-third-stage';
	await page.evaluate((target) => document.getElementById(target)!.scrollIntoView(), id);
	await current(id);
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	const last = await page.locator('main h2').last().getAttribute('id');
	await current(last!);
	await session.giveBack(page);
});

test('the skip link leads to the content', async () => {
	const page = await session.borrow('/risks/');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
	await session.giveBack(page);
});

test('printing leaves the frame out and keeps notes and text', async () => {
	const page = await session.open('/industry-impact/');
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('.masthead').isVisible()).toBe(false);
	expect(await page.locator('#contents').isVisible()).toBe(false);
	expect(await page.locator('.note').first().isVisible()).toBe(true);
	await page.context().close();
});

test('in print headings stand with their text, and names in records beside their values', async () => {
	const page = await session.open('/en/report/', { viewport: { width: 650, height: 900 } });
	await page.emulateMedia({ media: 'print' });
	const faults = await page.evaluate(() => {
		const headings = [...document.querySelectorAll('.prose > :is(h3, h4)')].filter((heading) => {
			const { breakAfter, marginTop, fontSize } = getComputedStyle(heading);
			return breakAfter !== 'avoid' || parseFloat(marginTop) < 1.9 * parseFloat(fontSize);
		});
		const names = [...document.querySelectorAll('.records td')].filter(
			(cell) => getComputedStyle(cell, '::before').whiteSpace !== 'normal',
		);
		return [...headings, ...names].map(({ textContent }) => textContent);
	});
	await page.context().close();
	expect(faults).toEqual([]);
});
