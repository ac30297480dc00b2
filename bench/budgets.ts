/** What a page may cost on its first load, by kind: bytes with Brotli, files, elements. */
export interface Budget {
	/** The HTML alone; a first flight carries 14.6 kB. */
	html: number;
	/** Everything that is loaded without the reader's doing. */
	all?: number;
	scripts: number;
	scriptFiles: number;
	elements?: number;
	/** Requests before the text is painted. */
	blocking: number;
}

const script = { scripts: 4_500, scriptFiles: 3, blocking: 2 };

export const budgets: Record<'section' | 'home' | 'claims', Budget> = {
	section: { html: 14_600, all: 19_000, ...script },
	home: { html: 14_600, all: 19_000, ...script },
	// The claims page has a script of its own.
	claims: { html: 20_000, elements: 1_800, blocking: 2, scripts: 5_500, scriptFiles: 4 },
};

/**
 * Pages that are over their budget today, and by how much they may be. These figures only shrink:
 * the longest section has two figures and two listings, the claims page 146 entries.
 */
export const known: Record<string, Partial<Budget>> = {
	'/technical-logic/': { html: 14_650, all: 20_000 },
	'/en/technical-logic/': { all: 19_600 },
	'/claims/': { html: 25_000, elements: 2_100 },
	'/en/claims/': { html: 23_600, elements: 2_100 },
};

/**
 * Starlight 0.42 with its longest page of the same Markdown. It was measured once, apart from this
 * repository, because it would double the packages to install; ours may cost 0.4 of it.
 */
export const peer = { name: 'Starlight', bytes: 50_608, requests: 11 };
