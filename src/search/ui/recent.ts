import type { SearchWords } from '../../base/words/index.ts';
import { element } from '../../base/element.ts';

/** Recent queries. They stay on the device; without storage there are none. */
const recentKey = 'recent-searches';
const maximum = 6;

function recentQueries(): string[] {
	try {
		return [...(JSON.parse(localStorage.getItem(recentKey) ?? '[]') as string[])].slice(0, maximum);
	} catch {
		return [];
	}
}

/** Remembers a query that led somewhere; without one, forgets all. */
export function rememberQuery(query?: string): void {
	const queries = [query, ...recentQueries().filter((known) => known !== query)];
	try {
		if (query === undefined) localStorage.removeItem(recentKey);
		else localStorage.setItem(recentKey, JSON.stringify(queries.slice(0, maximum)));
	} catch {
		// Storage may be blocked or full; the search works without memory.
	}
}

/** The recent queries as buttons, newest first, and one that forgets them; nothing without any. */
export function recentSearches(words: SearchWords, onPick: (query: string) => void): Node[] {
	const button = (textContent: string, onclick: () => void) =>
		element('button', { type: 'button', textContent, onclick });
	const items = recentQueries().map((one) => element('li', {}, [button(one, () => onPick(one))]));
	if (items.length === 0) return [];
	const forget = button(words.forget, () => {
		rememberQuery();
		onPick('');
	});
	const list = element('ul', { className: 'search-queries' }, items);
	return [element('h2', { textContent: words.recent }), list, forget];
}
