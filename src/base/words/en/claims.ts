import type { words as zh } from '../zh/claims.ts';

/** Words of the claims, notes and glossary pages and of their popovers, in English. */
export const words: typeof zh = {
	reference: 'Checks and reference',
	claims: {
		title: 'Claims, checked',
		summary: (count) =>
			`The report’s ${count} claims, one by one: where each stands, what kind it is, and what the check found.`,
		counted: (count, check) => `${count} ${check.toLowerCase()}`,
		counts: (count, parts) => `${count} claim${count === 1 ? '' : 's'} here: ${parts.join(', ')}`,
		total: (count) => `${count} claim${count === 1 ? '' : 's'}`,
		chartTitle: (count) => `${count} claims at a glance`,
		chart: 'Discrepancies in the rows are counted by matter: one may concern several claims.',
		matters: (count) => `${count} discrepanc${count === 1 ? 'y' : 'ies'}`,
	},
	check: {
		confirmed: 'Confirmed',
		'agrees-with-its-source': 'Agrees with its source',
		conflict: 'Differs',
		unverified: 'Not verified',
		'not-checkable': 'No verdict',
	},
	checkMeaning: {
		confirmed: 'a fact or an estimate borne out by a source other than the report’s own',
		'agrees-with-its-source': 'as in the source the report follows, so no independent evidence',
		conflict: 'a source, or the report itself, says otherwise: see Errata and discrepancies',
		unverified: 'the sources found settle it in part or not at all',
		'not-checkable': 'an opinion or a forecast, or nothing public to check it against',
	},
	kind: { fact: 'Fact', estimate: 'Estimate', opinion: 'Opinion', forecast: 'Forecast' },
	filter: {
		label: 'Filter',
		all: 'All',
		shown: (shown, all) => `Showing ${shown} of ${all} claims`,
	},
	downloads: 'Download',
	schema: 'fields',
	read: (date) => `read ${date}`,
	mentions: 'Appears in',
	mentionIn: { note: 'editor’s note' },
	notes: {
		title: 'Errata and discrepancies',
		summary: (matters, differs) =>
			`The check found ${matters} matters: ${differs} differ from the report, and the rest add to it. They are listed by weight, with what the report says, what the sources say, and what was read.`,
		weight: {
			3: 'What changes a conclusion',
			2: 'What affects a figure or an attribution',
			1: 'Details',
			0: 'Spelling',
		},
		kind: { differs: 'Differs', adds: 'Adds' },
		report: 'Report',
		source: 'Sources',
		claims: 'Claims',
		copy: ', copy',
		archive: 'Archived copy',
		dated: (published, read) => `, ${published}; read ${read}. `,
		more: 'sources',
		moreOf: (note) => `Sources of this editor’s note: ${note}`,
	},
	glossary: {
		title: 'Glossary',
		summary: (count) =>
			`The ${count} terms this site uses: names in English and Chinese, abbreviations, a one-sentence definition each, and where they occur.`,
		also: 'Also',
	},
};
