/**
 * Every page as readers with other eyes and hands have it. `npm run trust` (WHOLE=1) tries each
 * page in each view; otherwise the views take turns, so that all of them meet all kinds of pages.
 */
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { textOf } from '../../src/base/blocks.ts';
import { builtSite, htmlPaths } from '../dist/dist.ts';
import { axeReport, prepareAxe } from './axe.ts';
import { at, openPage, pageTests } from './pages.ts';

const test = pageTests();
const isWhole = process.env.WHOLE === '1';

/** Pages with the other edition beside them: all, or both of a section in two views each. */
const paired = (await builtSite()).pages
	.filter(({ slug }) => isWhole || slug === 'industry-impact')
	.map(({ path, language }) => `${path}?with=${language === 'zh' ? 'en' : 'zh'}`);
const paths = [...(await htmlPaths()), ...paired, ...(isWhole ? [] : paired)];

const themes = [
	{ colorScheme: 'light', forcedColors: 'none' },
	{ colorScheme: 'dark', forcedColors: 'none' },
	{ colorScheme: 'dark', forcedColors: 'active' },
] as const;
const views = [320, 390, 1440].flatMap((width) => themes.map((theme) => ({ width, ...theme })));

/** What a reader can open, and the element that is then open; a page may lack the control. */
const opened = [
	['site-search a', '.search-dialog[open]'],
	['menu-link a', '#contents:popover-open'],
	['.prose p :is(a.verdicts, a.term-link)', 'target-card:popover-open'],
	['.prose > .permalink > a', 'link-menu:popover-open'],
] as const;

/** Opens each thing in turn. Returns what axe finds in it, and how many things opened. */
async function openEach(page: Page): Promise<{ faults: string[]; count: number }> {
	const faults: string[] = [];
	let count = 0;
	for (const [control, open] of opened) {
		const first = page.locator(control).locator('visible=true').first();
		if ((await first.count()) === 0 || (await page.locator('search-page').count()) > 0) continue;
		await first.evaluate((element: HTMLElement) => element.click());
		await page.locator(open).waitFor();
		count += 1;
		faults.push(...(await axeReport(page, open)).faults.map((fault) => `${open} ${fault}`));
		await page.keyboard.press('Escape');
	}
	return { faults, count };
}

