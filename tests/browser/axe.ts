import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe says of a page as it stands. */
export interface AxeReport {
	/** `rule: element`, one for each element at fault. */
	faults: string[];
	/** Rules that found something to check and nothing wrong with it. */
	passes: number;
}

/**
 * Runs every rule of axe-core, on the whole page or inside a selector. Elements that pass are not
 * described one by one, which would take most of the time.
 */
export async function axeReport(page: Page, scope?: string): Promise<AxeReport> {
	if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
	return page.evaluate(async (selector) => {
		const { axe: injected } = window as unknown as { axe: typeof axe };
		const { violations, passes } = await injected.run(selector ?? document, {
			resultTypes: ['violations'],
		});
		return {
			faults: violations.flatMap(({ id, nodes }) =>
				nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
			),
			passes: passes.length,
		};
	}, scope);
}
