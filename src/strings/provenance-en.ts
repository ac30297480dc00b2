import type { ProvenanceWords } from './provenance-zh.ts';

/** Words of the claims, notes and glossary pages and of their popovers, in English. */
export const words: ProvenanceWords = {
	reference: 'Reference',
	claims: {
		title: 'Claims, checked',
		summary: (count) =>
			`The report’s ${count} claims, one by one: where each stands, what kind it is, and what the check found.`,
		number: (number) => `Claim ${number}`,
		mark: (number, check) => `Claim ${number}: ${check.toLowerCase()}`,
		chart: 'Each mark is one claim, in the order of the report; follow it to the entry.',
	},
	check: {
		confirmed: 'Confirmed',
		conflict: 'At odds',
		unverified: 'Not verified',
		'not-checkable': 'Not checkable',
	},
	checkMeaning: {
		confirmed: 'primary sources say so',
		conflict: 'at odds with primary sources or with the report itself',
		unverified: 'no source was found to check it against',
		'not-checkable': 'an opinion, a forecast or unpublished data',
	},
	kind: { fact: 'Fact', estimate: 'Estimate', opinion: 'Opinion', forecast: 'Forecast' },
	filter: {
		label: 'Filter',
		check: 'Check',
		kind: 'Kind',
		section: 'Section',
		all: 'All',
		shown: (shown, all) => `Showing ${shown} of ${all} claims`,
	},
	downloads: 'Download',
	schema: 'JSON Schema',
	sources: 'Primary sources',
	read: (date) => `read ${date}`,
	told: 'Told in',
	toldIn: { note: 'editor’s note', figure: '', missing: 'missing figures' },
	home: 'Home',
	more: 'Open this entry',
	moreTerm: 'Open the glossary',
	separator: '; ',
	listSeparator: ', ',
	notes: {
		title: 'Editor’s notes',
		summary: (count) =>
			`The ${count} places where the report is at odds with primary sources or itself: what it says, what they say, what we print. And the numbers, worked out again.`,
		conflicts: 'Where the report is at odds',
		report: 'Report',
		source: 'Sources',
		internal: 'Check',
		ours: 'This site',
		quote: (text) => `“${text}”`,
		entry: (number) => `Claim ${number}`,
	},
	glossary: {
		title: 'Glossary',
		summary: (count) =>
			`The ${count} terms this site uses: names in English and Chinese, abbreviations, a sentence each, and where they occur.`,
		also: 'Also',
	},
};
