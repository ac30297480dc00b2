import type { Page } from 'playwright-core';
import type { Session } from './open.ts';

/** What a reader sees of a search. */
export interface SeenResults {
	state: string;
	exact: number;
	/** Links in order; `match` tells exact hits from the rest. */
	hits: { match: string; href: string; text: string }[];
	/** The sentence that tells what failed. */
	notice: string;
	/** The sentence that tells what was found. */
	count: string;
}

/** Reads the results on the search page, or in the open dialog, once they are there. */
export async function seenResults(page: Page, scope = 'search-page'): Promise<SeenResults> {
	await page
		.locator(`${scope} :is([data-search-state="done"], [data-search-state="failed"])`)
		.waitFor({ state: 'attached' });
	return page.locator(scope).evaluate((root) => {
		const list = root.querySelector<HTMLElement>('[data-search-state]')!;
		const links = [...list.querySelectorAll<HTMLAnchorElement>('a[href]')];
		return {
			state: list.dataset.searchState!,
			exact: Number(list.dataset.searchExact),
			hits: links.map((link) => ({
				match: link.closest<HTMLElement>('[data-search-match]')!.dataset.searchMatch!,
				href: link.pathname + link.hash,
				text: link.textContent,
			})),
			notice: root.querySelector('.search-notice')!.textContent,
			count: root.querySelector('.search-count')!.textContent,
		};
	});
}

/** Asks by the address of the search page, as a link to a search does. */
export async function searchFor(
	page: Page,
	session: Session,
	query: string,
	engine = 'auto',
): Promise<SeenResults> {
	const asked = new URLSearchParams({ q: query, engine });
	await page.goto(session.at(`/search/?${asked}`));
	return seenResults(page);
}

/** Asks by typing over what stands in the box of the search page. */
export async function retype(page: Page, query: string): Promise<SeenResults> {
	await page.locator('search-page .search-count').waitFor({ state: 'attached' });
	const shown = await page.evaluate(async (text) => {
		const input = document.querySelector<HTMLInputElement>('search-page input')!;
		const list = document.querySelector<HTMLElement>('search-page [data-search-state]')!;
		input.value = '';
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		while (list.dataset.searchState === 'loading') await new Promise(requestAnimationFrame);
		input.value = text;
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		while (list.dataset.searchState === 'loading') await new Promise(requestAnimationFrame);
		return list.dataset.searchState;
	}, query);
	if (shown === 'idle') return { state: 'idle', exact: 0, hits: [], notice: '', count: '' };
	return seenResults(page);
}

/** Only the exact hits, as the places they lead to. */
export function exactPlaces({ hits }: SeenResults): string[] {
	return hits.filter(({ match }) => match === 'exact').map(({ href }) => href);
}
