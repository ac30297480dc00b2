/**
 * What may stand in `content/`. Each field carries one sentence for the writer; the same sentence
 * is quoted when the field is refused, so this file is the manual and the customs house in one.
 * Needs only zod, so that plain Node, Astro and Vitest read the same schema.
 */
import { z } from 'zod';
import { idMaximumLength } from '../base/ids.ts';
import { bilingual, dateText, key, pagesText, publicId, text } from './fields.ts';
import { sourceOf } from './source-kinds.ts';

export { tableSchemas, type Row, type TableName } from './table-schemas.ts';

/** Frontmatter of `content/<language>/<page>.mdx`. */
export const pageSchema = z.strictObject({
	title: text()
		.max(60, 'at most 60 characters')
		.describe('Name of the section in navigation and h1.'),
	summary: text()
		.max(240, 'at most 240 characters')
		.regex(/[。.]$/, 'one whole sentence that ends with a full stop')
		.describe('One whole sentence, 30 to 80 Han characters: deck, list on home, description.'),
	pages: pagesText
		.optional()
		.describe('Pages of the report this section covers, with an en dash: 7–10. Sections only.'),
	coverage: z
		.enum(['body', 'partial', 'key-points'])
		.optional()
		.describe(
			"How much of the section's body the excerpt has: body, partial or key-points. Sections only.",
		),
	updated: dateText.describe('Day of the last change a reader would notice: 2026-11-23.'),
});
export type Page = z.infer<typeof pageSchema>;

/** `content/report.yaml`. */
export const reportSchema = z.strictObject({
	title: bilingual().describe('Title of the report.'),
	series: bilingual().describe('Series of the report and its number there.'),
	institute: bilingual().describe('Who published the report.'),
	published: dateText.describe('Day the report was published.'),
	prices: dateText.describe('Day whose closing prices the report uses.'),
	pageCount: z.number().int().min(1).describe('Number of pages of the report.'),
	pagesRead: pagesText.describe('Pages of the report that the excerpt has: 1–10.'),
	authors: z.array(bilingual()).min(1).describe('Authors in the order of the cover.'),
	site: bilingual().describe('Name of this site.'),
	editor: bilingual().describe('Who answers for this site; used in citations.'),
	sections: z
		.array(publicId())
		.min(1)
		.describe('File names of the section pages without ending, in reading order.'),
});
export type Report = z.infer<typeof reportSchema>;

export const placeSchema = z
	.strictObject({
		part: z
			.enum([
				'cover',
				'key-points',
				'contents',
				'body',
				'figure',
				'table',
				'valuation',
				'throughout',
			])
			.describe('Part of the report where the claim stands.'),
		ref: text()
			.regex(/^[图表] ?\d+$/, 'the report’s own label such as 图 4')
			.optional()
			.describe('Label of the report’s figure or table: 图 4. Only with part figure or table.'),
		pages: pagesText.optional().describe('Pages where known: 7–8.'),
	})
	.refine(
		({ part, ref }) => (part === 'figure' || part === 'table') === (ref !== undefined),
		'ref with part figure or table, and only there',
	);

/**
 * How a check may end. `confirmed`: by a source the report did not take it from;
 * `agrees-with-its-source`: as the source says that the report follows; `conflict`: a source or the
 * report itself says otherwise; `unverified`: the sources found settle it in part or not at all.
 */
export const checks = [
	'confirmed',
	'agrees-with-its-source',
	'conflict',
	'unverified',
	'not-checkable',
] as const;

/** Why a claim cannot have its check, if it cannot. */
function faultOfCheck({ kind, check, sources }: z.infer<typeof claimSchema>) {
	const isJudgement = kind === 'opinion' || kind === 'forecast';
	if (isJudgement && check !== 'not-checkable') {
		return 'not-checkable: opinions and forecasts carry no verdict';
	}
	const isOwn = sources.some(({ kind }) => kind !== 'author' && kind !== 'copy');
	if (check === 'confirmed' && !isOwn) {
		return 'a check other than confirmed: no source is one the report did not follow';
	}
	const isBare = check === 'agrees-with-its-source' && sources.length === 0;
	return isBare ? 'a check with a source' : undefined;
}

