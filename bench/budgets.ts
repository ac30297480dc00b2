/** All budgets in one table: what a page may cost on its first load, and how much it may say. */

/** Cost of a first load: bytes with Brotli, files, elements. */
export interface Budget {
	/** The HTML alone; a first flight carries 14.6 kB. */
	html: number;
	/** Everything that is loaded without the reader's doing. */
	all?: number;
	scripts: number;
	scriptFiles: number;
	elements?: number;
	/** Requests before the text is painted, the page itself included. */
	blocking: number;
	requests: number;
}

const page = {
	html: 14_600,
	all: 19_000,
	scripts: 4_500,
	scriptFiles: 3,
	blocking: 2,
	requests: 5,
};

export const budgets: Record<'section' | 'home' | 'claims', Budget> = {
	section: page,
	home: page,
	// The claims page has a script of its own.
	claims: { ...page, html: 20_000, all: 27_000, scripts: 5_500, elements: 1_800, requests: 5 },
};

/**
 * What every page is held to while it loads, is scrolled and its controls are used: how far it
 * shifts (CLS), and its longest task in ms with the processor slowed four times. Tests hold the
 * shift; the tasks only `npm run bench:weight`, since a test that asserts times fails on busy machines.
 */
export const flow = { shift: 0, longestTaskMs: 50 };

/** What a page may say. Chinese is counted in Han characters, English in words. */
export const writing = {
	/** Most Han characters of a section's prose: no abstract, notes, figures, nothing folded. */
	prose: {
		origin: 490,
		'technical-logic': 880,
		'industry-impact': 370,
		'application-scenarios': 340,
		risks: 130,
		'investment-advice': 330,
	} as Record<string, number>,
	/** English words for each Han character that the Chinese prose may have. */
	wordsPerHan: 0.8,
	/** Least and most of an abstract. */
	abstract: { zh: [90, 150], en: [60, 110] },
	/** Most notes of the sections together, and most minutes to read them. */
	notes: 20,
	minutes: 15,
} as const;

/**
 * What a page of ours may cost of Starlight's page of the same Markdown. The quoted figures are
 * those of its longest section, for runs that cannot fetch it.
 */
export const peer = { ratio: 0.4, quoted: { all: 49_692, requests: 12 } };
