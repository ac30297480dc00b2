import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';
import { readAsGfm } from '../gfm.ts';
import { axeReport } from './axe.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();
const sections = pages.filter(({ slug }) => readReport().sections.includes(slug));
const [first] = sections as [(typeof sections)[number]];

/** A paragraph with a block id, far enough down that landing on it needs a scroll. */
const paragraph = first.blocks.findLast(({ kind, id }) => kind === 'paragraph' && id.length === 4)!;
const { id } = paragraph;

const widths = [
	{ width: 360, height: 800 },
	{ width: 1280, height: 800 },
];

/** Where the target of the address stands, and how it is told apart. */
interface Landing {
	id: string;
	top: number;
	/** Whether the page cannot scroll any further. */
	atEnd: boolean;
	isTarget: boolean;
	/** Whether something covers the target's first line. */
	isCovered: boolean;
	/** A mark beside the colour behind it. */
	shadow: string;
}

/** Reads the landing in the page; also runs there for every id in turn. */
const landingOf = (wanted: string): Landing => {
	const target = document.getElementById(wanted)!;
	const box = target.getBoundingClientRect();
	const top = document.elementFromPoint(
		box.left + Math.min(20, box.width / 2),
		Math.max(0, box.top) + 4,
	);
	const root = document.documentElement;
	return {
		id: wanted,
		top: box.top,
		atEnd: Math.ceil(root.scrollTop + innerHeight) >= root.scrollHeight - 1,
		isTarget: target.matches(':target'),
		isCovered: !!top?.closest('header.masthead, nav.contents'),
		shadow: getComputedStyle(target).boxShadow,
	};
};

function faultsOf({ id: name, top, atEnd, isTarget, isCovered, shadow }: Landing, height: number) {
	const checks: [string, boolean][] = [
		['is not the target', isTarget],
		[`lies at ${Math.round(top)}`, top >= -1 && (top <= height / 2 || atEnd)],
		['is covered', !isCovered],
		['is marked by colour alone', shadow !== 'none'],
	];
	return checks.filter(([, holds]) => !holds).map(([what]) => `#${name} ${what}`);
}

/** Reads every landing of a page in the page: each fragment from the top, what is closed shut. */
const landingsOn = (page: Page, ids: string[]): Promise<Landing[]> =>
	page.evaluate(async (wanted) => {
		const { landingOf: read } = window as unknown as { landingOf: (id: string) => Landing };
		const { port1, port2 } = new MessageChannel();
		// A turn of the event loop, in which `hashchange` is told; a frame would cost 16 ms an id.
		const turn = () =>
			new Promise((done) => {
				port1.onmessage = done;
				port2.postMessage(0);
			});
		const found: Landing[] = [];
		for (const id of wanted) {
			for (const open of document.querySelectorAll('details[open]')) open.removeAttribute('open');
			scrollTo(0, 0);
			location.hash = id;
			await turn();
			await turn();
			found.push(read(id));
		}
		return found;
	}, ids);

test('every id of the site is landed on at both widths, also inside closed details', async () => {
	const faults: string[] = [];
	let landed = 0;
	const page = await session.open('/', {});
	await page.addInitScript({ content: `window.landingOf = ${landingOf};` });
	for (const { path, blocks } of pages) {
		await page.goto(session.at(path));
		for (const viewport of widths) {
			await page.setViewportSize(viewport);
			const landings = await landingsOn(
				page,
				blocks.map((block) => block.id),
			);
			landed += landings.length;
			faults.push(
				...landings.flatMap((landing) =>
					faultsOf(landing, viewport.height).map((fault) => `${path} ${viewport.width} ${fault}`),
				),
			);
		}
	}
	await page.context().close();
	const ids = pages.flatMap(({ blocks }) => blocks);
	expect(landed).toBe(ids.length * widths.length);
	expect(landed).toBeGreaterThan(1000);
	expect(faults).toEqual([]);
});

/** What a reader may be sent to that a page builds in different ways. */
function samplesOf({ article, blocks, language }: (typeof pages)[number]) {
	const inDetails = (element: Element) => element.closest('details') !== null;
	const lastOf = (kind: string, hidden?: boolean) =>
		blocks.findLast(
			(block) =>
				block.kind === kind && (hidden === undefined || inDetails(block.element) === hidden),
		);
	const samples = [
		lastOf('row', true),
		lastOf('row', false),
		lastOf('note'),
		lastOf('heading'),
		lastOf('code'),
		lastOf('figure'),
		blocks[Math.floor(blocks.length / 2)],
		blocks.at(-1),
	].filter((block) => block !== undefined);
	expect(article.querySelectorAll('[id]').length).toBeGreaterThan(samples.length);
	const different = [...new Set(samples)];
	// The editions share their ids and their layout: English takes every third.
	return language === 'zh' ? different : different.filter((_, at) => at % 3 === 0);
}

