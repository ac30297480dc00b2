/** The link of a block, its menu, and what it copies. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { readAsGfm } from '../gfm.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();
const first = pages.find(({ path }) => path === '/origin/')!;
const paragraph = first.blocks.findLast(
	({ kind, id: own }) => kind === 'paragraph' && own.length === 4,
)!;
const { id } = paragraph;

const viewport = { width: 1280, height: 800 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const permissions = ['clipboard-read', 'clipboard-write'];

async function onPage(
	path: string,
	options: BrowserContextOptions,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const page = await session.open(path, { viewport, permissions, ...options });
	await use(page);
	await page.context().close();
}

const control = (page: Page, name = id) => page.locator(`.permalink > a[href="#${name}"]`);
const shareUrl = (name = id) => session.at(`/s/${name}/`);
const said = (page: Page, words: RegExp | string) =>
	page.locator('link-menu output').filter({ hasText: words }).waitFor();
const clipboard = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const read = async (type: string) => (await item!.getType(type)).text();
		return { plain: await read('text/plain'), html: await read('text/html') };
	});
const press = async (page: Page, name: string) => {
	await page.locator('link-menu').getByRole('button', { name, exact: true }).click();
	await said(page, `${name}：已复制`);
	return clipboard(page);
};
const isTarget = (page: Page) =>
	page.locator(`#${id}`).evaluate((block) => block.matches(':target'));

test('copies link, Markdown, quote and citations as text and rich text', async () => {
	await onPage(first.path, {}, async (page) => {
		await control(page).click();
		await said(page, '链接已复制');
		expect(await clipboard(page)).toMatchObject({
			plain: shareUrl(),
			html: expect.stringContaining(`href="${shareUrl()}"`),
		});
		const section = await page.locator(`#${paragraph.headingPath.at(-1)}`).innerText();
		const markdown = await press(page, 'Markdown');
		expect(markdown.plain).toBe(`[${first.title} § ${section}](${shareUrl()})`);
		const quote = await press(page, '引文');
		for (const { plain } of [markdown, quote]) expect(readAsGfm(plain).urls).toEqual([shareUrl()]);
		expect(quote.plain).toContain(`](${shareUrl()})，报告第 `);
		expect(quote.plain.startsWith(`> ${paragraph.text.slice(0, 6)}`)).toBe(true);
		expect(quote.html).toContain('<blockquote>');
		const reference = (await press(page, 'GB/T 7714')).plain.trim().split('\n');
		expect(reference).toHaveLength(2);
		expect(reference[0]).toMatch(/\[EB\/OL\].*（\d{4}-\d\d-\d\d）\[\d{4}-\d\d-\d\d\]\. http/);
		expect(reference[1]).toContain('[R]. 中信证券研究部');
		const place = `Place cited: ${first.title} § ${section}, ${shareUrl()}`;
		const { plain: bibtex } = await press(page, 'BibTeX');
		expect(bibtex).toContain(`% ${place}\n@online{aigc-reader,`);
		expect(bibtex).toMatch(/% Place cited: pp?\. \d.*\n@report\{citic-2023-aigc,/);
		expect((await press(page, 'RIS')).plain).toContain(`N1  - ${place}\r\n`);
		const [guide] = JSON.parse((await press(page, 'CSL-JSON')).plain);
		expect(guide.note).toBe(place);
	});
});

test('a row brings its heads and units, a figure its drawing for other pages', async () => {
	await onPage('/investment-advice/', {}, async (page) => {
		const row = pages
			.find(({ path }) => path === '/investment-advice/')!
			.blocks.find(({ id: name, kind }) => kind === 'row' && name.startsWith('pe-'))!;
		await page.goto(`${session.at('/investment-advice/')}#${row.id}`);
		await control(page, row.id).click();
		await said(page, '链接已复制');
		expect((await press(page, '引文')).plain).toMatch(/（倍）/);
	});
	await onPage('/technical-logic/', {}, async (page) => {
		await control(page, 'rlhf').click();
		await said(page, '链接已复制');
		const { plain, html } = await press(page, '嵌入代码');
		expect(plain).toBe(html);
		const address = /<img src="([^"]+)"/.exec(html)![1]!;
		expect((await page.request.get(address)).headers()).toMatchObject({
			'content-type': expect.stringContaining('image/svg+xml'),
			'cross-origin-resource-policy': 'cross-origin',
		});
	});
});

test('a page is copied as Markdown in one click', async () => {
	await onPage(first.path, {}, async (page) => {
		const twin = page.locator('.footer a[data-twin]');
		await page.mouse.wheel(0, 100);
		await page.getByRole('button', { name: '复制本页 Markdown' }).click();
		await page.locator('.footer output').filter({ hasText: '已复制' }).waitFor();
		const address = session.at((await twin.getAttribute('href'))!);
		const source = await (await page.request.get(address)).text();
		expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(source);
	});
});

test('shows a field with the text selected where the clipboard is refused', async () => {
	await onPage(first.path, { permissions: [] }, async (page) => {
		await page.evaluate(() => {
			const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
			Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
		});
		await control(page).click();
		await said(page, '手动复制');
		const field = page.locator('link-menu textarea');
		expect(await field.inputValue()).toBe(shareUrl());
		const length = await field.evaluate(
			({ selectionEnd, selectionStart }: HTMLTextAreaElement) => selectionEnd - selectionStart,
		);
		expect(length).toBe(shareUrl().length);
	});
});

test('works by keyboard alone: focus comes back, and Tab goes on behind the link', async () => {
	await onPage(first.path, {}, async (page) => {
		const open = async () => {
			await page.keyboard.press('Enter');
			await said(page, '链接已复制');
		};
		await control(page).focus();
		await open();
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制链接');
		await page.keyboard.press('Escape');
		expect(await control(page).evaluate((link) => link === document.activeElement)).toBe(true);
		await open();
		for (const _ of await page.locator('link-menu button').all()) await page.keyboard.press('Tab');
		const isBehind = await page.evaluate((name) => {
			const at = document.activeElement!;
			const place = document.getElementById(name)!.compareDocumentPosition(at);
			return !at.closest('link-menu') && (place & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
		}, id);
		expect(isBehind).toBe(true);
	});
});

test('is a plain link without script, 24 px or more, and never in copied text', async () => {
	await onPage(first.path, { javaScriptEnabled: false }, async (page) => {
		const box = (await control(page).boundingBox())!;
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
		expect(await page.locator(`#${id}`).innerText()).not.toMatch(/[#¶§\u200b]/);
		await control(page).click();
		expect(new URL(page.url()).hash).toBe(`#${id}`);
	});
});

test('puts its address into the bar, without a jump or a step back, beside what is linked', async () => {
	await onPage(first.path, {}, async (page) => {
		await page.locator(`#${id}`).scrollIntoViewIfNeeded();
		const state = () =>
			page.evaluate(() => ({ y: Math.round(scrollY), steps: history.length, hash: location.hash }));
		const before = await state();
		await control(page).click();
		await said(page, '链接已复制');
		expect(await state()).toEqual({ ...before, hash: `#${id}` });
		expect(await isTarget(page)).toBe(true);
		const [block, menu] = await Promise.all(
			[`#${id}`, 'link-menu'].map((one) => page.locator(one).first().boundingBox()),
		);
		const isBelow = menu!.y >= block!.y + block!.height - 1;
		expect(isBelow || menu!.y + menu!.height <= block!.y + 1).toBe(true);
	});
});

test('is a link that works when the menu cannot be loaded, and asks again under a new address', async () => {
	await onPage(first.path, {}, async (page) => {
		const asked = new Set<string>();
		let isBroken = true;
		await page.route(/link-menu/, (route) => {
			asked.add(route.request().url());
			return isBroken ? route.abort() : route.continue();
		});
		await control(page).click();
		await page.waitForURL((url) => url.hash === `#${id}`);
		expect(await isTarget(page)).toBe(true);
		isBroken = false;
		await control(page).click();
		await said(page, '链接已复制');
		expect(asked.size).toBeGreaterThan(1);
	});
});

test('costs a reader by keyboard few stops; arrow keys reach every link, in tables too', async () => {
	await onPage('/investment-advice/', {}, async (page) => {
		const { blocks } = pages.find(({ path }) => path === '/investment-advice/')!;
		const paragraphId = blocks.find(({ kind }) => kind === 'paragraph')!.id;
		const isPast = (name: string) => {
			const place = document.activeElement!.compareDocumentPosition(document.getElementById(name)!);
			return !(place & Node.DOCUMENT_POSITION_FOLLOWING);
		};
		await page.locator('.skip').focus();
		await page.keyboard.press('Enter');
		let stops = 0;
		do {
			await page.keyboard.press('Tab');
			stops += 1;
		} while (stops < 40 && !(await page.evaluate(isPast, paragraphId)));
		expect(stops).toBeLessThanOrEqual(8);
		const links = page.locator('article .permalink > a:visible');
		for (const closed of await page.locator('article details > summary').all())
			await closed.click();
		const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
		expect(hrefs.filter((href) => href?.startsWith('#pe-')).length).toBeGreaterThan(3);
		await links.first().focus();
		for (const href of hrefs) {
			const focused = page.locator('.permalink > a:focus');
			expect(await focused.getAttribute('href')).toBe(href);
			expect(await focused.evaluate((link) => link.closest('[aria-hidden]'))).toBeNull();
			await page.keyboard.press('ArrowDown');
		}
	});
});

test('has an accessible menu in both themes', async () => {
	await onPage(first.path, {}, async (page) => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await control(page).click();
			await said(page, '链接已复制');
			const { faults, passes } = await axeReport(page, 'link-menu');
			expect(passes).toBeGreaterThan(0);
			expect(faults).toEqual([]);
			await page.keyboard.press('Escape');
		}
	});
});

test('on a phone: seen without hovering, inside the window, the system’s share sheet first', async () => {
	await onPage('/technical-logic/', phone, async (page) => {
		const faults = await page.evaluate(() =>
			[...document.querySelectorAll<HTMLAnchorElement>('article .permalink > a')]
				.filter((link) => link.checkVisibility())
				.flatMap((link) => {
					const { left, right, width, height } = link.getBoundingClientRect();
					const checks: [string, boolean][] = [
						['is faint', Number(getComputedStyle(link).opacity) >= 0.6],
						['is small', width >= 24 && height >= 24],
						// A table may scroll beyond the window; its rows' links scroll with it.
						['is cut off', !!link.closest('table') || (left >= 0 && right <= innerWidth)],
					];
					return checks.filter(([, holds]) => !holds).map(([what]) => `${link.hash} ${what}`);
				}),
		);
		expect(faults).toEqual([]);
		await page.evaluate(() => {
			navigator.share = async (data) => {
				document.title = JSON.stringify(data);
			};
		});
		await control(page, 'rlhf-steps').tap();
		await said(page, '链接已复制');
		const menu = (await page.locator('link-menu').boundingBox())!;
		expect(menu.x).toBeGreaterThanOrEqual(0);
		expect(menu.x + menu.width).toBeLessThanOrEqual(phone.viewport.width);
		const buttons = await page.locator('link-menu button').all();
		for (const button of buttons) {
			expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
		}
		expect(await buttons[0]!.innerText()).toBe('分享…');
		await buttons[0]!.click();
		expect(JSON.parse(await page.title())).toMatchObject({
			url: shareUrl('rlhf-steps'),
			text: pages
				.find(({ path }) => path === '/technical-logic/')!
				.blocks.find(({ id: name }) => name === 'rlhf-steps')!.text,
		});
	});
});

describe.each([
	['zh', '复制所选文字的链接'],
	['en', 'Copy link to selected words'],
] as const)('a link to selected words in %s', (language, label) => {
	const own = pages.find((page) => page.language === language && page.slug === 'origin')!;

	/** Selects nine characters of a block from an offset into its text nodes. */
	const selectIn = (page: Page, name: string, start: number) =>
		page.evaluate(
			([block, from]) => {
				const walker = document.createTreeWalker(document.getElementById(block)!, 4);
				const range = document.createRange();
				let seen = 0;
				for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
					const offset = from - seen;
					if (offset >= 0 && offset < node.length) range.setStart(node, offset);
					if (offset + 9 > 0 && offset + 9 <= node.length) range.setEnd(node, offset + 9);
					seen += node.length;
				}
				getSelection()!.removeAllRanges();
				getSelection()!.addRange(range);
			},
			[name, start] as const,
		);

	test('leads through the share page to the words, or to their paragraph', async () => {
		const picked = (['paragraph', 'note', 'row'] as const).flatMap((kind) =>
			own.blocks.filter((block) => block.kind === kind && block.text.length > 28).slice(0, 2),
		);
		expect(picked.length).toBeGreaterThanOrEqual(5);
		let named = 0;
		await onPage(own.path, {}, async (page) => {
			// In a window of its own: a page behind another one runs its timers once a second.
			const visitor = await session.open('/404.html', { viewport });
			for (const [at, { id: name }] of picked.entries()) {
				await selectIn(page, name, 5 + at * 2);
				const selected = await page.evaluate(() => getSelection()!.toString());
				await control(page, name).evaluate((link: HTMLElement) => link.focus());
				await page.keyboard.press('Enter');
				await page.locator('link-menu').getByRole('button', { name: label }).click();
				await said(page, label);
				const { plain: url } = await clipboard(page);
				expect(url.startsWith(session.at(`${language === 'en' ? '/en' : ''}/s/${name}/`))).toBe(
					true,
				);
				expect(readAsGfm(url).urls).toEqual([url]);
				const words = decodeURIComponent(url.split(':~:text=')[1] ?? '').toLowerCase();
				if (words.includes(selected.slice(2, 5).toLowerCase())) named += 1;
				await visitor.goto('about:blank');
				await visitor.goto(url);
				await visitor.waitForURL((to) => to.pathname.endsWith(own.path) && to.hash.length > 1);
				const isSeen = (wanted: string) => {
					const { top, bottom } = document.getElementById(wanted)!.getBoundingClientRect();
					return bottom > 0 && top < innerHeight;
				};
				await visitor.waitForFunction(isSeen, name);
				await page.keyboard.press('Escape');
			}
			await visitor.context().close();
		});
		expect(named).toBeGreaterThanOrEqual(picked.length - 1);
	});
});
