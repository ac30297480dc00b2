/** What is said of checks: signs, counts and sentences, for blocks, figures and lists. */
import type { Language } from '../base/languages.ts';
import { wordsIn } from '../base/words/index.ts';
import { claimAnchor, claimPath } from './addresses.ts';
import { readMatters } from './readers.ts';
import { checks, type Claim, type Matter } from './claims-schema.ts';

/** Signs of the checks that are verdicts; the others have none. */
export const signs = { confirmed: '✓', 'agrees-with-its-source': '=', conflict: '≠' } as const;

/** How many claims there are of each value of a field. */
export function countBy<Field extends 'check' | 'kind'>(
	claims: readonly Claim[],
	field: Field,
): Record<Claim[Field], number> {
	const groups = Map.groupBy(claims, (claim) => claim[field]);
	return Object.fromEntries(Array.from(groups, ([value, all]) => [value, all.length])) as never;
}

/** Matters that some of the claims belong to and that say otherwise than the report. */
export const differing = (claims: readonly Claim[]): Matter[] =>
	readMatters().filter(
		({ kind, claims: ids }) => kind === 'differs' && claims.some(({ id }) => ids.includes(id)),
	);

/**
 * The link that ends a block: its address, its signs and a sentence for readers who cannot see them.
 * Nothing where no claim has a verdict.
 */
export function verdictsOf(claims: readonly Claim[], language: Language) {
	const judged = claims.filter(({ check }) => check in signs);
	if (judged.length === 0) return undefined;
	const { claims: words, check: names } = wordsIn(language).claims;
	const counts = countBy(claims, 'check');
	const parts = checks.flatMap((one) =>
		counts[one] ? words.counted(counts[one], names[one]) : [],
	);
	const found = (Object.keys(signs) as (keyof typeof signs)[]).filter((check) => counts[check]);
	/** Two bare numbers side by side would not be part of the sentence that names the link. */
	const count = (check: Claim['check']) =>
		found.length === 1 && counts[check] > 1 ? counts[check] : '';
	return {
		path: claimPath(judged[0]!, language),
		/** Fragments of the entries, separated by spaces. */
		entries: judged.map(claimAnchor).join(' '),
		/** `12 条：3 条已证实，2 条与所据相符`. */
		sentence: words.counts(claims.length, parts),
		signs: found.map((check) => ({ check, text: `${signs[check]}${count(check)}` })),
	};
}
