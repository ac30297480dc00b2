import type { Page } from 'playwright-core';

/** What a reader sees of a search. */
export type SeenResults = Awaited<ReturnType<typeof seenResults>>;

/** Reads the results on the search page, or in the open dialog, once they are there. */
export async function seenResults(page: Page, scope = 'search-page') {
	await page
		.locator(`${scope} :is([data-search-state="done"], [data-search-state="failed"])`)
		.waitFor({ state: 'attached' });
	return page.locator(scope).evaluate((root) => {
		const list = root.querySelector<HTMLElement>('[data-search-state]')!;
		const links = [...list.querySelectorAll<HTMLAnchorElement>('[data-search-group] li > a')];
		return {
			state: list.dataset.searchState!,
			exact: Number(list.dataset.searchExact),
			/** Links in order; `group` tells exact hits from the rest. */
			hits: links.map((link) => ({
				group: link.closest<HTMLElement>('[data-search-group]')!.dataset.searchGroup!,
				href: link.pathname + link.hash,
				text: link.textContent,
			})),
			/** The sentence that says what was corrected, cut or not fetched. */
			notice: root.querySelector('.search-notice')!.textContent,
			/** The sentence that says what was found. */
			count: root.querySelector('.search-count')!.textContent,
		};
	});
}

/** The open dialog. */
export const dialog = '.search-dialog[open]';

/** Opens the dialog with `/` and types. */
export async function askDialog(page: Page, query: string): Promise<SeenResults> {
	await page.keyboard.press('/');
	await page.locator(dialog).waitFor();
	await page.keyboard.type(query);
	return seenResults(page, dialog);
}

/** Asks by the address of the search page, as a link to a search does. */
export async function searchFor(
	page: Page,
	query: string,
	path = '/search/',
): Promise<SeenResults> {
	await page.goto(`${path.slice(1)}?${new URLSearchParams({ q: query })}`);
	return seenResults(page);
}

/** Asks by typing over what stands in the box of the search page. */
export async function retype(page: Page, query: string): Promise<SeenResults> {
	await page.locator('search-page .search-count').waitFor({ state: 'attached' });
	const shown = await page.evaluate(async (text) => {
		const input = document.querySelector<HTMLInputElement>('search-page input')!;
		const list = document.querySelector<HTMLElement>('search-page [data-search-state]')!;
		for (const value of ['', text]) {
			input.value = value;
			input.dispatchEvent(new InputEvent('input', { bubbles: true }));
			while (list.dataset.searchState === 'loading') await new Promise(requestAnimationFrame);
		}
		return list.dataset.searchState;
	}, query);
	if (shown === 'idle') return { state: 'idle', exact: 0, hits: [], notice: '', count: '' };
	return seenResults(page);
}

/** Texts that are marked on a page that a hit led to. */
export const markedTexts = (page: Page): Promise<string[]> =>
	page.evaluate(() => [...(CSS.highlights.get('search-match') ?? [])].map(String));

/** Only the exact hits, as the places they lead to. */
export function exactPlaces({ hits }: SeenResults): string[] {
	return hits.filter(({ group }) => group === 'exact').map(({ href }) => href);
}
