/** Where addresses lead: whole, damaged, moved, and through share pages. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { builtSite, pagesIn } from '../dist/dist.ts';
import { at, pageTests, visit } from './pages.ts';
import { noteShifts, shiftOf } from './shifts.ts';

const viewport = { width: 1280, height: 800 };
const test = pageTests({ viewport });
const { pages } = await builtSite();
const first = pages.find(({ path }) => path === '/origin/')!;

/** A paragraph with a block id, far enough down that landing on it needs a scroll. */
const { id } = first.blocks.findLast((one) => one.kind === 'paragraph' && one.id.length === 4)!;

/** Both editions have the same ids, so each id is seen at both widths. */
const sweeps = [
	{ size: { width: 360, height: 800 }, own: await pagesIn('zh') },
	{ size: viewport, own: await pagesIn('en') },
];

const withoutScript = { viewport, javaScriptEnabled: false };

/** What is wrong with how a target is seen; runs in the page. */
const faultsAt = (wanted: string): string[] => {
	const target = document.getElementById(wanted)!;
	const box = target.getBoundingClientRect();
	const x = box.left + Math.min(20, box.width / 2);
	const top = document.elementFromPoint(x, Math.max(0, box.top) + 4);
	const root = document.documentElement;
	// It is away where a reader scrolls down, and comes back.
	const bar = document.querySelector<HTMLElement>('.masthead')!.offsetHeight;
	// The button that script adds to the page's foot may take a line of its own below the end.
	const { offsetHeight: added = 0 } = document.querySelector<HTMLElement>('.footer button') ?? {};
	const atEnd = root.scrollTop + innerHeight >= root.scrollHeight - 3 - added;
	const checks: [string, boolean][] = [
		['is not the target', target.matches(':target')],
		[`lies at ${box.top}`, box.top >= bar && (box.top <= innerHeight / 2 || atEnd)],
		['is covered', !top?.closest('header.masthead, nav.contents')],
		['is marked by colour alone', getComputedStyle(target).boxShadow !== 'none'],
	];
	return checks.filter(([, holds]) => !holds).map(([what]) => `#${wanted} ${what}`);
};

const arrivesAt = async (page: Page, wanted: string, path: string) => {
	await page.waitForURL((url) => url.hash === `#${wanted}` && url.pathname.endsWith(path));
	return page.evaluate(faultsAt, wanted);
};

/** Follows fragments one by one, also into what is closed; runs in the page. */
const followAll = async (wanted: string[]): Promise<string[]> => {
	const { faultsAt: read } = window as unknown as { faultsAt: typeof faultsAt };
	// A turn of the event loop, in which `hashchange` comes; a frame would cost 16 ms an id.
	const turn = () => scheduler.postTask(() => {}, { priority: 'background' });
	const faults: string[] = [];
	for (const one of wanted) {
		const box = document.getElementById(one)!.closest('details');
		for (let shut = box; shut; shut = shut.parentElement!.closest('details')) shut.open = false;
		location.replace(`#${one}`);
		await turn();
		await turn();
		faults.push(...read(one));
	}
	return faults;
};

test('every id is landed on at both widths, also inside closed details', async ({ open }) => {
	const faults: string[] = [];
	let landed = 0;
	const sweep = async ({ size, own }: (typeof sweeps)[number]) => {
		const tab = await open('/404.html', { viewport: size });
		await tab.addInitScript({ content: `window.faultsAt = ${faultsAt};` });
		for (const { path, blocks } of own) {
			await tab.goto(at(path));
			const ids = blocks.map((block) => block.id);
			const found = await tab.evaluate(followAll, ids);
			landed += ids.length;
			faults.push(...found.map((fault) => `${path} ${size.width} ${fault}`));
		}
	};
	await Promise.all(sweeps.map(sweep));
	expect(landed).toBeGreaterThan(800);
	expect(faults).toEqual([]);
});

