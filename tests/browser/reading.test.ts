/** How the text is set, shown in themes and in print, and taken along. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pagesIn } from '../dist/dist.ts';
import { at, pageTests } from './pages.ts';

const test = pageTests();

test('the theme holds in all tabs, in the window’s own bar and after Back', async ({ open }) => {
	const page = await open('/risks/', { colorScheme: 'light' });
	const other = await page.context().newPage();
	await other.goto(at('/origin/'));
	/** Theme, background of the page, and colour of the window's own bar. */
	const seen = () =>
		other.evaluate(() => {
			const { style } = document.createElement('i');
			// A colour is read back in one notation, however it was written.
			style.color = document.querySelector<HTMLMetaElement>('meta[name="theme-color"]')!.content;
			const { backgroundColor } = getComputedStyle(document.body);
			return [document.documentElement.dataset.theme, backgroundColor, style.color];
		});
	const light = await seen();
	await page.locator('theme-switch button').click();
	await expect.poll(async () => (await seen())[0]).toBe('dark');
	const dark = await seen();
	expect(dark.filter((one) => light.includes(one))).toEqual([]);
	await other.goto(at('/'));
	expect(await seen()).toEqual(dark);
	await page.locator('theme-switch button').click();
	await other.goBack();
	// The other tab may hear of it only after it came back.
	await expect.poll(seen).toEqual(['', ...light.slice(1)]);
	expect(await page.evaluate(() => localStorage.getItem('theme'))).toBe(null);
});

test('the skip link leads to the content', async ({ page }) => {
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
	await page.keyboard.press('Enter');
	expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
});

test('print leaves the frame out, keeps notes, and holds headings to texts', async ({ open }) => {
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

/** Lines of body paragraphs as the browser set them, with their widths in em. */
const linesOf = (page: Page) =>
	page.evaluate(() => {
		const lines: { text: string; top: number; left: number; right: number; size: number }[] = [];
		for (const paragraph of document.querySelectorAll('.prose > p')) {
			const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
			const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
			let line: (typeof lines)[number] | undefined;
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				if (node.parentElement?.closest('.locator, .permalink')) continue;
				for (let at = 0; at < node.nodeValue!.length; at += 1) {
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					const box = range.getClientRects()[0];
					if (!box || box.width === 0) continue;
					if (!line || box.top > line.top + size * 0.8) {
						line = { text: '', top: box.top, left: box.left, right: box.right, size };
						lines.push(line);
					}
					line.right = Math.max(line.right, box.right);
					line.text += node.nodeValue![at]!;
				}
			}
		}
		return lines.map(({ text, left, right, size }) => ({ text, widthEm: (right - left) / size }));
	});

const mayNotStart = /^[，。、；：！？）》」』”’】%]/;
const mayNotEnd = /[（《「『“‘【￥$]$/;

/** Least and most of a page's longest line, in characters, at widths of a desk and of a phone. */
const bounds: Record<number, [least: number, most: number]> = {
	1440: [30, 40],
	1280: [30, 40],
	414: [17.5, 24],
	360: [17.5, 24],
};

test('Chinese lines fit the window, without forbidden marks at their ends', async ({ borrow }) => {
	const longest: Record<number, number> = {};
	const faults: string[] = [];
	const page = await borrow('/');
	for (const { path } of await pagesIn('zh')) {
		await page.goto(at(path));
		for (const width of [320, 360, 414, 768, 1280, 1440]) {
			await page.setViewportSize({ width, height: 900 });
			for (const { text, widthEm } of await linesOf(page)) {
				longest[width] = Math.max(longest[width] ?? 0, widthEm);
				if (mayNotStart.test(text) || mayNotEnd.test(text.trimEnd())) {
					faults.push(`${path} at ${width} px: ${text}`);
				}
			}
		}
	}
	for (const [width, [least, most]] of Object.entries(bounds)) {
		const em = longest[Number(width)]!;
		if (!(em >= least && em <= most)) faults.push(`${width} px: longest line ${em.toFixed(1)} em`);
	}
	expect(faults).toEqual([]);
});

test('Chinese is set as Chinese', async ({ borrow }) => {
	const viewport = { width: 1440, height: 900 };
	const page = await borrow('/technical-logic/', { viewport });
	const style = await page.evaluate(() => {
		const paragraph = document.querySelector('.prose > p')!;
		const computed = getComputedStyle(paragraph) as CSSStyleDeclaration & { textAutospace: string };
		const sizePx = Number.parseFloat(computed.fontSize);
		const isSlanted = (element: Element) => getComputedStyle(element).fontStyle !== 'normal';
		return {
			autospace: computed.textAutospace,
			lineBreak: computed.lineBreak,
			leading: Number.parseFloat(computed.lineHeight) / sizePx,
			indent: computed.textIndent,
			sizePx,
			slanted: [...document.querySelectorAll('main *')].filter(isSlanted).length,
		};
	});
	const { leading, sizePx, ...others } = style;
	expect(others).toEqual({ autospace: 'normal', lineBreak: 'strict', indent: '0px', slanted: 0 });
	expect(leading).toBeGreaterThanOrEqual(1.7);
	expect(leading).toBeLessThanOrEqual(1.85);
	expect(sizePx).toBeGreaterThanOrEqual(17);
});

test('links of blocks stand level with the headings they follow', async ({ borrow }) => {
	const page = await borrow('/technical-logic/');
	for (const width of [390, 1000, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		const distances = await page
			.locator('.prose > :is(h2, h3) + .permalink > :first-child')
			.evaluateAll((links) =>
				links.map((link) => {
					const heading = link.parentElement!.previousElementSibling!;
					const halfLine = parseFloat(getComputedStyle(heading).lineHeight) / 2;
					const { top, bottom } = link.getBoundingClientRect();
					return (top + bottom) / 2 - (heading.getBoundingClientRect().bottom - halfLine);
				}),
			);
		expect(distances.length).toBeGreaterThan(4);
		expect(distances.filter((distance) => Math.abs(distance) >= 6)).toEqual([]);
	}
});
