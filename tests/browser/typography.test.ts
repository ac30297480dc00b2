import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { pagesIn } from '../dist/dist.ts';
import { pageTests } from './pages.ts';

const { at, test } = pageTests();
const chinese = (await pagesIn('zh')).map(({ path }) => path);

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

test('Chinese lines have the length for their window, and no forbidden mark at their ends', async ({
	borrow,
}) => {
	const longest: Record<number, number> = {};
	const faults: string[] = [];
	const page = await borrow('/');
	for (const path of chinese) {
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
