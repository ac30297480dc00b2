import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const content = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Gives a page that no other test borrows axe-core at each address it goes to: handing its 650 kB
 * over for each took longer than most reports.
 */
export const prepareAxe = (page: Page) => page.addInitScript({ content });

/**
 * Runs every rule of axe-core, on the whole page or inside a selector. Elements that pass are not
 * described one by one, which would take most of the time.
 */
export async function axeReport(page: Page, scope?: string) {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(content);
	return page.evaluate(async (selector) => {
		const { axe: injected } = window as unknown as { axe: typeof axe };
		const { violations, passes } = await injected.run(selector ?? document, {
			resultTypes: ['violations'],
		});
		return {
			/** `rule: element`, one for each element at fault. */
			faults: violations.flatMap(({ id, nodes }) =>
				nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
			),
			/** Rules that found something to check and nothing wrong with it. */
			passes: passes.length,
		};
	}, scope);
}