/** Adds up shifts of the layout from the start; runs in the page before anything else of it. */
const watchShifts = () => {
	Object.assign(window, { shifted: 0 });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
			(window as unknown as { shifted: number }).shifted += entry.value;
		}
	}).observe({ type: 'layout-shift', buffered: true });
};

/** Shifts so far, once what was under way is painted; the next reading begins at zero. */
const shiftsSoFar = async (): Promise<number> => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	await frame();
	await frame();
	const counter = window as unknown as { shifted: number };
	const { shifted } = counter;
	counter.shifted = 0;
	return shifted;
};

test.each(widths)('a fresh load at $width px lands, and nothing shifts after', async (viewport) => {
	const queue = pages.flatMap((page) => samplesOf(page).map((block) => ({ page, block })));
	expect(queue.length).toBeGreaterThan(60);
	for (const kind of ['row', 'note', 'heading', 'code', 'figure', 'item']) {
		expect(queue.filter(({ block }) => block.kind === kind).length, kind).toBeGreaterThan(1);
	}
	// A block of another page comes next, so that each is a load of its own.
	queue.sort((a, b) => (a.block.id < b.block.id ? -1 : 1));
	const faults: string[] = [];
	const first = await session.open('/404.html', { viewport });
	const context = first.context();
	await context.addInitScript(watchShifts);
	const visit = async (page: Page) => {
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { id: name } = next.block;
			const { path } = next.page;
			await page.goto('about:blank');
			await page.goto(`${session.at(path)}#${name}`);
			const early = await page.evaluate(shiftsSoFar);
			const before = await page.evaluate(landingOf, name);
			await page.waitForTimeout(1000);
			const after = await page.evaluate(landingOf, name);
			const late = await page.evaluate(shiftsSoFar);
			const moved = Math.abs(after.top - before.top);
			// Opening what the target stands in is a shift to the browser, the landing to a reader.
			const opens = next.block.element.closest('details') !== null;
			faults.push(
				...[
					...faultsOf(after, viewport.height),
					...(moved > 1 ? [`#${name} moves by ${moved}`] : []),
					...(late > 0 ? [`#${name}: layout shifts by ${late} after landing`] : []),
					...(early > 0.01 && !opens ? [`#${name}: layout shifts by ${early} before`] : []),
				].map((fault) => path + fault),
			);
		}
	};
	// Tabs of one window: the second that each must wait is waited by all of them at once.
	const others = await Promise.all([1, 2, 3, 4, 5].map(() => context.newPage()));
	await Promise.all([first, ...others].map(visit));
	await context.close();
	expect(faults).toEqual([]);
});

const atTarget = async (page: Page, wanted: string) => {
	await page.waitForURL((url) => url.hash === `#${wanted}`, { timeout: 5000 });
	return faultsOf(await page.evaluate(landingOf, wanted), 800);
};

const viewport = widths[1]!;

