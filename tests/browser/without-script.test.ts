import { expect } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { pageTests } from './pages.ts';

const { at, test } = pageTests();
const { pages } = await builtSite();
const paths = pages.map(({ path }) => path);

test('the text of main is the same with script on and off', async ({ open }) => {
	expect(paths.length).toBeGreaterThanOrEqual(7);
	const withScript = await open('/');
	const without = await open('/', { javaScriptEnabled: false });
	const faults: string[] = [];
	for (const path of paths) {
		const texts = await Promise.all(
			[withScript, without].map(async (page) => {
				await page.goto(at(path), { waitUntil: 'load' });
				return page.locator('main').innerText();
			}),
		);
		expect(texts[0]!.length, path).toBeGreaterThan(200);
		if (texts[0] !== texts[1]) faults.push(path);
	}
	expect(faults).toEqual([]);
});

test('the menu opens without script on a phone', async ({ open }) => {
	const page = await open('/risks/', {
		javaScriptEnabled: false,
		viewport: { width: 390, height: 844 },
	});
	const link = page.locator('#contents a').nth(1);
	expect(await link.isVisible()).toBe(false);
	await page.locator('menu-link a').click();
	expect(await link.isVisible()).toBe(true);
});
