import type { Page } from 'playwright-core';
import { test as base, type TestContext } from 'vitest';
import { browserSession, type Session } from './open.ts';

type Open = Session['open'];

/**
 * Gives a test file its tests; call it once at the top of the file. A test opens pages with `borrow`
 * or `open` of `Session`, which are given back or closed when it ends, or takes `page`, a short
 * section that is borrowed.
 */
export function pageTests() {
	const session = browserSession();
	const close = (page: Page) => page.context().close();
	const fixture =
		(open: Open, end: (page: Page) => Promise<void>) =>
		async ({ task }: TestContext, use: (open: Open) => Promise<void>) => {
			const opened: Page[] = [];
			await use(async (path, options) => {
				const page = await open(path, options);
				opened.push(page);
				return page;
			});
			// A page on which a test failed is not for the next test.
			await Promise.all(opened.map(task.result?.state === 'fail' ? close : end));
		};
	const test = base.extend<{ borrow: Open; open: Open; page: Page }>({
		borrow: fixture(session.borrow, session.giveBack),
		open: fixture(session.open, close),
		page: async ({ borrow }, use) => use(await borrow('/risks/')),
	});
	return { at: session.at, session, test };
}
