/**
 * What the popovers of a page say, ready in its language, so that the browser needs neither the
 * claims nor any words of its own. Fetched on first use: `/popovers/zh/technical-logic.json`.
 */
import { claimById, readGlossary } from '../content/readers.ts';
import type { Claim, Term } from '../content/schema.ts';
import { languageRunsOf } from '../base/language-runs.ts';
import { languages, languageTags, type Language } from '../base/languages.ts';
import { formatDate } from '../base/numbers.ts';
import { locatorOf } from '../reading/locators.ts';
import { provenanceWords } from '../base/words/provenance.ts';
import { claimAnchor, termAnchor } from './addresses.ts';
import { tellings } from './tellings.ts';

/** A text and, where it is not the page's language, its `lang`. */
interface Words {
	text: string;
	lang?: string;
}

/** A primary source as a popover names it. */
export interface PopoverSource {
	url: string;
	/** Title, in runs of one language. */
	title: Words[];
	/** 2026 年 11 月 23 日读 */
	read: string;
}

/** One popover: of a claim or of a term. */
export interface Popover {
	/** How the claim's check ended: the sign of the heading. */
	check?: Claim['check'];
	/** 已证实, or the term. */
	heading: Words[];
	/** Short facts beside the heading: kind, place in the report; abbreviation, other language. */
	facts: Words[];
	/** The note, or the definition, in runs of one language. */
	text: Words[];
	sources?: PopoverSource[];
	/** Words of the link to the entry. */
	more: string;
}

/** All popovers of a page by the fragment of the entry: `claim-42`, `term-rlhf`. */
export interface PopoverTexts {
	/** Heading of the list of sources. */
	sources: string;
	popovers: Record<string, Popover>;
}

function claimPopover(claim: Claim, language: Language): Popover {
	const words = provenanceWords[language];
	return {
		check: claim.check,
		heading: [{ text: words.check[claim.check] }],
		facts: [
			{ text: words.kind[claim.kind] },
			{ text: locatorOf([claim], language) },
			{ text: words.claims.number(claim.number) },
		],
		text: languageRunsOf(claim.note[language], language),
		...(claim.sources.length > 0
			? {
					sources: claim.sources.map(({ url, title, read }) => ({
						url,
						title: languageRunsOf(title, language),
						read: words.read(formatDate(read, language)),
					})),
				}
			: {}),
		more: words.more,
	};
}

function termPopover(term: Term, language: Language): Popover {
	const other = languages.find((candidate) => candidate !== language)!;
	const facts: Words[] = [
		...(term[other] === term[language] ? [] : [{ text: term[other], lang: languageTags[other] }]),
		...(term.abbr && term.abbr !== term[language] ? [{ text: term.abbr }] : []),
	];
	return {
		heading: languageRunsOf(term[language], language),
		facts,
		text: languageRunsOf(term.definition[language], language),
		more: provenanceWords[language].moreTerm,
	};
}

/** The popovers of one page: every claim and every term it tells. */
export function popoverTextsOf(slug: string, language: Language): PopoverTexts {
	const told = tellings(language).filter(({ page }) => page === slug);
	const glossary = new Map(readGlossary().map((term) => [term.id, term]));
	const popovers: Record<string, Popover> = {};
	for (const { of, id } of told) {
		const claim = of === 'claim' ? claimById(id) : undefined;
		const term = of === 'term' ? glossary.get(id) : undefined;
		if (claim) popovers[claimAnchor(claim)] ??= claimPopover(claim, language);
		if (term) popovers[termAnchor(id)] ??= termPopover(term, language);
	}
	return { sources: provenanceWords[language].sources, popovers };
}
