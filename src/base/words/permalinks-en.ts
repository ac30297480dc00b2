/** Words of the link menu in English, loaded with it. */
export const words: typeof import('./permalinks-zh.ts').words = {
	menu: 'Copy this paragraph',
	passageMenu: 'Quote the selected words',
	link: 'Link',
	markdown: 'Markdown',
	quote: 'Quote',
	passage: 'Link to quote',
	cite: 'Cite',
	copied: (what: string) => `${what} copied`,
	refused: 'The browser does not allow copying; please copy by hand',
	failed: 'The citation could not be fetched; please try again',
};
