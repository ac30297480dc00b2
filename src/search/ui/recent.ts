/** Recent queries. They stay on the device; without storage there are none. */
const key = 'recent-searches';
const maximum = 6;

/** Recent queries, newest first. */
export function recentQueries(): string[] {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
		if (!Array.isArray(stored)) return [];
		return stored.filter((query) => typeof query === 'string').slice(0, maximum);
	} catch {
		return [];
	}
}

/** Remembers a query that led somewhere. */
export function rememberQuery(query: string): void {
	const others = recentQueries().filter((known) => known !== query);
	try {
		localStorage.setItem(key, JSON.stringify([query, ...others].slice(0, maximum)));
	} catch {
		// Storage may be blocked or full; the search works without memory.
	}
}

/** Forgets all queries. */
export function forgetQueries(): void {
	try {
		localStorage.removeItem(key);
	} catch {
		// Nothing was stored then.
	}
}