describe('damaged links', () => {
	const damages = [
		'&appinstall=0',
		'?from=timeline',
		'，',
		'。后面的字',
		'/',
		')',
		'）',
		'%EF%BC%8C%E5%90%8E%E9%9D%A2',
	];

	test('reach their paragraph on the page', async () => {
		const page = await session.open('/', { viewport });
		const fragments = [...damages.map((damage) => id + damage), id.toUpperCase()];
		for (const fragment of fragments) {
			// From elsewhere, so that each is a load of its own.
			await page.goto(session.at('/404.html'));
			await page.goto(`${session.at(first.path)}#${fragment}`);
			expect(await atTarget(page, id), fragment).toEqual([]);
		}
		await page.context().close();
	});

	test('reach it through the 404 page', async () => {
		const page = await session.open('/', { viewport });
		const paths = ['', '/，然后', '/&appinstall=0', ')/', '，'].map(
			(damage) => `/s/${id}${damage}`,
		);
		const others = [
			`/s/${id.toUpperCase()}/`,
			`/S/${id}/`,
			`/${id}/`,
			`/zh/s/${id}/`,
			`/%23${id}`,
			`${first.path}%23${id}`,
			`/no-such-page/#${id}`,
		];
		for (const path of [...paths, ...others]) {
			await page.goto(session.at(path));
			await page.waitForURL((url) => url.pathname.endsWith(first.path), { timeout: 5000 });
			expect(await atTarget(page, id), path).toEqual([]);
		}
		await page.context().close();
	});

	test('are offered the five nearest places, or all sections without script', async () => {
		const page = await session.open('/s/zz99zz/', { viewport });
		const near = page.locator('lost-link a');
		await near.first().waitFor();
		expect(await near.count()).toBe(5);
		await page.context().close();
		const still = await session.open('/s/zz99zz/', { javaScriptEnabled: false });
		expect(await still.locator('lost-link').isVisible()).toBe(false);
		expect(await still.locator('.all-sections a').count()).toBeGreaterThan(20);
		await still.context().close();
	});

	test('are told on a page that exists, in one sentence with the nearest places', async () => {
		const page = await session.open(`${first.path}#zz99`, { viewport });
		const lost = page.locator('.lost[role=status]');
		await lost.locator('a').first().waitFor();
		expect(await lost.innerText()).toContain('zz99');
		expect(await lost.locator('a').count()).toBe(5);
		expect(await lost.isVisible()).toBe(true);
		// A way out of it: the next address that lands takes the sentence away.
		await page.evaluate((hash) => {
			location.hash = hash;
		}, id);
		await lost.waitFor({ state: 'detached' });
		for (const address of ['/claims/#claim-999', '/risks/#constructor', '/constructor/']) {
			await page.goto(session.at(address));
			await page.locator(':is(.lost, lost-link) a').first().waitFor();
			expect(page.url()).toBe(session.at(address));
		}
		await page.context().close();
	});

	test('are answered in the language of the address, or in both without script', async () => {
		const heading = (page: Page) => page.locator('h1').innerText();
		const page = await session.open('/en/risk/', { viewport });
		await page.locator('lost-link a').first().waitFor();
		expect(await heading(page)).toBe('No such page');
		expect(await page.locator('lost-link').innerText()).toContain('Risk factors');
		await page.goto(session.at('/risk/'));
		await page.locator('lost-link a').first().waitFor();
		expect(await heading(page)).toBe('没有这一页');
		expect(await page.locator('lost-link').innerText()).toContain('风险因素');
		await page.context().close();
		const still = await session.open('/en/risk/', { javaScriptEnabled: false });
		expect(await heading(still)).toBe('没有这一页\nNo such page');
		await still.context().close();
	});
});

test('a block that moved is found through the map of places, fetched only then', async () => {
	const page = await session.open('/risks/', { viewport });
	const asked: string[] = [];
	page.on('request', (request) => asked.push(new URL(request.url()).pathname));
	await page.route('**/links.json', async (route) => {
		const map = await (await route.fetch()).json();
		await route.fulfill({ json: { ...map, moved: { z9z9: id } } });
	});
	await page.goto(`${session.at(first.path)}#${id}`, { waitUntil: 'networkidle' });
	expect(asked.filter((path) => path.endsWith('links.json'))).toEqual([]);
	await page.goto(`${session.at('/risks/')}#z9z9`);
	await page.waitForURL((url) => url.pathname.endsWith(first.path));
	expect(await atTarget(page, id)).toEqual([]);
	await page.context().close();
});

test('Back restores the place', async () => {
	const page = await session.open(first.path, { viewport });
	await page.evaluate(() => scrollTo(0, 900));
	const before = await page.evaluate(() => scrollY);
	await page.goto(`${session.at(sections[1]!.path)}#${sections[1]!.blocks.at(-1)!.id}`);
	await page.goBack({ waitUntil: 'load' });
	await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
	await page.evaluate((hash) => {
		location.hash = hash;
	}, id);
	await page.goBack();
	await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
	await page.context().close();
});

test('a share page hops to its paragraph without script, and Back does not return to it', async () => {
	const page = await session.open('/risks/', { javaScriptEnabled: false, viewport });
	await page.goto(session.at(`/s/${id}/`));
	await page.waitForURL((url) => url.hash === `#${id}` && url.pathname.endsWith(first.path));
	await page.goBack();
	expect(new URL(page.url()).pathname.endsWith('/risks/')).toBe(true);
	await page.context().close();
});

