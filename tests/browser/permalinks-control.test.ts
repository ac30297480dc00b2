/** The link of a block, its menu, and what it copies. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { builtSite } from '../dist/dist.ts';
import { readAsGfm } from '../gfm.ts';
import { at, pageTests, visit } from './pages.ts';

const permissions = ['clipboard-read', 'clipboard-write'];
const desk = { viewport: { width: 1280, height: 800 }, permissions };
const phone = { ...desk, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const test = pageTests(desk);
const { pages } = await builtSite();
const pageAt = (wanted: string) => pages.find(({ path }) => path === wanted)!;
const first = pageAt('/origin/');
/** Its locator names pages of the report. */
const paragraph = first.blocks.findLast(({ element }) => /文第 \d/.test(element.textContent!))!;
const { id } = paragraph;

const control = (page: Page, name = id) => page.locator(`.permalink > a[href="#${name}"]`);
const shareUrl = (name = id) => at(`/s/${name}/`);
const said = (page: Page, words: string) =>
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
const openMenu = async (page: Page, name = id) => {
	await control(page, name).click();
	await said(page, '链接已复制');
};

test('copies link, Markdown, quote and citations as text and rich text', async ({ page }) => {
	await visit(page, first.path);
	await openMenu(page);
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
	// What stands in each format besides: `src/links/citations.test.ts`.
	const cited = `Place cited: ${first.title} § ${section}, ${shareUrl()}`;
	for (const [format, ours, report] of [
		['GB/T 7714', /\[EB\/OL\].*\[\d{4}-\d\d-\d\d\]\. http/, '[R]. 中信证券研究部'],
		['BibTeX', `% ${cited}\n@online{aigc-reader,`, /% Place cited: p.*\n@report\{citic-/],
		['RIS', `N1  - ${cited}\r\n`, 'TY  - RPRT'],
		['CSL-JSON', `"note": "${cited}"`, '"report"'],
	] as const) {
		const { plain } = await press(page, format);
		expect(plain).toMatch(ours);
		expect(plain).toMatch(report);
	}
});

test('a figure brings its drawing for other pages', async ({ page }) => {
	await visit(page, '/technical-logic/');
	await openMenu(page, 'rlhf');
	const { plain, html } = await press(page, '嵌入代码');
	expect(plain).toBe(html);
	const address = /<img src="([^"]+)"/.exec(html)![1]!;
	expect((await page.request.get(address)).headers()).toMatchObject({
		'content-type': expect.stringContaining('image/svg+xml'),
		'cross-origin-resource-policy': 'cross-origin',
	});
});