/** Text that is cut off or runs out of the window, unless its box scrolls. */
const cutTexts = () =>
	[...document.querySelectorAll('body *')].flatMap((element) => {
		const hasText = [...element.childNodes].some(
			({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim(),
		);
		if (!hasText || !element.checkVisibility() || element.closest('.skip, .menu-current'))
			return [];
		const range = document.createRange();
		range.selectNodeContents(element);
		const { left, right } = range.getBoundingClientRect();
		const isBox = (one: Element, kind: RegExp) => kind.test(getComputedStyle(one).overflowX);
		for (let box: Element | null = element; box; box = box.parentElement) {
			if (isBox(box, /auto|scroll/)) return [];
			const edge = box.getBoundingClientRect();
			const isClipped = isBox(box, /hidden|clip/) && !box.matches('svg, svg *');
			if (isClipped && right > edge.right + 1) return [`cut off: ${element.textContent}`];
		}
		const isOut = left < -1 || right > document.documentElement.clientWidth + 1;
		return isOut ? [`out of the window: ${element.textContent}`] : [];
	});

/** Sets the spacing of WCAG 1.4.12, which readers may ask for. */
const spaceOut = () => {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
		word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
	document.adoptedStyleSheets.push(sheet);
};

/** What can be pressed and is under 24 px in width or height, except links within sentences. */
const smallTargets = () =>
	[...document.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')].flatMap(
		(element) => {
			if (!element.checkVisibility({ opacityProperty: false }) || element.matches('.skip'))
				return [];
			const isInline = getComputedStyle(element).display === 'inline';
			const boxes = [...element.getClientRects()].filter(({ width }) => width > 0);
			const isSmall = boxes.length === 1 && (boxes[0]!.width < 24 || boxes[0]!.height < 24);
			const isInText = isInline && element.closest('p, dd, .note, .figure-foot');
			return isSmall && !isInText ? [`small: ${element.outerHTML.slice(0, 100)}`] : [];
		},
	);

const tabStops = () =>
	[...document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex]')].filter(
		(element) => element.tabIndex >= 0 && element.checkVisibility(),
	).length;

const moving = () =>
	[...document.querySelectorAll('*')].flatMap((element) => {
		const { animationName, transitionDuration } = getComputedStyle(element);
		const moves = animationName !== 'none' || /[1-9]/.test(transitionDuration);
		return moves ? [`moves: ${element.outerHTML.slice(0, 80)}`] : [];
	});

/** The most Tab stops of a page; both editions have twice as many, the report those of its parts. */
const mostStops = (path: string) =>
	path.endsWith('/report/') ? 360 : path.includes('?with=') ? 240 : 120;

test('pages are whole, in reach and without a fault that axe finds', async () => {
	expect(paths.length).toBeGreaterThanOrEqual(20);
	const page = await openPage('/', { reducedMotion: 'reduce' });
	await prepareAxe(page);
	const faults: string[] = [];
	let openedCount = 0;
	for (const [place, path] of paths.entries()) {
		const note = (all: string[]) => faults.push(...all.map((fault) => `${path} ${fault}`));
		for (const view of isWhole ? views : [views[(place * 4) % views.length]!]) {
			const { width, ...media } = view;
			await page.setViewportSize({ width, height: 850 });
			await page.emulateMedia(media);
			await page.goto(at(path));
			if (path.includes('?')) await page.locator('.prose.is-paired').waitFor();
			const { faults: found, passes } = await axeReport(page);
			expect(passes, `${path}: axe checked nothing`).toBeGreaterThan(5);
			const { faults: inOpened, count } = await openEach(page);
			openedCount += count;
			note([...found, ...inOpened].map((fault) => `${JSON.stringify(view)} ${fault}`));
		}
		note(await page.evaluate(moving));
		const stops = await page.evaluate(tabStops);
		expect(stops, path).toBeGreaterThan(5);
		if (stops > mostStops(path)) note([`${stops} Tab stops`]);
		for (const width of [1440, 1280, 1279, 960, 959, 768, 640, 414, 360, 320]) {
			await page.setViewportSize({ width, height: 800 });
			const excess = await page.evaluate(
				() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
			);
			if (excess > 0) note([`at ${width} px: ${excess} px too wide`]);
			if (width === 1440 || width === 320) note(await page.evaluate(smallTargets));
		}
		note(await page.evaluate(cutTexts));
		await page.evaluate(spaceOut);
		note((await page.evaluate(cutTexts)).map((fault) => `spaced out, ${fault}`));
	}
	await page.keyboard.press('?');
	await page.locator('dialog.keys[open]').waitFor();
	faults.push(...(await axeReport(page, 'dialog.keys')).faults);
	await page.context().close();
	expect(openedCount).toBeGreaterThan(paths.length);
	expect(faults).toEqual([]);
});

describe.each(['/technical-logic/', '/en/industry-impact/'])('%s, read out', (path) => {
	interface Read {
		role: string;
		name: string;
		below: Read[];
	}
	const verdicts = '(verdicts)';

	/** Every element of a role in the accessibility tree, with what stands below it. */
	async function readAll(wanted: string): Promise<Read[]> {
		const page = await openPage(path);
		const client = await page.context().newCDPSession(page);
		const { nodes } = await client.send('Accessibility.getFullAXTree');
		await page.context().close();
		const byId = new Map(nodes.map((node) => [node.nodeId, node]));
		const read = (id: string): Read[] => {
			const node = byId.get(id);
			const below = (node?.childIds ?? []).flatMap(read);
			if (!node || node.ignored) return below;
			return [{ role: node.role?.value, name: node.name?.value ?? '', below }];
		};
		return nodes
			.filter(({ role, ignored }) => role?.value === wanted && !ignored)
			.flatMap(({ nodeId }) => read(nodeId));
	}

	/** What is read of an element, in order; the link of its verdicts as one word. */
	const textIn = ({ role, name, below }: Read): string => {
		if (role === 'link' && /^(所述|\d+ claims? here)/.test(name)) return verdicts;
		return role === 'StaticText' ? name : below.map(textIn).join('');
	};

	test('a paragraph is a sentence, its verdicts one link behind it', async () => {
		const { blocks } = (await builtSite()).pages.find((page) => page.path === path)!;
		const paragraphs = (await readAll('paragraph')).map(textIn);
		const sentences = blocks.filter(
			({ kind, element }) => kind === 'paragraph' && element.querySelector('.verdicts'),
		);
		expect(sentences.length).toBeGreaterThan(3);
		for (const { element } of sentences) {
			const read = paragraphs.find((one) => one.startsWith(textOf(element)));
			expect(read?.indexOf(verdicts), textOf(element)).toBe(read!.length - verdicts.length);
		}
	});

	test('a drawing is named by its title, and its values are read', async () => {
		const drawings = (await readAll('document')).filter(({ name }) => /^(图|Figure)/.test(name));
		expect(drawings.length).toBeGreaterThan(0);
		for (const drawing of drawings) {
			expect(drawing.name).not.toMatch(/Link to|的链接/);
			expect(textIn(drawing)).toMatch(/\d.*\d/);
		}
	});
});
