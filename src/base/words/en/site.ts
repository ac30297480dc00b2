import { formatPages } from '../../numbers.ts';
import type { words as zh } from '../zh/site.ts';

/** What pages say around the text in English. */
export const words: typeof zh = {
	skipToContent: 'Skip to content',
	menu: 'Contents',
	sections: 'Sections',
	outline: 'On this page',
	home: 'Home',
	breadcrumbs: 'You are here',
	pager: 'Previous and next section',
	previous: 'Previous',
	next: 'Next',
	search: 'Search',
	themeLight: 'Theme: light',
	themeDark: 'Theme: dark',
	otherLanguage: '中文',
	unfetched: 'A file could not be fetched. If it fails again, reload the page.',
	abstract: 'Abstract',
	lacks: 'Not in the excerpt',
	listing: (title) => `${title} (our example, not in the report)`,
	note: 'Editor’s note',
	readingTime: (minutes, words) => `About ${minutes} min (${words} words)`,
	reportPages: (pages) => `Report ${formatPages(pages, 'en')}`,
	updated: (date) => `Updated ${date}`,
	coverage: {
		body: 'Written from the report’s body and its key-points page.',
		partial: 'The excerpt stops midway through this section; the rest follows the key-points page.',
		'key-points': 'The excerpt lacks this section’s body; this page follows the key-points page.',
	},
	ordinal: (numeral) => `Section ${numeral}`,
	place: {
		cover: 'cover',
		'key-points': 'key-points page',
		contents: 'contents',
		body: 'body',
		valuation: 'valuation table',
		throughout: 'throughout',
	},
	reportRef: {
		figure: (numbers) => `report Fig. ${numbers}`,
		table: (numbers) => `report Table ${numbers}`,
	},
	placePages: (place, pages) => `${place} ${formatPages(pages, 'en')}`,
	notAdvice: 'A summary of someone else’s research; not investment advice.',
	bothEditions: { both: 'English beside Chinese', alone: 'English only' },
	wholeReport: {
		title: 'All on one page',
		summary:
			'The six sections, the errata and the glossary on one page, to read through, print or search in the browser.',
	},
	bylines: {
		report: 'Original report',
		guide: 'This guide',
		unaffiliated: 'unofficial, not connected with CITIC Securities',
		kind: 'Unofficial guide',
	},
	pagesRead: {
		text: (all, read, lacking) =>
			`The report has ${all} pages: ${formatPages(read, 'en')} were read; ${formatPages(lacking, 'en')} are not in the excerpt.`,
		key: { read: 'read', lacking: 'not in the excerpt' },
	},
	reportContents: {
		caption: 'The report’s 16 figures and 2 tables',
		label: 'Number',
		title: 'Title',
		page: 'Page',
		excerpt: 'In the excerpt',
		ours: 'Our figure',
		state: { whole: 'whole', title: 'title and source only', none: 'no' },
	},
	imprint: {
		editor: 'Written by',
		updated: 'Updated',
		licence: 'Licence',
		licenceText:
			'Our text and figures: CC BY 4.0. The original report belongs to its owners and is not covered by this licence.',
		errors: 'Report an error',
		errorsText:
			'If a figure, a reference or a check is wrong, please tell us, with the paragraph’s link: ',
		errorsHere: 'the issue page of this site’s repository',
	},
	footerSource: (institute, title, date) => `Original report: ${institute}, ${title}, ${date}`,
	footerText:
		'The words are ours; numbers in the text follow the report. Editor’s notes link to primary sources.',
	/** In the dev server only. */
	onlyBuilt:
		'Paragraph links, share pages, Markdown versions and the search are made by npm run build; look at them with npm run preview.',
	markdownTwin: 'This page as Markdown',
	notFoundTitle: 'No such page',
	notFoundText:
		'The address may have been cut short, or may include text that followed it. Start from the sections below, or search.',
	allSections: 'All sections and headings',
	llms: {
		notes: [
			'The report and this site are two works: for figures and opinions cite the report; for a summary, a figure of ours or an editor’s note cite this site. A summary of someone else’s research; not investment advice.',
			'Each page is also available as Markdown, at its name with `.md`, made from the page with the same words. The `{#id}` after a heading is permanent: add it to the page’s address after `#`. Every claim of the report has a number and a verdict; see the claims page.',
		],
		pages: 'Pages',
		reference: 'Checks and terms',
		data: 'Data',
		claims: 'every claim with its place in the report and its verdict',
		otherEdition: 'Chinese edition',
	},
	figures: {
		table: 'Data table',
		download: 'Download',
		captionOf: (label) => `Data for ${label}`,
		source: 'Source',
		caveat: 'Note',
		check: 'Checked',
		checked: (claims) => `${claims} ${claims === 1 ? 'claim' : 'claims'}`,
		differing: (claims) => `${claims} with discrepancies`,
	},
};