/** Blocks that a page builds in different ways. */
function samplesOf({ blocks }: (typeof pages)[number]) {
	const inDetails = blocks.findLast(({ element }) => element.closest('details') !== null);
	const last = (wanted: string) => blocks.findLast(({ kind }) => kind === wanted);
	const samples = new Set([inDetails, last('note'), last('figure'), blocks.at(-1)]);
	return [...samples].filter((block) => block !== undefined);
}

test('a fresh load lands at both widths, and nothing shifts after', async ({ open }) => {
	const loadsOf = (some: typeof pages) =>
		some.flatMap((one) => samplesOf(one).map((block) => ({ path: one.path, block })));
	expect(loadsOf(pages).length).toBeGreaterThan(40);
	const faults: string[] = [];
	const work = async (tab: Page, queue: ReturnType<typeof loadsOf>) => {
		const topOf = (name: string) =>
			tab.evaluate((one) => document.getElementById(one)!.getBoundingClientRect().top, name);
		for (let next = queue.pop(); next; next = queue.pop()) {
			const { id: name, element } = next.block;
			await visit(tab, `${next.path}#${name}`);
			const early = await shiftOf(tab);
			const before = await topOf(name);
			// Whatever scripts fetch by themselves has come and done its work.
			await tab.waitForLoadState('networkidle');
			const late = await shiftOf(tab);
			const moved = Math.abs((await topOf(name)) - before);
			// Opening what the target stands in is a shift to the browser, the landing to a reader.
			const opens = element.closest('details') !== null;
			faults.push(
				...(await tab.evaluate(faultsAt, name)),
				...(moved > 1 ? [`#${name} moves by ${moved}`] : []),
				...(late > 0 ? [`#${name}: layout shifts by ${late} after landing`] : []),
				...(early > 0.01 && !opens ? [`#${name}: layout shifts by ${early} before`] : []),
			);
		}
	};
	const withTabs = async ({ size, own }: (typeof sweeps)[number]) => {
		const context = (await open('/404.html', { viewport: size })).context();
		await context.addInitScript(noteShifts);
		const queue = loadsOf(own);
		// While one tab waits for its network, the others work.
		await Promise.all([1, 2, 3].map(async () => work(await context.newPage(), queue)));
	};
	await Promise.all(sweeps.map(withTabs));
	expect(faults).toEqual([]);
});

test('damaged addresses are repaired and reach their paragraph', async ({ page }) => {
	// One for each way into the repair; src/links/repair.test.ts has the kinds of damage.
	const addresses = [
		...[`#${id}。后面的字`, `#${id.toUpperCase()}`, `%23${id}`].map((end) => first.path + end),
		...[`${first.path}?utm_source=x%23${id}`, `/s/${id}/，然后`, `/${id}/`, `/no-such-page/#${id}`],
	];
	for (const address of addresses) {
		await visit(page, address);
		expect(await arrivesAt(page, id, first.path), address).toEqual([]);
	}
	// A heading's words in the other language lead to it in the language of the address.
	const heading = first.blocks.find(({ kind }) => kind === 'heading')!;
	await visit(page, `/en${first.path}#${heading.text}`);
	expect(await arrivesAt(page, heading.id, `/en${first.path}`)).toEqual([]);
});

