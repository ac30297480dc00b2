/** The page of the search: its address, its chips, the other edition, and ways back to it. */
import { chromium, type Page } from 'playwright-core';
import { describe, expect, inject } from 'vitest';
import { axeReport } from './axe.ts';
import { at, pageTests, patienceMs } from './pages.ts';
import { dialog, retype, searchFor, seenResults } from './search-results.ts';
import { noteShifts, shiftOf } from './shifts.ts';

const test = pageTests();

test.for(['/search/', '/en/search/'])(
	'%s names early what each query needs, and asks for nothing twice',
	async (path, { open }) => {
		const page = await open('/robots.txt');
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await searchFor(page, 'GPT-3', path);
		const named = await page
			.locator('link[rel="modulepreload"], link[rel="preload"]')
			.evaluateAll((links) => links.map((link) => (link as HTMLLinkElement).href));
		for (const end of ['/pagefind.js', '/words.json', '.pagefind']) {
			expect(named.filter((href) => href.endsWith(end))).toHaveLength(1);
		}
		expect(asked.filter((url, place) => asked.indexOf(url) !== place)).toEqual([]);
	},
);

/** Leaves the search page for a hit, and comes back to where it was left. */
async function returning(page: Page): Promise<void> {
	const before = await seenResults(page);
	await page.evaluate(() => scrollTo(0, 900));
	await page.locator('[data-search-group] li > a').nth(8).click();
	await page.waitForURL(/#/);
	await page.evaluate(() => history.back());
	await page.waitForURL(/q=/, { waitUntil: 'commit' });
	expect(await seenResults(page)).toEqual(before);
	await page.waitForFunction(() => scrollY > 300);
}

describe.concurrent('the search page', () => {
	test('answers its address, keeps the query in it, and cuts a long one', async ({ borrow }) => {
		const page = await borrow('/search/?q=奖励模型');
		expect((await seenResults(page)).exact).toBeGreaterThan(3);
		await page.locator('search-page input').fill('英伟达');
		await page.waitForURL(/q=%E8%8B%B1/);
		expect((await seenResults(page)).exact).toBeGreaterThan(0);
		expect((await retype(page, '模型训练'.repeat(80))).notice).toContain('200');
		expect([...new URL(page.url()).searchParams.get('q')!]).toHaveLength(200);
	});

	test('is brought back by Back where it was left', async ({ borrow }) => {
		await returning(await borrow('/search/?q=模型'));
	});

	test('comes back from the back/forward cache the same, and answers', async () => {
		// Playwright switches this cache off; a browser of its own has it as readers have.
		const ignoreDefaultArgs = ['--disable-back-forward-cache'];
		const browser = await chromium.launch({ ...inject('browser'), ignoreDefaultArgs });
		const page = await browser.newPage({ baseURL: inject('siteUrl') });
		page.setDefaultTimeout(patienceMs);
		const isKept = () => page.evaluate(() => 'kept' in document.documentElement.dataset);
		const keep = () => page.evaluate(() => (document.documentElement.dataset.kept = ''));
		// The bundled browser keeps no page: there the way back loads the page anew.
		await page.goto('risks/');
		await keep();
		await page.goto('origin/');
		await page.goBack({ waitUntil: 'commit' });
		const keepsPages = await isKept();
		await page.goto('search/?q=模型');
		await keep();
		await returning(page);
		expect(await isKept()).toBe(keepsPages);
		expect((await retype(page, '奖励模型')).exact).toBeGreaterThan(3);
		await browser.close();
	});

	test('shows below a claim what makes the same claim and was fetched later', async ({
		borrow,
	}) => {
		const page = await borrow('/search/?q=GPT');
		await seenResults(page);
		// More than are fetched at first, and each without a row of its own.
		expect(await page.locator('.hit-rows > li > .hit-also a').count()).toBeGreaterThan(24);
	});

	test('narrows the hits by chips, which stay in the address', async ({ borrow }) => {
		const page = await borrow('/search/?q=模型');
		const all = await seenResults(page);
		const chip = page.locator('.search-filters a', { hasText: '核对' });
		const count = Number(/\d+/.exec((await chip.textContent())!)![0]);
		expect(count).toBeGreaterThan(1);
		await chip.click();
		await page.waitForURL(/part=check/);
		const isFewer = (before: number) =>
			document.querySelectorAll('[data-search-group] li > a').length < before;
		await page.waitForFunction(isFewer, all.hits.length);
		const narrowed = await seenResults(page);
		expect(narrowed.hits).toHaveLength(count);
		await page.reload();
		expect((await seenResults(page)).hits).toEqual(narrowed.hits);
	});

	test('on a phone, Enter puts the keyboard away', async ({ borrow }) => {
		const viewport = { width: 390, height: 800 };
		const page = await borrow('/search/?q=算力', { viewport, hasTouch: true, isMobile: true });
		const before = await seenResults(page);
		await page.locator('search-page input').focus();
		await page.keyboard.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body');
		expect(await seenResults(page)).toEqual(before);
	});

	test.for([
		['/search/', 'labelled', '/en/search/', 'en'],
		['/en/search/', '奖励模型', '/search/', 'zh-Hans'],
	] as const)(
		'%s offers for %s the other edition, asked only when that is followed',
		async ([here, query, there, language], { open }) => {
			const page = await open(here);
			const foreign: string[] = [];
			page.on('request', (request) => {
				if (request.url().includes(`pagefind/${language.slice(0, 2)}/`))
					foreign.push(request.url());
			});
			await retype(page, query);
			const offer = page.locator('.search-other a');
			expect(await offer.getAttribute('hreflang')).toBe(language);
			expect(await axeReport(page)).toMatchObject({ faults: [] });
			expect(foreign).toEqual([]);
			await offer.click();
			await page.waitForURL((url) => url.pathname.endsWith(there));
			expect((await seenResults(page)).exact).toBeGreaterThan(0);
		},
	);
});

test.for([
	['a phone, the dialog', 390, '/risks/', dialog],
	['a desk, the dialog', 1440, '/en/risks/', dialog],
	['a phone, the page', 390, '/search/?q=RLHF', 'search-page'],
	['a desk, the page', 1440, '/en/search/', 'search-page'],
] as const)('on %s: answers move nothing', async ([, width, path, scope], { open }) => {
	const page = await open('/robots.txt', { viewport: { width, height: 844 } });
	await page.addInitScript(noteShifts);
	await page.goto(at(path));
	await page.locator('search-page, site-search a[aria-haspopup]').first().waitFor();
	if (scope === dialog) await page.keyboard.press('/');
	// The page puts the query of its address into the field.
	if (path.includes('?')) await seenResults(page, scope);
	// Not more hits than are shown at once: later ones may go below one that makes the same claim.
	for (const query of ['RLHF', '奖励模型', 'Nvidia']) {
		await page.locator(`${scope} input`).fill(query);
		const { state, hits } = await seenResults(page, scope);
		expect([state, hits.length > 0]).toEqual(['done', true]);
	}
	expect(await shiftOf(page)).toBe(0);
});
