import type { SearchWords } from './search-zh.ts';

/** What the search says in English; the browser loads it with the search. */
export const words: SearchWords = {
	title: 'Search the full text',
	placeholder: 'Type any words you remember',
	submit: 'Search',
	close: 'Close',
	hint: 'Words match in all forms; quote exact phrases',
	home: 'Home',
	results: 'Search results',
	loading: 'Searching…',
	found: (hits, sections) =>
		`${hits} ${hits === 1 ? 'place' : 'places'} in ${sections} ${sections === 1 ? 'section' : 'sections'}`,
	none: (query) => `Nothing says “${query}”`,
	other: (count, isMore) =>
		`${isMore ? 'At least ' : ''}${count} ${count === 1 ? 'place' : 'places'} in the Chinese edition`,
	both: (one, other) => `${one}; ${other}`,
	labelled: (label, text) => `${label}: ${text}`,
	apart: 'The words, not together',
	closest: 'What comes closest (not exact)',
	related: {
		pinyin: (text) => `Pinyin for “${text}”`,
		glossary: (text) => `Also called “${text}”`,
	},
	kinds: {
		'key-point': 'Key point',
		note: 'Editor’s note',
		figure: 'Figure',
		table: 'Table',
		row: 'Table',
		code: 'Code',
	},
	notices: {
		rescued: 'Some search files did not arrive whole; the pages themselves were searched.',
		incomplete: 'Some pages could not be read; there may be more.',
		offline: 'There is no network; only the pages at hand were searched.',
	},
	failed:
		'Not every page could be read, so nobody can say that this is nowhere. Try again later, or start from the list of sections.',
	more: 'Search more pages',
	openPage: 'Open the search page',
	recent: 'Recent searches',
	forget: 'Clear',
	unmark: 'Clear marks',
};
