/** Where addresses lead: whole, damaged, moved, and through share pages. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { readReport } from '../../src/content/readers.ts';
import { builtSite } from '../dist/dist.ts';
import { browserSession } from './open.ts';

const session = browserSession();
const { pages } = await builtSite();
const sections = pages.filter(({ slug }) => readReport().sections.includes(slug));
const [first, second] = sections as [(typeof sections)[number], (typeof sections)[number]];

/** A paragraph with a block id, far enough down that landing on it needs a scroll. */
const { id } = first.blocks.findLast(
	({ kind, id: own }) => kind === 'paragraph' && own.length === 4,
)!;

const widths = [
	{ width: 360, height: 800 },
	{ width: 1280, height: 800 },
];
const viewport = widths[1]!;

async function onPage(
	path: string,
	options: BrowserContextOptions,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const page = await session.open(path, { viewport, ...options });
	await use(page);
	await page.context().close();
}

/** What is wrong with how a target is seen; runs in the page. */
const faultsAt = (wanted: string): string[] => {
	const target = document.getElementById(wanted)!;
	const box = target.getBoundingClientRect();
	const x = box.left + Math.min(20, box.width / 2);
	const top = document.elementFromPoint(x, Math.max(0, box.top) + 4);
	const root = document.documentElement;
	const atEnd = Math.ceil(root.scrollTop + innerHeight) >= root.scrollHeight - 1;
	const checks: [string, boolean][] = [
		['is not the target', target.matches(':target')],
		[`lies at ${box.top}`, box.top >= -1 && (box.top <= innerHeight / 2 || atEnd)],
		['is covered', !top?.closest('header.masthead, nav.contents')],
		['is marked by colour alone', getComputedStyle(target).boxShadow !== 'none'],
	];
	return checks.filter(([, holds]) => !holds).map(([what]) => `#${wanted} ${what}`);
};

const atTarget = async (page: Page, wanted: string) => {
	await page.waitForURL((url) => url.hash === `#${wanted}`, { timeout: 5000 });
	return page.evaluate(faultsAt, wanted);
};

test('every id of the site is landed on at both widths, also inside closed details', async () => {
	const faults: string[] = [];
	let landed = 0;
	await onPage('/', {}, async (page) => {
		await page.addInitScript({ content: `window.faultsAt = ${faultsAt};` });
		for (const { path, blocks } of pages) {
			await page.goto(session.at(path));
			for (const size of widths) {
				await page.setViewportSize(size);
				const found = await page.evaluate(
					async (wanted) => {
						const { faultsAt: read } = window as unknown as { faultsAt: typeof faultsAt };
						const { port1, port2 } = new MessageChannel();
						// A turn of the event loop, in which `hashchange` comes; a frame would cost 16 ms an id.
						const turn = () =>
							new Promise((done) => {
								port1.onmessage = done;
								port2.postMessage(0);
							});
						const all: string[][] = [];
						for (const one of wanted) {
							for (const open of document.querySelectorAll('details[open]')) {
								open.removeAttribute('open');
							}
							scrollTo(0, 0);
							location.hash = one;
							await turn();
							await turn();
							all.push(read(one));
						}
						return all;
					},
					blocks.map((block) => block.id),
				);
				landed += found.length;
				faults.push(...found.flat().map((fault) => `${path} ${size.width} ${fault}`));
			}
		}
	});
	expect(landed).toBe(pages.flatMap(({ blocks }) => blocks).length * widths.length);
	expect(landed).toBeGreaterThan(1000);
	expect(faults).toEqual([]);
});

/** Blocks that a page builds in different ways; of English, which is laid out alike, every third. */
function samplesOf({ blocks, language }: (typeof pages)[number]) {
	const isInDetails = ({ element }: (typeof blocks)[number]) => element.closest('details') !== null;
	const lastOf = (kind: string, fits = (_block: (typeof blocks)[number]) => true) =>
		blocks.findLast((block) => block.kind === kind && fits(block));
	const samples = [
		lastOf('row', isInDetails),
		lastOf('row', (block) => !isInDetails(block)),
		...['note', 'heading', 'code', 'figure'].map((kind) => lastOf(kind)),
		blocks[Math.floor(blocks.length / 2)],
		blocks.at(-1),
	];
	const different = [...new Set(samples)].filter((block) => block !== undefined);
	return language === 'zh' ? different : different.filter((_, at) => at % 3 === 0);
}

