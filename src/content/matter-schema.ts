/** What may stand in `content/matters.yaml`, one entry a matter. */
import { z } from 'zod';
import { hanCount, wordCount } from '../base/han.ts';
import { bilingual, httpsUrl, key, publicId, text } from './fields.ts';
import { placeSchema } from './schema.ts';
import { sourceOf } from './source-kinds.ts';

/** Most Han characters and English words of a note, by the weight of its matter. */
export function noteBudget(weight: number): { zh: number; en: number } {
	return weight === 3 ? { zh: 60, en: 40 } : { zh: 45, en: 30 };
}

/** Sources give a day, or only a month or a year where that is all that was read. */
const looseDate = z.preprocess(
	(value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
	z
		.string()
		.regex(/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/, "a day, a month or a year: 2022-06-21, '2022'"),
);

const sourceSchema = sourceOf({
	title: text().describe('Title of the source, in its own language.'),
	publisher: text().describe('Who published it; of a copy, the site in brackets.'),
	date: looseDate.describe('Day, month or year of the source, as far as it was read.'),
	how: bilingual().describe('What was read and how, one sentence.'),
	archive: httpsUrl().optional().describe('Address of an archived copy.'),
}).refine(({ date, read }) => date <= read, {
	path: ['read'],
	message: 'a day after the source appeared',
});

/** One entry of `content/matters.yaml`. */
export const matterSchema = z
	.strictObject({
		id: publicId().describe('Key that <Note matter="…"> names and link of the entry in /notes/.'),
		weight: z
			.number()
			.int()
			.min(0)
			.max(3)
			.describe('3 changes a conclusion, 2 a figure or an attribution, 1 small, 0 spelling.'),
		kind: z.enum(['differs', 'adds']).describe('differs from the source, or adds what it leaves out.'),
		claims: z.array(key()).min(1).describe('Claims it concerns, ids of claims.json.'),
		report: z
			.strictObject({
				place: z.array(placeSchema).min(1).describe('Where the report says it.'),
				zh: text().describe('What the report says, in Chinese.'),
				en: text().describe('What the report says, in English.'),
			})
			.describe('The report.'),
		source: z
			.strictObject({
				zh: text().describe('What the sources say, in Chinese.'),
				en: text().describe('What the sources say, in English.'),
				where: bilingual().describe('Where in the sources.'),
			})
			.describe('The sources.'),
		note: bilingual().describe('The editor’s note: 45 Han or 30 words, 60 or 40 at weight 3.'),
		sources: z.array(sourceSchema).describe('Sources with the day they were read.'),
	})
	.superRefine(({ note, weight }, { addIssue }) => {
		const most = noteBudget(weight);
		const refuse = (language: 'zh' | 'en', message: string) =>
			addIssue({ code: 'custom', path: ['note', language], message, input: note[language] });
		if (hanCount(note.zh) > most.zh) refuse('zh', `at most ${most.zh} Han characters`);
		if (wordCount(note.en) > most.en) refuse('en', `at most ${most.en} words`);
	});
export type Matter = z.infer<typeof matterSchema>;

/** The whole of `content/matters.yaml`, by weight. */
export const mattersSchema = z.array(matterSchema).superRefine((matters, { addIssue }) => {
	matters.forEach(({ weight }, at) => {
		const before = matters[at - 1]?.weight ?? 3;
		if (weight <= before) return;
		const message = `at most ${before}: matters stand by weight`;
		addIssue({ code: 'custom', path: [at, 'weight'], message, input: weight });
	});
});
