import type { APIRoute } from 'astro';
import { checks, claimSchema } from '../content/claims-schema.ts';

/**
 * Filters the list of claims without script: a choice is a link to itself, and its being `:target`
 * hides the entries of other values. A section needs no rule: its link leads to its heading.
 */
export const GET: APIRoute = () => {
	const values = Object.entries({ check: checks, kind: claimSchema.shape.kind.options });
	const rules = values.flatMap(([facet, all]) =>
		all.map((value) => {
			const fits = `[data-${facet}='${value}']`;
			const hidden = [
				`.entry:not(${fits})`,
				`.entries:not(:has(${fits}))`,
				`h2:not(:has(+ .permalink + .entries ${fits}, + .entries ${fits}))`,
				// Only the script counts what a choice leaves.
				'.filter-shown',
			];
			return `.reference:has(#only-${value}:target) :is(${hidden.join()}) { display: none }`;
		}),
	);
	return new Response(rules.join('\n'), { headers: { 'content-type': 'text/css' } });
};
