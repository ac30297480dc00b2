import type { BrowserContextOptions, Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { words as searchEnglish } from '../../src/base/words/search-en.ts';
import { browserSession } from './open.ts';
import { exactPlaces, retype, searchFor, seenResults } from './search-results.ts';

const session = browserSession();
const query = '奖励模型';
/** Part of a word, which Pagefind needs its table of words for. */
const word = 'structGPT';
const nonsense = '的也次理';

/** What the search finds for a query when nothing fails. */
const unharmedPlaces = new Map<string, string[]>();
beforeAll(async () => {
	const page = await session.open('/');
	for (const asked of [query, word]) {
		const places = exactPlaces(await searchFor(page, session, asked));
		expect(places.length).toBeGreaterThan(3);
		unharmedPlaces.set(asked, places);
	}
	await page.context().close();
});
const unharmed = (asked = query) => unharmedPlaces.get(asked)!;

const missing = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
const cut = async (route: Route) => {
	const response = await route.fetch();
	const body = await response.body();
	return route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
};

async function blankPage(options: BrowserContextOptions = {}): Promise<Page> {
	return session.open('/404.html', options);
}

/** Files each way of searching needs, by what stands in their address. */
const files = {
	pagefind: [
		'/pagefind/pagefind.js',
		'/pagefind/pagefind-worker.js',
		'/pagefind/pagefind-entry.json',
		'/pagefind/wasm.',
		'/pagefind/pagefind.unknown',
		'/pagefind/zh/pagefind-entry.json',
		'/pagefind/zh/pagefind.unknown',
		'/pagefind/zh/index/',
		'/search-text/zh/chunks.json',
		'/search-text/zh/words.json',
		'/search-text/zh/manifest.json',
		'/search-text/zh/terms.json',
		'/search-text/zh/unknown',
	],
	scan: ['/search-text/zh/manifest.json', '/search-text/zh/terms.json', '/search-text/zh/unknown'],
};

/** Without these nothing is lost that a reader must know of: the engine runs without a worker. */
const harmless = ['terms.json', 'pagefind-worker.js'];

describe.each(['pagefind', 'scan'] as const)('the %s search', (engine) => {
	const faults = files[engine].flatMap((file) => [
		{ file, fault: 'missing', harm: missing },
		{ file, fault: 'cut', harm: cut },
	]);
	test.each(faults)('answers with $file $fault', async ({ file, harm }) => {
		const expected = unharmed();
		const page = await blankPage();
		let harmed = 0;
		await page.context().route(
			(url) => url.pathname.includes(file),
			async (route) => {
				harmed++;
				await harm(route);
			},
		);
		const seen = await searchFor(page, session, query, engine);
		expect(seen.state).toBe('done');
		expect(exactPlaces(seen).sort()).toEqual([...expected].sort());
		const inWord = await retype(page, word);
		expect(exactPlaces(inWord).sort()).toEqual([...unharmed(word)].sort());
		const absent = await retype(page, nonsense);
		expect([absent.state, absent.exact]).toEqual(['done', 0]);
		expect(harmed).toBeGreaterThan(0);
		const isTold = [seen, inWord, absent].some(({ notice }) => notice.includes('已改为'));
		expect(isTold).toBe(!harmless.some((name) => file.includes(name)));
		await page.context().close();
	});
});

test.each([
	['WASM', "script-src 'self'"],
	['workers', "worker-src 'none'; script-src 'self' 'wasm-unsafe-eval'"],
	['both', "worker-src 'none'; script-src 'self'"],
])('a policy that forbids %s only costs speed', async (_, policy) => {
	const expected = unharmed();
	const page = await blankPage();
	await page.context().route(/\/search\/\?|pagefind-worker/, async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers(), 'content-security-policy': policy };
		await route.fulfill({ response, headers });
	});
	const seen = await searchFor(page, session, query, 'pagefind');
	expect(exactPlaces(seen)).toEqual(expected);
	await page.context().close();
});

test.each(['scan', 'pagefind'])('a tab opened before a redeploy answers (%s)', async (engine) => {
	const expected = unharmed();
	const page = await blankPage();
	// The old build: other names for texts and index files, which are gone by now.
	let isOld = true;
	await page.context().route('**/manifest.json', async (route) => {
		const response = await route.fetch();
		if (!isOld) return route.fulfill({ response });
		isOld = false;
		const body = (await response.text())
			.replace(/"version":"[^"]*"/, '"version":"old"')
			.replaceAll('unknown_', 'unknown_gone');
		return route.fulfill({ response, body });
	});
	await page.context().route('**/chunks.json?v=old', async (route) => {
		const response = await route.fetch();
		const body = (await response.text()).replaceAll('unknown_', 'unknown_gone');
		return route.fulfill({ response, body });
	});
	const seen = await searchFor(page, session, query, engine);
	expect(seen.notice).toBe('');
	expect(exactPlaces(seen)).toEqual(expected);
	await page.context().close();
});

