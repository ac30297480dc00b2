import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

/** How long one step may take on a busy machine; the limit only ends what hangs. */
export const patienceMs = 120_000;

/** What a browser test works with. */
export interface Session {
	/** Address of a root-relative path: `site.at('/origin/')`. */
	at(path: string): string;
	/** Opens a page in a fresh context, so that tests share neither storage nor theme. */
	open(path: string, options?: BrowserContextOptions): Promise<Page>;
	/**
	 * Opens a page in a context of this kind that was given back, or in a fresh one: each fresh one
	 * costs a process, most of a second of computing. For tests that add no routes, scripts or media.
	 */
	borrow(path: string, options?: BrowserContextOptions): Promise<Page>;
	/** Empties the storage of a borrowed page, closes its tabs and keeps it for the next test. */
	giveBack(page: Page): Promise<void>;
}

/** Pages that were given back, by the options of their contexts. */
const idle = new Map<string, Page[]>();
const kinds = new WeakMap<Page, string>();

/**
 * Leaves a page for a file without script of the same site, so that an address which differs from
 * the last one by its fragment alone is loaded; `about:blank` would cost a new process.
 */
export async function leave(page: Page): Promise<void> {
	await page.goto(`${inject('siteUrl')}robots.txt`);
}

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

/** Gives a test file its pages; call it once at the top of the file. */
export function browserSession(): Session {
	let browser: Browser | undefined;
	beforeAll(async () => {
		browser = await sharedBrowser();
	});
	afterAll(async () => {
		idle.clear();
		await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
	});
	const at = (path: string) => inject('siteUrl') + path.replace(/^\//, '');
	const open: Session['open'] = async (path, options = {}) => {
		const context = await browser!.newContext(options);
		context.setDefaultTimeout(patienceMs);
		const page = await context.newPage();
		await page.goto(at(path));
		return page;
	};
	return {
		at,
		open,
		async borrow(path, options = {}) {
			const kind = JSON.stringify(options);
			const kept = idle.get(kind)?.pop();
			await kept?.goto(at(path));
			const page = kept ?? (await open(path, options));
			kinds.set(page, kind);
			return page;
		},
		async giveBack(page) {
			const kind = kinds.get(page)!;
			const { viewport } = JSON.parse(kind) as BrowserContextOptions;
			page.removeAllListeners();
			const others = page
				.context()
				.pages()
				.filter((other) => other !== page);
			await Promise.all(others.map((other) => other.close()));
			await leave(page);
			await page.evaluate(() => {
				localStorage.clear();
				sessionStorage.clear();
			});
			await page.setViewportSize(viewport ?? { width: 1280, height: 720 });
			idle.set(kind, [...(idle.get(kind) ?? []), page]);
		},
	};
}
