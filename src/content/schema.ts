/**
 * What may be in `content/` besides claims and matters. Each field has one sentence for the
 * writer, which is quoted when the field is refused and shown by editors. Needs only zod, so that
 * plain Node, Astro and Vitest read the same schema.
 */
import { z } from 'zod';
import { idMaximumLength } from '../base/ids.ts';
import { defaultLanguage, languages } from '../base/languages.ts';
import { bilingual, both, claims, dateText, id, key, lastPage } from './fields.ts';
import { listOf, number, pagesText, text, textsOf } from './fields.ts';
import { refuseFaults } from './rules.ts';

/** Frontmatter of `content/<language>/<page>.mdx`. */
export const pageSchema = z.strictObject({
	title: text().max(60).describe('Name of the section in navigation and h1.'),
	summary: text()
		.max(240)
		.regex(/[。.]$/, 'expected one whole sentence that ends with a full stop')
		.describe('One whole sentence, 30 to 80 Han characters: deck, list on home, description.'),
	pages: pagesText
		.optional()
		.describe('Pages of the report this section covers, with an en dash: 7–10. Sections only.'),
	coverage: z
		.enum(['body', 'partial', 'key-points'])
		.optional()
		.describe("How much of the section's body the excerpt has. Sections only."),
	updated: dateText.describe('Day of the last change a reader would notice: 2026-11-23.'),
	draft: z.boolean().optional().describe('true keeps the page out of the build, in each language.'),
});
export type Page = z.infer<typeof pageSchema>;

/** `content/report.yaml`. */
export const reportSchema = z
	.strictObject({
		title: bilingual().describe('Title of the report.'),
		series: bilingual().describe('Series of the report and its number there.'),
		institute: bilingual().describe('Who published the report.'),
		published: dateText.describe('Day the report was published.'),
		prices: dateText.describe('Day whose closing prices the report uses.'),
		pageCount: z.int().min(1, { abort: true }).describe('Number of pages of the report.'),
		pagesRead: pagesText.describe('Pages of the report that the excerpt has: 1–10.'),
		authors: listOf(bilingual()).min(1).describe('Authors in the order of the cover.'),
		site: bilingual().describe('Name of this site.'),
		editor: bilingual().describe('Who answers for this site; used in citations.'),
		sections: listOf(id())
			.min(1)
			.describe('File names of the section pages without ending, in reading order.'),
	})
	.superRefine(
		refuseFaults(({ prices, published, pagesRead, pageCount }) => [
			[prices > published, 'prices', 'a day before the report was published'],
			[lastPage(pagesRead) > pageCount, 'pagesRead', 'pages that the report has'],
		]),
	);
export type Report = z.infer<typeof reportSchema>;

/** What a term's fragment begins with: `/glossary/#term-rlhf`. */
export const termPrefix = 'term-';

/** One entry of `content/glossary.yaml`. */
export const termSchema = bilingual({
	id: id(idMaximumLength - termPrefix.length).describe('Key that <Term id="…"> names.'),
	abbr: text().optional().describe('Its abbreviation, if people use one.'),
	definition: bilingual().describe('What it means, one sentence each.'),
	aliases: listOf(text()).default([]).describe('Other words readers may look for.'),
});
export type Term = z.infer<typeof termSchema>;

/** The whole of `content/glossary.yaml`. */
export const glossarySchema = listOf(termSchema, 'id', ...languages, ...textsOf('definition'));

/** `src/figures/<id>/figure.yaml`: the words around one of our figures. */
export const figureSchema = z.strictObject({
	title: bilingual().describe('The finding, as a headline.'),
	finding: bilingual().describe('Caption: what is shown, on which basis, in which unit.'),
	source: bilingual({}, { linked: true }).describe('Where the numbers come from.'),
	caveat: bilingual().optional().describe('What a reader must know before comparing numbers.'),
	data: listOf(key()).min(1).describe('Names of the CSV files in content/data it is drawn from.'),
	claims: listOf(key()).describe('Claims the figure shows.'),
});

/** `content/names.yaml`. */
export const namesSchema = z.strictObject({
	names: listOf(
		bilingual({
			kind: z.enum(['company', 'person', 'product', 'term']).describe('What the name is of.'),
			also: listOf(text()).default([]).describe('Codes, short forms and other names.'),
		}),
		defaultLanguage,
	),
	questions: listOf(
		z.strictObject({
			ask: listOf(text()).min(1).describe('Words of questions in both languages.'),
			find: bilingual().describe('What to look for instead, in each edition.'),
		}),
		'ask',
	),
});
export type Names = z.infer<typeof namesSchema>;

/**
 * Columns of `content/data/report-figures.csv`, in the order of the file: the report's figures and
 * tables, as its lists name them. `excerpt` says how much of each the excerpt has (`whole`, its
 * `title` only, `none`), `ours` the figure of ours on the same matter. Columns of our figures are in
 * their folders (`src/figures/<id>/figure.ts`); any other CSV is refused.
 */
export const reportFigureColumns = z.strictObject({
	id: id(),
	...both('label', 'title'),
	page: number().refine((page) => Number.isInteger(page) && page > 0, 'expected a page'),
	excerpt: z.enum(['whole', 'title', 'none']),
	ours: text({ empty: true }),
	claim: claims(),
});
