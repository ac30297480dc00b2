import { expect } from 'vitest';
import { pageTests } from './pages.ts';

const { at, test } = pageTests();

test('the theme holds in all tabs and pages, in the window’s own bar and after Back', async ({
	open,
}) => {
	const page = await open('/risks/', { colorScheme: 'light' });
	const other = await page.context().newPage();
	await other.goto(at('/origin/'));
	/** Theme, background of the page, and colour of the window's own bar. */
	const seen = () =>
		other.evaluate(() => [
			document.documentElement.dataset.theme,
			getComputedStyle(document.body).backgroundColor,
			document.querySelector<HTMLMetaElement>('meta[name="theme-color"]')!.content,
		]);
	const light = await seen();
	await page.locator('theme-switch button').click();
	await expect.poll(async () => (await seen())[0]).toBe('dark');
	const dark = await seen();
	expect(dark.filter((one) => light.includes(one))).toEqual([]);
	await other.goto(at('/'));
	expect(await seen()).toEqual(dark);
	await page.locator('theme-switch button').click();
	await other.goBack();
	expect(await seen()).toEqual(['', ...light.slice(1)]);
	expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe(null);
});

test('the outline marks the heading being read', async ({ borrow }) => {
	// Low enough that the heading can come up whatever fonts the machine has.
	const page = await borrow('/industry-impact/', {
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
});

test('the skip link leads to the content', async ({ page }) => {
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test('print leaves the frame out, keeps notes, and holds together what belongs together', async ({
	open,
}) => {
	const page = await open('/industry-impact/', { viewport: { width: 650, height: 900 } });
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('.masthead').isVisible()).toBe(false);
	expect(await page.locator('#contents').isVisible()).toBe(false);
	expect(await page.locator('.note').first().isVisible()).toBe(true);
	await page.goto(at('/en/report/'));
	// Headings stand with their text, and names in records beside their values.
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
	expect(faults).toEqual([]);
});
