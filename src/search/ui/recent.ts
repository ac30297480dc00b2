import type { SearchWords } from '../../base/words/index.ts';
import { element } from './element.ts';

/** Recent queries. They stay on the device; without storage there are none. */
const key = 'recent-searches';
const maximum = 6;

function recentQueries(): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		const queries = Array.isArray(stored) ? stored : [];
		return queries.filter((query) => typeof query === 'string').slice(0, maximum);
	} catch {
		return [];
	}
}

function store(queries: readonly string[]): void {
	try {
		if (queries.length === 0) localStorage.removeItem(key);
		else localStorage.setItem(key, JSON.stringify(queries.slice(0, maximum)));
	} catch {
		// Storage may be blocked or full; the search works without memory.
	}
}

/** Remembers a query that led somewhere. */
export function rememberQuery(query: string): void {
	store([query, ...recentQueries().filter((known) => known !== query)]);
}

/** The recent queries as buttons, newest first, and one that forgets them; nothing without any. */
export function recentSearches(words: SearchWords, onPick: (query: string) => void): Node[] {
	const items = recentQueries().map((query) => {
		const button = element('button', { type: 'button', textContent: query });
		button.addEventListener('click', () => onPick(query));
		return element('li', {}, [button]);
	});
	if (items.length === 0) return [];
	const forget = element('button', { type: 'button', textContent: words.forget });
	forget.addEventListener('click', () => {
		store([]);
		onPick('');
	});
	return [element('h2', { textContent: words.recent }), element('ul', {}, items), forget];
}