/** Shifts of the layout since the last reading, once what was under way is painted. */
const shiftsSoFar = async (): Promise<number> => {
	const frame = () => new Promise((done) => requestAnimationFrame(done));
	await frame();
	await frame();
	const counter = window as unknown as { shifted: number };
	const { shifted } = counter;
	counter.shifted = 0;
	return shifted;
};

test.each(widths)('a fresh load at $width px lands, and nothing shifts after', async (size) => {
	const queue = pages
		.flatMap((page) => samplesOf(page).map((block) => ({ page, block })))
		// A block of another page comes next, so that each is a load of its own.
		.sort((a, b) => (a.block.id < b.block.id ? -1 : 1));
	expect(queue.length).toBeGreaterThan(60);
	const faults: string[] = [];
	await onPage('/404.html', { viewport: size }, async (tab) => {
		const context = tab.context();
		await context.addInitScript(() => {
			const counter = Object.assign(window, { shifted: 0 });
			new PerformanceObserver((list) => {
				for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
					counter.shifted += entry.value;
				}
			}).observe({ type: 'layout-shift', buffered: true });
		});
		const topOf = (page: Page, name: string) =>
			page.evaluate((one) => document.getElementById(one)!.getBoundingClientRect().top, name);
		const visit = async (page: Page) => {
			for (let next = queue.pop(); next; next = queue.pop()) {
				const { id: name, element } = next.block;
				await page.goto('about:blank');
				await page.goto(`${session.at(next.page.path)}#${name}`);
				const early = await page.evaluate(shiftsSoFar);
				const before = await topOf(page, name);
				await page.waitForTimeout(1000);
				const moved = Math.abs((await topOf(page, name)) - before);
				const late = await page.evaluate(shiftsSoFar);
				// Opening what the target stands in is a shift to the browser, the landing to a reader.
				const opens = element.closest('details') !== null;
				faults.push(
					...(await page.evaluate(faultsAt, name)),
					...(moved > 1 ? [`#${name} moves by ${moved}`] : []),
					...(late > 0 ? [`#${name}: layout shifts by ${late} after landing`] : []),
					...(early > 0.01 && !opens ? [`#${name}: layout shifts by ${early} before`] : []),
				);
			}
		};
		// Tabs of one window: the second that each must wait is waited by all of them at once.
		const others = await Promise.all([1, 2, 3, 4, 5].map(() => context.newPage()));
		await Promise.all([tab, ...others].map(visit));
	});
	expect(faults).toEqual([]);
});

/** One of each kind; src/links/repair.test.ts has them all. */
test.each([
	...['&appinstall=0', '。后面的字', '）', '%EF%BC%8C'].map((end) => `${first.path}#${id}${end}`),
	`${first.path}#${id.toUpperCase()}`,
	`${first.path}#user-content-${id}`,
	...['，', '/，然后', '/&appinstall=0', ')/', '%E2%80%8B/'].map((end) => `/s/${id}${end}`),
	...[`/S/${id}/`, `/${id}/`, `/zh/s/${id}/`, `/%23${id}`, `/%2523${id}`],
	`${first.path}%23${id}`,
	`/no-such-page/#${id}`,
])('%s reaches its paragraph, whose address takes its place', async (address) => {
	// From elsewhere, so that a fragment is a load of its own.
	await onPage('/404.html', {}, async (page) => {
		await page.goto(session.at(address));
		await page.waitForURL((url) => url.pathname.endsWith(first.path), { timeout: 5000 });
		expect(await atTarget(page, id)).toEqual([]);
	});
});

