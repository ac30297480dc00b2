/** The three things by which claims are sorted and filtered. */
import { claimSchema, type Claim } from '../content/schema.ts';

/** How a check may end: best first, then what no check can settle. */
export const checks = ['confirmed', 'conflict', 'unverified', 'not-checkable'] as const;

/** Kinds of statement, as the schema lists them. */
export const kinds = claimSchema.shape.kind.options;

/** How many claims there are of each value of a facet. */
export function countBy<Facet extends 'check' | 'kind' | 'section'>(
	claims: readonly Claim[],
	facet: Facet,
): Record<Claim[Facet], number> {
	const counts: Record<string, number> = {};
	for (const claim of claims) counts[claim[facet]] = (counts[claim[facet]] ?? 0) + 1;
	return counts as Record<Claim[Facet], number>;
}