test('shows a field with the text selected where the clipboard is refused', async ({ page }) => {
	await visit(page, first.path);
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

test('works by keyboard: focus comes back, and Tab goes on behind the link', async ({ page }) => {
	await visit(page, first.path);
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

test('is a plain link without script, 24 px or more, and not in the text', async ({ open }) => {
	const plain = await open(first.path, { ...desk, javaScriptEnabled: false });
	const box = (await control(plain).boundingBox())!;
	expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
	expect(await plain.locator(`#${id}`).innerText()).not.toMatch(/[#¶§\u200b]|English/);
	await control(plain).click();
	expect(new URL(plain.url()).hash).toBe(`#${id}`);
});

test('puts its address into the bar without a jump, beside what is linked', async ({ page }) => {
	await visit(page, first.path);
	await page.locator(`#${id}`).scrollIntoViewIfNeeded();
	const state = () =>
		page.evaluate((name) => {
			const isTarget = document.getElementById(name)!.matches(':target');
			return { y: Math.round(scrollY), steps: history.length, hash: location.hash, isTarget };
		}, id);
	const before = await state();
	await openMenu(page);
	expect(await state()).toEqual({ ...before, hash: `#${id}`, isTarget: true });
	const [block, menu] = await Promise.all(
		[`#${id}`, 'link-menu'].map((one) => page.locator(one).first().boundingBox()),
	);
	const isBelow = menu!.y >= block!.y + block!.height - 1;
	expect(isBelow || menu!.y + menu!.height <= block!.y + 1).toBe(true);
});

test('arrow keys reach every link, in tables too', async ({ page }) => {
	await visit(page, '/investment-advice/');
	for (const closed of await page.locator('article details > summary').all()) await closed.click();
	const links = page.locator('article .permalink > :first-child:visible');
	const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
	expect(hrefs.filter((href) => href?.startsWith('#pe-')).length).toBeGreaterThan(3);
	await links.first().focus();
	const focused: (string | null)[] = [];
	for (const _ of hrefs) {
		// What is hidden from readings must not be where the focus is.
		const link = page.locator('a:focus:not([aria-hidden] *, [aria-hidden])');
		focused.push(await link.getAttribute('href'));
		await page.keyboard.press('ArrowDown');
	}
	expect(focused).toEqual(hrefs);
});

test('on a phone, is seen without hovering, and shares by the system first', async ({ open }) => {
	const other = await open('/technical-logic/', phone);
	const links = other.locator('article .permalink > :first-child:visible');
	const faults = await links.evaluateAll((all) =>
		all.flatMap((link) => {
			const { left, right, width, height } = link.getBoundingClientRect();
			const isFaint = Number(getComputedStyle(link).opacity) < 0.6;
			// A table may scroll beyond the window; its rows' links scroll with it.
			const isCut = !link.closest('table') && (left < 0 || right > innerWidth);
			return isFaint || isCut || width < 24 || height < 24 ? [link.outerHTML] : [];
		}),
	);
	expect(faults).toEqual([]);
	await other.evaluate(() => {
		navigator.share = async (data) => {
			document.title = JSON.stringify(data);
		};
	});
	await control(other, 'rlhf-steps').tap();
	await said(other, '链接已复制');
	const menu = (await other.locator('link-menu').boundingBox())!;
	expect(menu.x).toBeGreaterThanOrEqual(0);
	expect(menu.x + menu.width).toBeLessThanOrEqual(phone.viewport.width);
	const buttons = await other.locator('link-menu button').all();
	for (const button of buttons) {
		expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
	}
	expect(await buttons[0]!.innerText()).toBe('分享…');
	await buttons[0]!.click();
	const { text } = pageAt('/technical-logic/').blocks.find((one) => one.id === 'rlhf-steps')!;
	expect(JSON.parse(await other.title())).toMatchObject({ url: shareUrl('rlhf-steps'), text });
});

/** Selects nine characters of a block from one of them on; runs in the page. */
const selectIn = ([block, from]: readonly [string, number]) => {
	const selection = getSelection()!;
	selection.collapse(document.getElementById(block));
	for (let at = 0; at < from + 9; at += 1) {
		selection.modify(at < from ? 'move' : 'extend', 'forward', 'character');
	}
	return String(selection);
};

test.for([
	['/origin/', '/s/', '复制所选文字的链接'],
	['/en/origin/', '/en/s/', 'Copy link to selected words'],
] as const)(
	'a link to selected words of %s leads through the share page to them',
	async ([path, s, label], { page, open }) => {
		const picked = (['paragraph', 'note', 'row'] as const).map((kind) =>
			pageAt(path).blocks.find((one) => one.kind === kind && one.text.length > 28)!,
		);
		let named = 0;
		await visit(page, path);
		// In a window of its own: a page behind another one runs its timers once a second.
		const visitor = await open('/404.html', desk);
		for (const [index, { id: name }] of picked.entries()) {
			const selected = await page.evaluate(selectIn, [name, 5 + index * 2] as const);
			await control(page, name).evaluate((link: HTMLElement) => link.focus());
			await page.keyboard.press('Enter');
			await page.locator('link-menu').getByRole('button', { name: label }).click();
			await said(page, label);
			const { plain: url } = await clipboard(page);
			expect(url.startsWith(at(`${s}${name}/`))).toBe(true);
			expect(readAsGfm(url).urls).toEqual([url]);
			const words = decodeURIComponent(url.split(':~:text=')[1] ?? '').toLowerCase();
			if (words.includes(selected.slice(2, 5).toLowerCase())) named += 1;
			await visit(visitor, url.replace(at('/'), '/'));
			await visitor.waitForURL((to) => to.pathname.endsWith(path) && to.hash.length > 1);
			await visitor.waitForFunction((wanted: string) => {
				const { top, bottom } = document.getElementById(wanted)!.getBoundingClientRect();
				return bottom > 0 && top < innerHeight;
			}, name);
			await page.keyboard.press('Escape');
		}
		expect(named).toBeGreaterThanOrEqual(1);
	},
);
