import type { Page, Route } from 'playwright-core';
import { beforeAll, expect } from 'vitest';
import { words } from '../../src/base/words/zh/search.ts';
import { words as siteWords } from '../../src/base/words/zh/site.ts';
import { builtSite } from '../dist/dist.ts';
import { excuse } from './flows.ts';
import { at, openPage, pageTests } from './pages.ts';
import { askDialog, exactPlaces, retype, searchFor } from './search-results.ts';

const test = pageTests();
const query = '奖励模型';
/** Characters of the text in an order that nothing has. */
const nonsense = '的也次理';

/** What the search finds when nothing fails. */
let unharmed: string[] = [];
beforeAll(async () => {
	const page = await openPage('/');
	unharmed = exactPlaces(await searchFor(page, query));
	expect(unharmed.length).toBeGreaterThan(3);
	await page.context().close();
});

const missing = (route: Route) => route.fulfill({ status: 404, body: 'Not found' });
const cut = async (route: Route) => {
	const response = await route.fetch();
	const body = await response.body();
	return route.fulfill({ response, body: body.subarray(0, Math.floor(body.length / 2)) });
};

/** Files of the Chinese bundle, by what stands in their address. */
const files = [
	...['pagefind.js', 'pagefind-entry.json', 'wasm.unknown', '.pf_meta', '.pf_index'],
	...['.pf_fragment', 'words.json', 'names.json'],
];

/** Breaks every file whose address holds `name`; counts how often one was asked for. */
async function breakFiles(page: Page, name: string, harm: (route: Route) => Promise<void>) {
	const broken = { asked: 0 };
	await page.context().route(
		(url) => url.pathname.includes('/pagefind/zh/') && url.pathname.includes(name),
		async (route) => {
			broken.asked++;
			await harm(route);
		},
	);
	return broken;
}

test.concurrent.for(
	files.flatMap((name) => [[name, 'missing', missing] as const, [name, 'cut', cut] as const]),
)('with %s %s, the answer is right, or said to be unknown', async ([name, , harm], { open }) => {
	const page = await open('/robots.txt');
	const broken = await breakFiles(page, name, harm);
	const seen = await searchFor(page, query);
	if (seen.state === 'done') expect(exactPlaces(seen)).toEqual(unharmed);
	else expect(seen.state).toBe('failed');
	const absent = await retype(page, nonsense);
	// Nothing has to be fetched to know that there is nothing to show.
	const isKnown = name === '.pf_fragment';
	expect([absent.state, absent.exact]).toEqual([isKnown ? 'done' : 'failed', 0]);
	expect(broken.asked).toBeGreaterThan(0);
	expect(await page.locator('.search-sections a').count()).toBeGreaterThan(6);
	if (!isKnown) expect(absent.count).toBe(words.failed);
	await page.context().unrouteAll();
	const after = await retype(page, query);
	expect([after.state, exactPlaces(after)]).toEqual(['done', unharmed]);
});

test.concurrent('a policy that forbids WASM is said', async ({ open }) => {
	const page = await open('/robots.txt');
	await page.context().route(/\/search\/\?/, async (route) => {
		const response = await route.fetch();
		const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
		await route.fulfill({ response, headers });
	});
	const seen = await searchFor(page, query);
	expect([seen.state, seen.count]).toEqual(['failed', words.failed]);
});

test.concurrent('the search page says that a script of it cannot be fetched', async ({ open }) => {
	const page = await open('/robots.txt');
	let refused = 0;
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	// The words of the search, which its script asks for.
	await page.context().route('**/_astro/search.*.js*', (route) => {
		refused++;
		return route.abort();
	});
	await page.goto(at('/search/?q=GPT'));
	await page.locator(excuse).waitFor();
	expect(refused).toBeGreaterThan(0);
	expect(errors).toEqual([]);
});

test.concurrent('a tab opened before a redeploy reads the new index', async ({ open }) => {
	const page = await open('/robots.txt');
	let isOld = true;
	const oldOnly = (route: Route) => (isOld ? missing(route) : route.fallback());
	await page.context().route('**/*.pf_index', oldOnly);
	await page.context().route('**/*.pf_meta', (route) => {
		void setTimeout(() => (isOld = false), 0);
		return route.fallback();
	});
	const seen = await searchFor(page, query);
	expect([seen.state, exactPlaces(seen)]).toEqual(['done', unharmed]);
});

test.concurrent(
	'offline from the start, readers are told so and get the sections',
	async ({ open }) => {
		const page = await open('/search/');
		await page.locator('.search-count').waitFor({ state: 'attached' });
		await page.waitForLoadState('networkidle');
		await page.context().setOffline(true);
		const seen = await retype(page, query);
		expect([seen.state, seen.exact, seen.count]).toEqual(['failed', 0, words.offline]);
		const offered = await page.locator('.search-sections a').allTextContents();
		const { pages } = await builtSite();
		const section = pages.find(({ path }) => path === '/technical-logic/')!.title;
		const whole = siteWords.wholeReport.title;
		expect(offered.map((title) => title.trim())).toEqual(expect.arrayContaining([section, whole]));
		await page.context().setOffline(false);
		expect(exactPlaces(await retype(page, query))).toEqual(unharmed);
	},
);

test.concurrent('with storage blocked it still searches', async ({ open }) => {
	const page = await open('/robots.txt');
	await page.addInitScript(() => {
		for (const name of ['localStorage', 'sessionStorage']) {
			const get = () => {
				throw new DOMException('blocked', 'SecurityError');
			};
			Object.defineProperty(window, name, { get });
		}
	});
	await page.goto(at('/risks/'));
	expect((await askDialog(page, query)).exact).toBe(unharmed.length);
	await page.keyboard.press('Enter');
	await page.waitForURL(/#/);
});