test.for([
	[`${first.path}#constructor`, 'constructor', 'zh-Hans'],
	['/claims/claim-156/', 'claim-156', 'zh-Hans'],
	['/s/zz99zz/', 'zz99zz', 'zh-Hans'],
	['/en/risk/', 'risk', 'en'],
	[`/en${first.path}#zz99`, 'zz99', 'en'],
] as const)('%s is answered with the five nearest places', async (given, { page }) => {
	const [address, what, lang] = given;
	await visit(page, address);
	const lost = page.locator('.lost[role=status]');
	await lost.locator('a').first().waitFor();
	expect(await lost.locator('p').innerText()).toContain(`“${what}”`);
	expect(await lost.locator('a').count()).toBe(5);
	if (what === 'claim-156') expect(await lost.locator('a').first().innerText()).toMatch(/^#\d+ /);
	expect(await lost.getAttribute('lang')).toBe(lang);
	expect(await lost.isVisible()).toBe(true);
	expect(page.url()).toBe(at(address));
	if (!address.includes('#')) return;
	const follow = (hash: string) => page.evaluate((one) => (location.hash = one), hash);
	await follow(id);
	await lost.waitFor({ state: 'detached' });
	// Followed from far down, one is answered where the reader sees it.
	await follow(what);
	await lost.locator('a').first().waitFor();
	const { y, height } = (await lost.boundingBox())!;
	expect(y).toBeGreaterThanOrEqual(0);
	expect(y + height).toBeLessThanOrEqual(viewport.height);
});

test('the 404 page has the address’s language, without script both', async ({ page, open }) => {
	const titles = { '/risk/': '没有这一页', '/en/risk/': 'No such page' };
	for (const [address, title] of Object.entries(titles)) {
		await visit(page, address);
		await page.locator('.lost a').first().waitFor();
		expect(await page.locator('h1').innerText()).toBe(title);
		const faceOf = (selector: string) =>
			getComputedStyle(document.querySelector(selector)!).fontFamily;
		const face = await page.evaluate(faceOf, '.lost');
		await visit(page, address.replace('risk/', 'risks/'));
		expect(await page.evaluate(faceOf, 'main li[id]')).toBe(face);
	}
	const plain = await open('/risk/', withoutScript);
	expect(await plain.locator('h1').innerText()).toBe(Object.values(titles).join('\n'));
	expect(await plain.locator('.all-sections a').count()).toBeGreaterThan(20);
});

test('without script, any target links to itself in the other edition', async ({ page, open }) => {
	const onPage = pages.find(({ path }) => path === '/technical-logic/')!;
	const kinds = [...new Set(onPage.blocks.map(({ kind }) => kind))];
	expect(kinds.length).toBeGreaterThanOrEqual(7);
	const plain = await open(onPage.path, withoutScript);
	const links = plain.locator('article .permalink [hreflang]:visible');
	expect(await links.count()).toBe(0);
	for (const kind of kinds) {
		const { id: name } = onPage.blocks.findLast((one) => one.kind === kind)!;
		await plain.goto(`${at(onPage.path)}#${name}`);
		expect(await links.count(), kind).toBe(1);
		await links.click();
		await plain.waitForLoadState();
		expect(plain.url()).toBe(`${at(`/en${onPage.path}`)}#${name}`);
		expect(await plain.evaluate(faultsAt, name)).toEqual([]);
	}
	await visit(page, `${onPage.path}#${onPage.blocks[0]!.id}`);
	expect(await page.locator('article [hreflang]:visible').count()).toBe(0);
});

test('a block that moved is found by the map of places, fetched only then', async ({ page }) => {
	let asked = 0;
	await page.route('**/links.json', async (route) => {
		asked += 1;
		const map = await (await route.fetch()).json();
		await route.fulfill({ json: { ...map, moved: { z9z9: id } } });
	});
	await visit(page, `${first.path}#${id}`);
	await page.waitForLoadState('networkidle');
	expect(asked).toBe(0);
	await visit(page, '/risks/#z9z9');
	expect(await arrivesAt(page, id, first.path)).toEqual([]);
	await page.unroute('**/links.json');
});

test.for([true, false])(
	'a share page hops to its paragraph (script: %s), and Back does not return to it',
	async (javaScriptEnabled, { open }) => {
		const tab = await open('/risks/', { javaScriptEnabled });
		await tab.goto(at(`/s/${id}/`));
		await tab.waitForURL((url) => url.hash === `#${id}` && url.pathname.endsWith(first.path));
		await tab.goBack();
		expect(new URL(tab.url()).pathname.endsWith('/risks/')).toBe(true);
	},
);