test('a Pagefind index of another build is not believed', async () => {
	const expected = unharmed();
	const page = await blankPage();
	await searchFor(page, session, '模型', 'pagefind');
	await page.context().route('**/pagefind/zh/index/**', missing);
	await page.reload();
	await page.locator('search-page input').fill(query);
	await page.waitForFunction(
		(text) => document.querySelector('.hit mark')?.textContent === text,
		query,
	);
	expect(exactPlaces(await seenResults(page))).toEqual(expected);
	await page.context().close();
});

describe('offline', () => {
	test('what was read is searched, and nothing is said to be nowhere', async () => {
		const page = await blankPage();
		await searchFor(page, session, query);
		await page.context().setOffline(true);
		expect((await retype(page, '英伟达')).exact).toBeGreaterThan(0);
		await page.context().close();
	});

	test('before anything was read, the reader is told', async () => {
		const page = await session.open('/risks/');
		await page.locator('site-search a').hover();
		await page.waitForLoadState('networkidle');
		await page.context().setOffline(true);
		await page.locator('site-search a').click();
		await page.keyboard.type('技术与监管');
		const here = await seenResults(page, '.search-dialog');
		expect(here.exact).toBeGreaterThan(0);
		expect(here.notice).toContain('没有网络');
		await page.locator('.search-dialog input').fill(nonsense);
		await page.locator('.search-dialog .hits[data-search-state="failed"]').waitFor();
		await page.context().close();
	});
});

test('with storage blocked it still searches', async () => {
	const page = await blankPage();
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage']) {
			Object.defineProperty(window, name, {
				get() {
					throw new DOMException('blocked', 'SecurityError');
				},
			});
		}
	});
	await page.goto(session.at('/risks/'));
	await page.keyboard.press('/');
	await page.locator('.search-dialog[open]').waitFor();
	await page.keyboard.type(query);
	expect((await seenResults(page, '.search-dialog')).exact).toBeGreaterThan(3);
	await page.keyboard.press('Enter');
	await page.waitForURL(/#/);
	await page.context().close();
});

describe('without the rules of English', () => {
	/** Makes them missing; what stands in `asked` are the addresses that were wanted. */
	async function withoutRules(page: Page): Promise<{ asked: string[]; errors: Error[] }> {
		const seen = { asked: [] as string[], errors: [] as Error[] };
		page.on('pageerror', (error) => seen.errors.push(error));
		await page.context().route(/\/english-rules\./, (route) => {
			seen.asked.push(route.request().url());
			return missing(route);
		});
		return seen;
	}

	test('the dialog gives way to the search page, and that says it cannot know', async () => {
		const page = await session.open('/en/risks/');
		const { asked, errors } = await withoutRules(page);
		await page.locator('site-search a').click();
		await page.waitForURL(/\/en\/search\//);
		const inDialog = asked.length;
		expect(inDialog).toBeGreaterThan(0);
		const seen = await retype(page, 'reward model');
		expect([seen.state, seen.exact]).toEqual(['failed', 0]);
		expect(seen.count).toBe(searchEnglish.failed);
		expect(seen.notice).toBe(searchEnglish.notices.incomplete);
		expect(asked.length).toBeGreaterThan(inDialog);
		expect(errors).toEqual([]);
		await page.context().unroute(/\/english-rules\./);
		expect((await retype(page, 'reward models')).exact).toBeGreaterThan(3);
		await page.context().close();
	});

	test('the Chinese edition answers and offers nothing of the other', async () => {
		const page = await blankPage();
		const { asked, errors } = await withoutRules(page);
		const wanted = page.waitForResponse(/\/english-rules\./);
		const { state } = await searchFor(page, session, 'reward model');
		expect(state).toBe('done');
		await wanted;
		await page.evaluate(() => new Promise(requestAnimationFrame));
		expect(await page.locator('.search-other a').count()).toBe(0);
		expect(asked.length).toBeGreaterThan(0);
		await page.context().unroute(/\/english-rules\./);
		await retype(page, 'reward models');
		await page.locator('.search-other a').waitFor();
		expect(errors).toEqual([]);
		await page.context().close();
	});
});

test('when every page fails the reader is told, not left with nothing', async () => {
	const page = await blankPage();
	await page.context().route(/search-text|\/pagefind\//, missing);
	await page.goto(session.at('/search/'));
	await page.context().route((url) => url.pathname.endsWith('/'), missing);
	const seen = await retype(page, query);
	expect([seen.state, seen.exact]).toEqual(['failed', 0]);
	expect(seen.count).toContain('不能断定');
	await page.context().close();
});