/** One entry of `content/claims.json`. */
export const claimSchema = z.strictObject({
	id: key().describe('Permanent key of the claim.'),
	number: z
		.number()
		.int()
		.min(1)
		.describe('Permanent number of the claim, the next free one: its link is /claims/#claim-42.'),
	section: publicId().describe('Section of the report the claim belongs to.'),
	kind: z
		.enum(['fact', 'opinion', 'forecast', 'estimate'])
		.describe('What sort of statement the report makes.'),
	statement: bilingual().describe('The claim in our own words, one sentence.'),
	figures: z.array(text()).describe('Numbers, names and dates of the claim, exactly as printed.'),
	places: z.array(placeSchema).min(1).describe('Where in the report the claim stands.'),
	check: z.enum(checks).describe('What the check against sources found.'),
	note: z
		.strictObject({ zh: z.string(), en: z.string() })
		.describe('What the check found, for readers; both empty when there is nothing to say.'),
	sources: z
		.array(
			sourceOf({
				title: text().describe('What the source is: title, who, year; of a copy, where it stands.'),
			}),
		)
		.describe('Sources the check used, the primary one first.'),
});
export type Claim = z.infer<typeof claimSchema>;

/** The whole of `content/claims.json`. */
export const claimsSchema = z
	.array(claimSchema)
	.min(1)
	.superRefine((claims, { addIssue }) => {
		claims.forEach((claim, at) => {
			const before = claims[at - 1]?.number ?? 0;
			const refuse = (field: 'number' | 'check' | 'sources', message: string) =>
				addIssue({ code: 'custom', path: [at, field], message, input: claim[field] });
			if (claim.number <= before) refuse('number', `a number above ${before}: numbers never change`);
			const fault = faultOfCheck(claim);
			if (fault) refuse('check', fault);
			if (claim.sources[0]?.kind === 'copy') refuse('sources', 'the primary source before a copy');
		});
	});

/** What a term's fragment begins with: `/glossary/#term-rlhf`. */
export const termPrefix = 'term-';

/** One entry of `content/glossary.yaml`. */
export const termSchema = z.strictObject({
	id: key()
		.max(
			idMaximumLength - termPrefix.length,
			`a key of at most ${idMaximumLength - termPrefix.length} characters`,
		)
		.describe('Key that <Term id="…"> names; with “term-” before it, the link of the entry.'),
	zh: text().describe('The term in Chinese.'),
	en: text().describe('The term in English, lower case unless a name.'),
	abbr: text().optional().describe('Its abbreviation, if people use one.'),
	definition: bilingual().describe('What it means, one sentence each.'),
	aliases: z.array(text()).default([]).describe('Other words readers may look for.'),
});
export type Term = z.infer<typeof termSchema>;

/** The whole of `content/glossary.yaml`. */
export const glossarySchema = z.array(termSchema);

/** `src/figures/<id>/figure.yaml`: the words around one of our figures. */
export const figureSchema = z.strictObject({
	title: bilingual().describe('The finding, as a headline.'),
	finding: bilingual().describe('Caption: what is shown, on which basis, in which unit.'),
	source: bilingual().describe('Where the numbers come from.'),
	caveat: bilingual().optional().describe('What a reader must know before comparing numbers.'),
	data: z.array(text()).min(1).describe('Names of the CSV files in content/data it is drawn from.'),
	claims: z.array(key()).describe('Claims the figure shows.'),
});
export type FigureWords = z.infer<typeof figureSchema>;

/** A figure of ours: its folder's name, its number in reading order (1 is 图一) and its words. */
export type FigureEntry = FigureWords & { id: string; number: number };
