/**
 * What a reader looked for, handed from the page with the hit to the page it leads to. It goes
 * through the tab's storage and not through the address, which people copy.
 */
export interface Arrival {
	/** Path of the page the hit leads to, as the browser sees it. */
	path: string;
	/** Folded phrases to mark there. */
	phrases: readonly string[];
	/** When the hit was followed, in milliseconds; an old one is not meant for this page. */
	at: number;
}

/** Key under which the next page finds it; `site-search` looks for it too. */
export const arrivalKey = 'search-arrival';

const freshMs = 20_000;

/** Tells the page at `path` what to mark. Without storage it marks nothing. */
export function announceArrival(path: string, phrases: readonly string[]): void {
	const arrival: Arrival = { path, phrases, at: Date.now() };
	try {
		sessionStorage.setItem(arrivalKey, JSON.stringify(arrival));
	} catch {
		// Storage may be blocked; the reader still arrives.
	}
}

/** Takes what is meant for this page; it is handed over once. */
export function takeArrival(): Arrival | undefined {
	try {
		const arrival = JSON.parse(sessionStorage.getItem(arrivalKey) ?? 'null') as Arrival | null;
		sessionStorage.removeItem(arrivalKey);
		if (!arrival || arrival.path !== location.pathname) return undefined;
		return Date.now() - arrival.at < freshMs ? arrival : undefined;
	} catch {
		return undefined;
	}
}
