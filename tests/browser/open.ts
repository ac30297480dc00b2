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
}

/** Connects a test file to the shared browser; call it once at the top of the file. */
export function browserSession(): Session {
	let browser: Browser | undefined;
	beforeAll(async () => {
		const problem = inject('problem');
		if (problem) throw new Error(problem);
		browser = await chromium.connect(inject('browserEndpoint'));
	});
	afterAll(() => browser?.close());
	const at = (path: string) => inject('siteUrl') + path.replace(/^\//, '');
	return {
		at,
		async open(path, options = {}) {
			const context = await browser!.newContext(options);
			context.setDefaultTimeout(patienceMs);
			const page = await context.newPage();
			await page.goto(at(path));
			return page;
		},
	};
}
