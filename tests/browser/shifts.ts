import type { Page } from 'playwright-core';

/**
 * Notes how far a page shifts from its start on, also soon after a key, which a browser excuses and
 * a slow machine would not; runs in the page.
 */
export const noteShifts = () => {
	const shifts: number[] = [];
	Object.assign(window, { shifts });
	new PerformanceObserver((list) => {
		const entries = list.getEntries() as (PerformanceEntry & { value: number })[];
		shifts.push(...entries.map(({ value }) => value));
	}).observe({ type: 'layout-shift', buffered: true });
};

/** How far a page shifted since this was last asked, once what is under way is painted. */
export const shiftOf = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		await new Promise(requestAnimationFrame);
		await new Promise(requestAnimationFrame);
		const { shifts } = window as unknown as { shifts: number[] };
		return shifts.splice(0).reduce((sum, value) => sum + value, 0);
	});
