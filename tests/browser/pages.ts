import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, inject, test as base, type TestContext } from 'vitest';

/** How long one step may take on a busy machine; the limit only ends what hangs. */
export const patienceMs = 120_000;

/** Address of a root-relative path: `at('/origin/')`. */
export const at = (path: string) => inject('siteUrl') + path.replace(/^\//, '');

/** The browser of this process, for all its test files: modules are loaded anew for each of them. */
const ofProcess = globalThis as { browser?: Promise<Browser> };

/**
 * The browser that the test files of a process share: driven from the process itself, without the
 * runner's between, which took a quarter of a core.
 */
export function sharedBrowser(): Promise<Browser> {
	const problem = inject('problem');
	if (problem) throw new Error(problem);
	ofProcess.browser ??= chromium.launch(inject('browser'));
	return ofProcess.browser;
}

/** Opens a page in a fresh context, so that tests share neither storage nor theme. */
export async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
	const browser = await sharedBrowser();
	const context = await browser.newContext({ baseURL: inject('siteUrl'), ...options });
	context.setDefaultTimeout(patienceMs);
	const page = await context.newPage();
	await page.goto(at(path));
	return page;
}

/** Pages that were given back, by the options of their contexts. */
const idle = new Map<string, Page[]>();
const kinds = new WeakMap<Page, string>();

/** Opens a page in a context of this kind that was given back, or in a fresh one. */
const borrowPage: typeof openPage = async (path, options = {}) => {
	const kind = JSON.stringify(options);
	const kept = idle.get(kind)?.pop();
	await kept?.goto(at(path));
	const page = kept ?? (await openPage(path, options));
	kinds.set(page, kind);
	return page;
};

/**
 * Leaves a page for a file without script of the same site, so that an address which differs from
 * the last one by its fragment alone is loaded; `about:blank` would cost a new process.
 */
const leave = (page: Page) => page.goto(at('/robots.txt'));

/** Loads an address, also where it differs from the last one by its fragment alone. */
export async function visit(page: Page, path: string): Promise<void> {
	await leave(page);
	await page.goto(at(path));
}

/** Empties the storage of a borrowed page, closes its tabs and keeps it for the next test. */
async function giveBack(page: Page): Promise<void> {
	const kind = kinds.get(page)!;
	const { viewport } = JSON.parse(kind) as BrowserContextOptions;
	page.removeAllListeners();
	const tabs = page.context().pages();
	await Promise.all(tabs.filter((tab) => tab !== page).map((tab) => tab.close()));
	await leave(page);
	await page.evaluate(() => {
		localStorage.clear();
		sessionStorage.clear();
	});
	await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
	idle.set(kind, [...(idle.get(kind) ?? []), page]);
}

const close = (page: Page) => page.context().close();

/** Opens pages for a test, and ends with each what is done with it after the test. */
const fixture =
	(open: typeof openPage, end: (page: Page) => Promise<void>) =>
	async ({ task }: TestContext, use: (open: typeof openPage) => Promise<void>) => {
		const opened: Page[] = [];
		await use(async (path, options) => {
			const page = await open(path, options);
			opened.push(page);
			return page;
		});
		// A page on which a test failed is not for the next test.
		await Promise.all(opened.map(task.result?.state === 'fail' ? close : end));
	};

/**
 * Gives a test file its tests; call it once at the top of the file. A test takes `open`; or `borrow`,
 * when it adds no routes, scripts or media: each fresh context costs a process, most of a second of
 * computing. Or it takes `page`, a short section that is borrowed in a context of these options.
 */
export function pageTests(options?: BrowserContextOptions) {
	afterAll(async () => {
		idle.clear();
		const browser = await ofProcess.browser;
		await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
	});
	return base.extend<{ borrow: typeof openPage; open: typeof openPage; page: Page }>({
		borrow: fixture(borrowPage, giveBack),
		open: fixture(openPage, close),
		page: async ({ borrow }, use) => use(await borrow('/risks/', options)),
	});
}
