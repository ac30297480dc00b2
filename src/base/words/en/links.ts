import type { words as zh } from '../zh/links.ts';

/** Words of links and citations in English; the menu loads them when it is first asked for. */
export const words: typeof zh = {
	menu: (name) => `Link to “${name}”`,
	link: 'Copy link',
	share: 'Share…',
	passage: 'Copy link to selected words',
	quote: 'Quote',
	embed: 'Embed code',
	copyPage: 'Copy page as Markdown',
	pageFailed: 'Not copied; please open the link and copy from there',
	cite: 'Cite',
	plainText: 'APA',
	copied: (what) => `${what}: copied`,
	linkCopied: 'Link copied',
	refused: 'The browser does not allow copying; please copy by hand',
	failed: 'The citation could not be fetched; please try again',
	inReport: (place) => place && `, report ${place}`,
	cardSource: (institute, date) => `Report: ${institute}, ${date}`,
	wordingOf: (date) => `Wording of ${date}`,
	unknown: (what) => `“${what}” was not found. Perhaps you are looking for:`,
	keys: {
		title: 'Keyboard shortcuts',
		close: 'Close',
		alone: 'Enable the single keys / and ?',
		keys: [
			[['/', 'Ctrl K', '⌘ K'], 'Search'],
			[['↑', '↓'], 'Move between search results, or between the links ¶ of paragraphs'],
			[
				['Enter'],
				'Open; on ¶ copy the link and open its menu, on verdicts and terms open the card',
			],
			[['Esc'], 'Close the window, menu or card that is open'],
			[['?', 'Ctrl /'], 'Show this list'],
		],
	},
	changes: {
		title: 'Changes',
		summary: 'What each release corrected: what a passage said and says now, when and why.',
		none: 'No release has corrected anything yet.',
		ofPage: 'Changes to this page',
		block: (id) => `paragraph ${id}`,
		was: 'It said',
		now: 'It says',
		removed: 'Removed',
		feed: 'Atom feed',
	},
};
