import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();
const chinese = pages.filter(({ language }) => language === 'zh').map(({ path }) => path);

interface Line {
	text: string;
	/** Width of the line's box in em of its paragraph. */
	widthEm: number;
}

/** Lines of body paragraphs as the browser set them. */
function linesOf(page: Page): Promise<Line[]> {
	return page.evaluate(() => {
		const lines: { text: string; widthEm: number }[] = [];
		for (const paragraph of document.querySelectorAll('.prose > p')) {
			const size = Number.parseFloat(getComputedStyle(paragraph).fontSize);
			const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
			let current: { top: number; left: number; right: number; text: string } | undefined;
			const close = () => {
				if (current) {
					lines.push({ text: current.text, widthEm: (current.right - current.left) / size });
				}
			};
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				if (node.parentElement?.closest('.locator, .permalink')) continue;
				for (let at = 0; at < node.nodeValue!.length; at += 1) {
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					const box = range.getClientRects()[0];
					if (!box || box.width === 0) continue;
					const char = node.nodeValue![at]!;
					if (!current || box.top > current.top + size * 0.8) {
						close();
						current = { top: box.top, left: box.left, right: box.right, text: char };
					} else {
						current.right = Math.max(current.right, box.right);
						current.text += char;
					}
				}
			}
			close();
		}
		return lines;
	});
}

const mayNotStart = /^[，。、；：！？）》」』”’】%]/;
const mayNotEnd = /[（《「『“‘【￥$]$/;

test('Chinese lines hold 30 to 40 characters on a desk and 18 to 24 on a phone', async () => {
	const bounds = [
		[1440, 30, 40],
		[1280, 30, 40],
		[360, 17.5, 24],
		[414, 17.5, 24],
	] as const;
	const longest = new Map<number, number>();
	const page = await session.borrow('/');
	for (const path of chinese) {
		await page.goto(session.at(path));
		for (const [width] of bounds) {
			await page.setViewportSize({ width, height: 900 });
			const widths = (await linesOf(page)).map((line) => line.widthEm);
			longest.set(width, Math.max(longest.get(width) ?? 0, ...widths));
		}
	}
	await session.giveBack(page);
	const faults = bounds
		.map(([width, least, most]) => ({ width, least, most, em: longest.get(width)! }))
		.filter(({ least, most, em }) => em < least || em > most)
		.map(({ width, em }) => `${width} px: longest line ${em.toFixed(1)} em`);
	expect(faults).toEqual([]);
});

test('no line starts or ends with a forbidden mark', async () => {
	const faults: string[] = [];
	let seen = 0;
	const page = await session.borrow('/');
	for (const path of chinese) {
		await page.goto(session.at(path));
		for (const width of [320, 360, 414, 768, 1280]) {
			await page.setViewportSize({ width, height: 900 });
			for (const { text } of await linesOf(page)) {
				seen += 1;
				if (mayNotStart.test(text) || mayNotEnd.test(text.trimEnd())) {
					faults.push(`${path} at ${width} px: ${text}`);
				}
			}
		}
	}
	await session.giveBack(page);
	expect(seen).toBeGreaterThan(500);
	expect(faults).toEqual([]);
});

test('Chinese is set as Chinese', async () => {
	const page = await session.borrow('/technical-logic/', {
		viewport: { width: 1440, height: 900 },
	});
	const style = await page.evaluate(() => {
		const paragraph = document.querySelector('.prose > p')!;
		const computed = getComputedStyle(paragraph) as CSSStyleDeclaration & {
			textAutospace: string;
		};
		const slanted = [...document.querySelectorAll('main *')].filter(
			(element) => getComputedStyle(element).fontStyle !== 'normal',
		);
		return {
			autospace: computed.textAutospace,
			lineBreak: computed.lineBreak,
			leading: Number.parseFloat(computed.lineHeight) / Number.parseFloat(computed.fontSize),
			indent: computed.textIndent,
			sizePx: Number.parseFloat(computed.fontSize),
			slanted: slanted.length,
		};
	});
	expect(style.autospace).toBe('normal');
	expect(style.lineBreak).toBe('strict');
	expect(style.leading).toBeGreaterThanOrEqual(1.7);
	expect(style.leading).toBeLessThanOrEqual(1.85);
	expect(style.indent).toBe('0px');
	expect(style.sizePx).toBeGreaterThanOrEqual(17);
	expect(style.slanted).toBe(0);
	await session.giveBack(page);
});
