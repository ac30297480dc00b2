/**
 * What may stand in `content/`. Each field carries one sentence for the writer; the same sentence
 * is quoted when the field is refused, so this file is the manual and the customs house in one.
 * Needs only zod, so that plain Node, Astro and Vitest read the same schema.
 */
import { z } from 'zod';
import { idMaximumLength, idPattern } from '../base/ids.ts';
import { trackingParameter } from '../base/urls.ts';

export { tableSchemas, type Row, type TableName } from './table-schemas.ts';

/** A calendar date that exists: `2026-02-30` is refused. */
export function isCalendarDate(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether a text names pages in order: `11`, `7–10`, `7–8, 10`. */
export function isPageRange(text: string): boolean {
	if (!/^\d+(–\d+)?(, \d+(–\d+)?)*$/.test(text)) return false;
	const numbers = text.split(/, |–/).map(Number);
	return numbers.every((page, at) => page >= 1 && (at === 0 || page > numbers[at - 1]!));
}

/** Text between spaces: none at the ends, none empty. */
export const text = () =>
	z
		.string()
		.min(1, 'a text that is not empty')
		.refine((value) => value === value.trim(), 'a text without spaces at its ends');

export const bilingual = () =>
	z.strictObject({
		zh: text().describe('The Chinese text.'),
		en: text().describe('The English text.'),
	});

// YAML as Astro reads it turns an unquoted date into a Date and `11` into a number.
export const dateText = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z.string().refine(isCalendarDate, 'a date of the calendar such as 2026-11-23'),
);
const pagesText = z.preprocess(
	(value) => (typeof value === 'number' ? String(value) : value),
	z.string().refine(isPageRange, 'pages such as 7–10 (with an en dash) or 11'),
);

/** An id that is published as a fragment: heading, figure, row. */
export const publicId = () =>
	z
		.string()
		.regex(idPattern, 'an id of lower-case ASCII words joined by hyphens, such as rlhf-steps')
		.max(idMaximumLength, `an id of at most ${idMaximumLength} characters`);

/** A key inside `content/`, never published as a fragment, so it may be longer. */
export const key = () =>
	z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'a key of lower-case ASCII words joined by hyphens');

export const httpsUrl = () =>
	z
		.string()
		.refine((value) => /^https:\/\/[^\s]+$/.test(value) && URL.canParse(value), 'an https address')
		.refine((value) => !trackingParameter.test(value), 'an address without tracking');

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
	check: z
		.enum(['confirmed', 'unverified', 'conflict', 'not-checkable'])
		.describe('What the check against primary sources found.'),
	note: z
		.strictObject({ zh: z.string(), en: z.string() })
		.describe('What the check found, for readers; both empty when there is nothing to say.'),
	sources: z
		.array(
			z.strictObject({
				url: httpsUrl().describe('Address of the primary source, without tracking.'),
				title: text().describe('What the source is: title, who, year.'),
				read: dateText.describe('Day it was read.'),
			}),
		)
		.describe('Primary sources the check used.'),
});
export type Claim = z.infer<typeof claimSchema>;

/** The whole of `content/claims.json`. */
export const claimsSchema = z
	.array(claimSchema)
	.min(1)
	.superRefine((claims, { addIssue }) => {
		const taken = new Set<number>();
		claims.forEach(({ number }, at) => {
			if (taken.has(number)) {
				const message = 'a number that no other claim has';
				addIssue({ code: 'custom', path: [at, 'number'], message, input: number });
			}
			taken.add(number);
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
