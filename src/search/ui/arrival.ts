/**
 * What a reader looked for, handed from the page with the hit to the page it leads to. It goes
 * through the browser's storage and not through the address, which people copy.
 */
export interface Arrival {
	/** Path of the page the hit leads to, as the browser sees it. */
	path: string;
	/** Texts to mark there. */
	needles: readonly string[];
	/** The block to mark as a whole instead, where the hit was not exact; else empty. */
	id: string;
	/** When the hit was followed, in milliseconds; an old one is not meant for this page. */
	at: number;
}

/** Key under which the next page finds it; `site-search` looks for it too. */
export const arrivalKey = 'search-arrival';

const freshMs = 20_000;

/** Tells the next page what to mark, in this tab or in a new one. Without storage it marks nothing. */
export function announceArrival(arrival: Arrival, isNewTab: boolean): void {
	try {
		(isNewTab ? localStorage : sessionStorage).setItem(arrivalKey, JSON.stringify(arrival));
		if (isNewTab) sessionStorage.removeItem(arrivalKey);
	} catch {
		// Storage may be blocked; the reader still arrives.
	}
}

/** Takes what is meant for this page; it is handed over once. */
export function takeArrival(): Arrival | undefined {
	for (const storage of ['sessionStorage', 'localStorage'] as const) {
		try {
			const text = window[storage].getItem(arrivalKey);
			const arrival = JSON.parse(text ?? 'null') as Arrival | null;
			if (arrival?.path !== location.pathname) continue;
			window[storage].removeItem(arrivalKey);
			if (Date.now() - arrival.at < freshMs) return arrival;
		} catch {
			// Storage may be blocked; nothing was handed over then.
		}
	}
	return undefined;
}
