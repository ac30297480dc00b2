/** One server and one kind of browser for all browser tests. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LaunchOptions } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { addressFrom } from '../../src/base/urls.ts';
import { serve, type Served } from '../../src/preview/serve.ts';
import { launchOptions } from './browser.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the built site's home page. */
		siteUrl: string;
		/** How a process of tests starts its browser. */
		browser: LaunchOptions;
		/** Why there is no browser or no site; empty when all is well. */
		problem: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	let browser: LaunchOptions = {};
	let site: Served | undefined;
	let problem = '';
	try {
		const root = resolve('dist');
		if (!existsSync(root)) throw new Error('dist/ is missing. Run: npm run build');
		site = await serve({ root, base: addressFrom(process.env).base });
		browser = await launchOptions();
	} catch (error) {
		// Told by each test that needs it, so that the other tests still count.
		problem = (error as Error).message;
	}
	project.provide('siteUrl', site?.url ?? '');
	project.provide('browser', browser);
	project.provide('problem', problem);
	return async () => site?.close();
}