test.each([
	[`${first.path}#zz99`, 'zz99', 'zh-Hans'],
	['/claims/#claim-999', 'claim-999', 'zh-Hans'],
	['/claims/#claim-156', 'claim-156', 'zh-Hans'],
	['/risks/#constructor', 'constructor', 'zh-Hans'],
	['/constructor/', 'constructor', 'zh-Hans'],
	['/s/zz99zz/', 'zz99zz', 'zh-Hans'],
	['/en/risk/', 'risk', 'en'],
	['/en/risks/#zz99', 'zz99', 'en'],
])(
	'%s is answered in one sentence with the five nearest places',
	async (address, unknown, lang) => {
		await onPage(address, {}, async (page) => {
			const lost = page.locator('.lost[role=status]');
			await lost.locator('a').first().waitFor();
			expect(await lost.locator('p').innerText()).toContain(`“${unknown}”`);
			expect(await lost.locator('a').count()).toBe(5);
			expect(await lost.getAttribute('lang')).toBe(lang);
			expect(await lost.isVisible()).toBe(true);
			expect(page.url()).toBe(session.at(address));
			if (!address.includes('#')) return;
			// The next address that lands takes the sentence away.
			await page.evaluate(() => {
				location.hash = document.querySelector('article [id]')!.id;
			});
			await lost.waitFor({ state: 'detached' });
		});
	},
);

test('an unknown fragment followed from far down is answered where the reader sees it', async () => {
	await onPage(`${first.path}#${id}`, {}, async (page) => {
		await page.evaluate(() => {
			location.hash = 'zz99';
		});
		const lost = page.locator('.lost');
		await lost.locator('a').first().waitFor();
		const { y, height } = (await lost.boundingBox())!;
		expect(y).toBeGreaterThanOrEqual(0);
		expect(y + height).toBeLessThanOrEqual(viewport.height);
	});
});

test('the 404 page speaks the language of the address, or without script both', async () => {
	const titles = { '/risk/': '没有这一页', '/en/risk/': 'No such page' };
	for (const [address, title] of Object.entries(titles)) {
		await onPage(address, {}, async (page) => {
			await page.locator('.lost a').first().waitFor();
			expect(await page.locator('h1').innerText()).toBe(title);
		});
		await onPage(address, { javaScriptEnabled: false }, async (page) => {
			expect(await page.locator('h1').innerText()).toBe(Object.values(titles).join('\n'));
			expect(await page.locator('.all-sections a').count()).toBeGreaterThan(20);
		});
	}
});

test('without script, the switch of a heading that is the target keeps it', async () => {
	const { id: heading, text } = first.blocks.findLast(({ kind }) => kind === 'heading')!;
	await onPage(`${first.path}#${heading}`, { javaScriptEnabled: false }, async (page) => {
		const links = page.locator('article [hreflang]:visible');
		expect(await links.count()).toBe(1);
		await links.click();
		expect(new URL(page.url())).toMatchObject({
			pathname: `/en${first.path}`,
			hash: `#${heading}`,
		});
		expect(await page.locator(`#${heading}`).innerText()).not.toBe(text);
		expect(await page.evaluate(faultsAt, heading)).toEqual([]);
	});
	await onPage(`${first.path}#${heading}`, {}, async (page) => {
		expect(await page.locator('article [hreflang]:visible').count()).toBe(0);
	});
});

test('a block that moved is found through the map of places, fetched only then', async () => {
	await onPage('/risks/', {}, async (page) => {
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
	});
});

test('Back restores the place', async () => {
	await onPage(first.path, {}, async (page) => {
		await page.evaluate(() => scrollTo(0, 900));
		const before = await page.evaluate(() => scrollY);
		await page.goto(`${session.at(second.path)}#${second.blocks.at(-1)!.id}`);
		await page.goBack({ waitUntil: 'load' });
		await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
		await page.evaluate((hash) => {
			location.hash = hash;
		}, id);
		await page.goBack();
		await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
	});
});

test.each([true, false])(
	'a share page hops to its paragraph (script: %s), and Back does not return to it',
	async (javaScriptEnabled) => {
		await onPage('/risks/', { javaScriptEnabled }, async (page) => {
			await page.goto(session.at(`/s/${id}/`));
			await page.waitForURL((url) => url.hash === `#${id}` && url.pathname.endsWith(first.path));
			await page.goBack();
			expect(new URL(page.url()).pathname.endsWith('/risks/')).toBe(true);
		});
	},
);
