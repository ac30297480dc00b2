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

test('a page is copied as Markdown in one click', async ({ open }) => {
	const page = await open('/origin/', { permissions: ['clipboard-read', 'clipboard-write'] });
	await page.mouse.wheel(0, 100);
	await page.getByRole('button', { name: '复制本页 Markdown' }).click();
	await page.locator('.footer output').filter({ hasText: '已复制' }).waitFor();
	const twin = await page.locator('.footer a[data-twin]').getAttribute('href');
	const source = await (await page.request.get(at(twin!))).text();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
});
