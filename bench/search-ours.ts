import type { Browser, Page } from 'playwright-core';
import { freshPage, weighed } from './search-measure.ts';

/** What our search page showed for a query. */
export interface OurAnswer {
	query: string;
	state: string;
	exact: number;
	/** Exact hits in order, as paths with fragments. */
	hrefs: string[];
	/** All hits in order, for the golden set. */
	allHrefs: string[];
	/** From the keystroke to the painted list, in milliseconds. */
	paintMs: number;
}

/** Types queries into the real search page, one after the other. */
export async function ourAnswers(page: Page, queries: readonly string[]): Promise<OurAnswer[]> {
	await page.locator('search-page .search-count').waitFor({ state: 'attached' });
	return page.evaluate(async (asked) => {
		const input = document.querySelector<HTMLInputElement>('search-page input')!;
		const list = document.querySelector<HTMLElement>('search-page [data-search-state]')!;
		const settled = async () => {
			while (list.dataset.searchState === 'loading') {
				await new Promise<void>((resolve) => {
					const observer = new MutationObserver(() => {
						observer.disconnect();
						resolve();
					});
					observer.observe(list, { attributeFilter: ['data-search-state'] });
				});
			}
		};
		const type = async (text: string) => {
			input.value = text;
			input.dispatchEvent(new InputEvent('input', { bubbles: true }));
			await settled();
		};
		const answers = [];
		for (const query of asked) {
			await type('');
			const startedAt = performance.now();
			await type(query);
			// A task queued in the frame's callback runs after the frame was painted.
			await new Promise<void>((resolve) =>
				requestAnimationFrame(() => {
					const { port1, port2 } = new MessageChannel();
					port1.onmessage = () => resolve();
					port2.postMessage(0);
				}),
			);
			const paintMs = performance.now() - startedAt;
			const links = [...list.querySelectorAll<HTMLAnchorElement>('a[href]')];
			const base = document.documentElement.dataset.base!;
			const hrefOf = (link: HTMLAnchorElement) =>
				`/${link.pathname.slice(base.length)}${link.hash}`;
			answers.push({
				query,
				state: list.dataset.searchState!,
				exact: Number(list.dataset.searchExact),
				hrefs: links.filter((link) => link.closest('[data-search-match="exact"]')).map(hrefOf),
				allHrefs: links.map(hrefOf),
				paintMs,
			});
		}
		return answers;
	}, queries);
}

/** Watches for main-thread tasks over 50 ms; call before what is measured. */
export async function watchLongTasks(page: Page): Promise<() => Promise<number[]>> {
	await page.evaluate(() => {
		const durations: number[] = [];
		Object.assign(window, { longTasks: durations });
		new PerformanceObserver((entries) => {
			durations.push(...entries.getEntries().map(({ duration }) => duration));
		}).observe({ type: 'longtask' });
	});
	return () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
}

/**
 * Opens the dialog on a loaded page and asks, in a fresh profile: bytes (Brotli) to the first
 * answer, and main-thread tasks over 50 ms meanwhile.
 */
export async function ourFirstAnswer(
	browser: Browser,
	pageUrl: string,
	query: string,
): Promise<{ bytes: number; longTasks: number[] }> {
	const page = await freshPage(browser, pageUrl);
	await page.waitForLoadState('networkidle');
	const scale = weighed(page.context());
	const longTasks = await watchLongTasks(page);
	await page.keyboard.press('/');
	await page.locator('.search-dialog[open]').waitFor();
	await page.keyboard.insertText(query);
	await page.locator('.search-dialog [data-search-state="done"]').waitFor();
	const answer = { bytes: await scale.bytes(), longTasks: await longTasks() };
	await page.context().close();
	return answer;
}