const permissions = ['clipboard-read', 'clipboard-write'];
const clipboard = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		const read = async (type: string) => (await item!.getType(type)).text();
		return { plain: await read('text/plain'), html: await read('text/html') };
	});
const said = (page: Page, words: RegExp) =>
	page.locator('link-menu output').filter({ hasText: words }).waitFor();
const linkToPassage = { zh: '复制所选文字的链接', en: 'Copy link to selected words' };

describe('the link control', () => {
	const control = (page: Page) => page.locator(`#${id} > .permalink > a`);
	const shareUrl = () => session.at(`/s/${id}/`);

	test('copies link, Markdown, quote and citation as text and rich text', async () => {
		const page = await session.open(first.path, { viewport, permissions });
		await control(page).click();
		await said(page, /链接已复制/);
		expect(await clipboard(page)).toMatchObject({
			plain: shareUrl(),
			html: expect.stringContaining(`href="${shareUrl()}"`),
		});
		const press = async (name: string) => {
			await page.locator('link-menu').getByRole('button', { name, exact: true }).click();
			await said(page, new RegExp(`${name}：已复制`));
			return clipboard(page);
		};
		const markdown = await press('Markdown');
		expect(markdown.plain).toBe(
			`[${first.title} § ${await page.locator(`#${paragraph.headingPath.at(-1)}`).innerText()}](${shareUrl()})`,
		);
		expect(readAsGfm(markdown.plain).urls).toEqual([shareUrl()]);
		const quote = await press('引文');
		expect(readAsGfm(quote.plain).urls).toEqual([shareUrl()]);
		expect(quote.plain).toContain(`](${shareUrl()})，报告第 `);
		expect(quote.plain.startsWith(`> ${paragraph.text.slice(0, 6)}`)).toBe(true);
		expect(quote.html).toContain('<blockquote>');
		const reference = (await press('GB/T 7714')).plain.trim().split('\n');
		expect(reference).toHaveLength(2);
		expect(reference[0]).toMatch(/\[EB\/OL\].*（\d{4}-\d\d-\d\d）\[\d{4}-\d\d-\d\d\]\. http/);
		expect(reference[1]).toContain('[R]. 中信证券研究部');
		const bibtex = (await press('BibTeX')).plain;
		expect(bibtex).toContain(`% Place cited: ${first.title} § `);
		expect(bibtex).toContain(shareUrl());
		expect(bibtex).toMatch(/^@online\{aigc-reader,$/m);
		expect((await press('RIS')).plain).toContain('TY  - RPRT');
		expect(JSON.parse((await press('CSL-JSON')).plain)).toHaveLength(2);
		await page.context().close();
	});

	test('shows a field with the text selected where the clipboard is refused', async () => {
		const page = await session.open(first.path, { viewport });
		await page.evaluate(() => {
			const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
			Object.assign(navigator.clipboard, { write: refuse, writeText: refuse });
		});
		await control(page).click();
		await said(page, /手动复制/);
		const field = page.locator('link-menu textarea');
		expect(await field.inputValue()).toBe(shareUrl());
		expect(
			await field.evaluate((f: HTMLTextAreaElement) => f.selectionEnd - f.selectionStart),
		).toBe(shareUrl().length);
		await page.context().close();
	});

	test('works by keyboard alone and gives the focus back', async () => {
		const page = await session.open(first.path, { viewport, permissions });
		await control(page).focus();
		await page.keyboard.press('Enter');
		await said(page, /链接已复制/);
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('复制链接');
		await page.keyboard.press('Escape');
		const isControl = () => document.activeElement?.matches('.permalink > a');
		expect(await page.evaluate(isControl)).toBe(true);
		// The menu stands behind its link: Tab goes on from there.
		await page.keyboard.press('Enter');
		await said(page, /链接已复制/);
		for (const _ of await page.locator('link-menu button').all()) await page.keyboard.press('Tab');
		const isBehind = await page.evaluate((name) => {
			const place = document.getElementById(name)!.compareDocumentPosition(document.activeElement!);
			return !document.activeElement!.closest('link-menu') && (place & 4) > 0;
		}, id);
		expect(isBehind).toBe(true);
		await page.context().close();
	});

	test('is a plain link without script, 24 px or more, and never in copied text', async () => {
		const page = await session.open(first.path, { javaScriptEnabled: false, viewport });
		const box = (await control(page).boundingBox())!;
		expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(24);
		expect(await page.locator(`#${id}`).innerText()).not.toMatch(/[#¶§\u200b]/);
		await control(page).click();
		expect(new URL(page.url()).hash).toBe(`#${id}`);
		await page.context().close();
	});

	test('puts its address into the bar, without a jump or a step back, and marks the block', async () => {
		const page = await session.open(first.path, { viewport, permissions });
		await page.locator(`#${id}`).scrollIntoViewIfNeeded();
		const state = () =>
			page.evaluate(() => ({ y: Math.round(scrollY), steps: history.length, hash: location.hash }));
		const before = await state();
		await control(page).hover();
		await control(page).click();
		await said(page, /链接已复制/);
		expect(await state()).toEqual({ ...before, hash: `#${id}` });
		expect((await page.evaluate(landingOf, id)).isTarget).toBe(true);
		// The menu leaves what is linked to be seen.
		const [block, menu] = await Promise.all(
			[`#${id}`, 'link-menu'].map((one) => page.locator(one).first().boundingBox()),
		);
		const isApart =
			menu!.y >= block!.y + block!.height - 1 || menu!.y + menu!.height <= block!.y + 1;
		expect(isApart).toBe(true);
		await page.context().close();
	});

	test('is a link that works when the menu cannot be loaded, and asks again under a new address', async () => {
		const page = await session.open(first.path, { viewport, permissions });
		const asked: string[] = [];
		let isBroken = true;
		await page.route(/link-menu/, (route) => {
			asked.push(route.request().url());
			return isBroken ? route.abort() : route.continue();
		});
		await control(page).click();
		await page.waitForURL((url) => url.hash === `#${id}`);
		expect((await page.evaluate(landingOf, id)).isTarget).toBe(true);
		isBroken = false;
		await control(page).click();
		await said(page, /链接已复制/);
		expect(new Set(asked).size).toBeGreaterThan(1);
		await page.context().close();
	});

	test('offers the system’s share sheet first on a phone, with the quote and the address', async () => {
		const page = await session.open(first.path, {
			viewport: { width: 390, height: 844 },
			hasTouch: true,
			isMobile: true,
			permissions,
		});
		await page.evaluate(() => {
			navigator.share = async (data) => {
				document.title = JSON.stringify(data);
			};
		});
		await control(page).tap();
		await said(page, /链接已复制/);
		const firstButton = page.locator('link-menu button').first();
		expect(await firstButton.innerText()).toBe('分享…');
		await firstButton.click();
		expect(JSON.parse(await page.title())).toMatchObject({
			url: shareUrl(),
			text: paragraph.text,
		});
		await page.context().close();
	});

	test('costs a reader by keyboard few stops; arrow keys reach every link', async () => {
		const page = await session.open(first.path, { viewport });
		await page.locator('.skip').focus();
		await page.keyboard.press('Enter');
		const firstParagraph = first.blocks.find(({ kind }) => kind === 'paragraph')!;
		let stops = 0;
		for (; stops < 40; stops += 1) {
			await page.keyboard.press('Tab');
			const isThere = await page.evaluate((name) => {
				const place = document.activeElement!.compareDocumentPosition(
					document.getElementById(name)!,
				);
				return !(place & Node.DOCUMENT_POSITION_FOLLOWING);
			}, firstParagraph.id);
			if (isThere) break;
		}
		expect(stops).toBeLessThanOrEqual(8);
		const links = page.locator('article .permalink > a');
		await links.first().focus();
		await page.keyboard.press('ArrowDown');
		const hash = () => page.evaluate(() => (document.activeElement as HTMLAnchorElement).hash);
		expect(await hash()).toBe(await links.nth(1).getAttribute('href'));
		await page.context().close();
	});

	test('has an accessible menu in both themes', async () => {
		const page = await session.open(first.path, { viewport, permissions });
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			await control(page).click();
			await said(page, /链接已复制/);
			const { faults, passes } = await axeReport(page, 'link-menu');
			expect(passes).toBeGreaterThan(0);
			expect(faults).toEqual([]);
			await page.keyboard.press('Escape');
		}
		await page.context().close();
	});

	test('is there without hovering on a phone, inside the window, and so is its menu', async () => {
		const phone = { width: 390, height: 844 };
		const page = await session.open('/technical-logic/', {
			viewport: phone,
			hasTouch: true,
			isMobile: true,
			permissions,
		});
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
		await page.locator('#rlhf-steps + .permalink > a').tap();
		await said(page, /链接已复制/);
		const menu = (await page.locator('link-menu').boundingBox())!;
		expect(menu.x).toBeGreaterThanOrEqual(0);
		expect(menu.x + menu.width).toBeLessThanOrEqual(phone.width);
		for (const button of await page.locator('link-menu button').all()) {
			expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(44);
		}
		await page.context().close();
	});
});

describe.each(['zh', 'en'] as const)('a link to selected words in %s', (language) => {
	/** Selects nine characters of a block from an offset into its text nodes. */
	const selectIn = (page: Page, name: string, start: number) =>
		page.evaluate(
			([id, from]) => {
				const walker = document.createTreeWalker(document.getElementById(id)!, 4);
				const range = document.createRange();
				let seen = 0;
				for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
					const offset = from - seen;
					if (offset >= 0 && offset < node.length) range.setStart(node, offset);
					const end = offset + 9;
					if (end > 0 && end <= node.length) range.setEnd(node, end);
					seen += node.length;
				}
				getSelection()!.removeAllRanges();
				getSelection()!.addRange(range);
			},
			[name, start] as const,
		);

	test('finds them again, whatever their borders, and their paragraph when they are gone', async () => {
		const own = pages.find((page) => page.language === language && page.slug === 'origin')!;
		const long = ({ text }: { text: string }) => text.length > 28;
		const picked = (['paragraph', 'note', 'row'] as const).flatMap((kind) =>
			own.blocks
				.filter((block) => block.kind === kind && long(block))
				.slice(0, language === 'zh' ? 3 : 2),
		);
		expect(new Set(picked.map(({ kind }) => kind)).size).toBe(3);
		expect(picked.length).toBeGreaterThanOrEqual(language === 'zh' ? 7 : 5);
		const page = await session.open(own.path, { viewport, permissions });
		// In a window of its own: a page behind another one runs its timers once a second.
		const visitor = await session.open('/404.html', { viewport });
		const topAfter = async (url: string, name: string) => {
			await visitor.goto('about:blank');
			await visitor.goto(url);
			return visitor.evaluate(async (wanted) => {
				const frame = () => new Promise((done) => requestAnimationFrame(done));
				const target = document.getElementById(wanted)!;
				// The search for the words begins after the page has loaded.
				for (let left = 40; left > 0 && scrollY === 0; left -= 1) await frame();
				return target.getBoundingClientRect().top;
			}, name);
		};
		// The headless shell that npm's package carries does not look for words at all; there, only
		// that the id leads to the block in their stead can be seen.
		const english = pages.find((page) => page.language === 'en' && page.slug === 'origin')!;
		const words = english.blocks.findLast(({ kind }) => kind === 'paragraph')!;
		const plainWords = encodeURIComponent(/\w+ \w+ \w+/.exec(words.text)![0]);
		const probe = `${session.at(english.path)}#:~:text=${plainWords}`;
		const findsWords = (await topAfter(probe, words.id)) <= 800;
		const faults: string[] = [];
		for (const [at, { id: name }] of picked.entries()) {
			await selectIn(page, name, 5 + at * 2);
			// What is selected is offered when the menu is asked for.
			await page
				.locator('#main, main')
				.first()
				.evaluate((main, id) => {
					main.querySelector<HTMLElement>(`.permalink > a[href="#${id}"]`)!.focus();
				}, name);
			await page.keyboard.press('Enter');
			const label = linkToPassage[language];
			await page.locator('link-menu').getByRole('button', { name: label }).click();
			await said(page, new RegExp(label));
			const { plain: url } = await clipboard(page);
			expect(url).toContain(`#${name}:~:text=`);
			expect(readAsGfm(url).urls).toEqual([url]);
			// Without the id in front, only the words themselves can have brought the page here.
			const byWords = url.replace(`#${name}:~:`, '#:~:');
			const top = await topAfter(findsWords ? byWords : url, name);
			if (top < -400 || top > 800) faults.push(`${url} at ${top}`);
			await page.keyboard.press('Escape');
		}
		const { id: last } = own.blocks.at(-1)!;
		const top = await topAfter(`${session.at(own.path)}#${last}:~:text=${'不在这一页的话'}`, last);
		if (top > 800) faults.push(`the fallback leaves #${last} at ${top}`);
		await Promise.all([page.context().close(), visitor.context().close()]);
		expect(faults).toEqual([]);
	});
});
