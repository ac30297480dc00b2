/** One browser and one server for all browser tests; each test file opens its own pages. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserServer } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { addressFrom } from '../../src/base/urls.ts';
import { serve, type Served } from '../../src/preview/serve.ts';
import { launchBrowserServer } from './browser.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the built site's home page. */
		siteUrl: string;
		/** Where the browser listens. */
		browserEndpoint: string;
		/** Why there is no browser or no site; empty when all is well. */
		problem: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	let browser: BrowserServer | undefined;
	let site: Served | undefined;
	let problem = '';
	try {
		const root = resolve('dist');
		if (!existsSync(root)) throw new Error('dist/ is missing. Run: npm run build');
		site = await serve({ root, base: addressFrom(process.env).base });
		browser = await launchBrowserServer();
	} catch (error) {
		// Told by each test that needs it, so that the other tests still count.
		problem = (error as Error).message;
	}
	project.provide('siteUrl', site?.url ?? '');
	project.provide('browserEndpoint', browser?.wsEndpoint() ?? '');
	project.provide('problem', problem);
	return async () => {
		await browser?.close();
		await site?.close();
	};
}
