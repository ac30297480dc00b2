/** What may be in `content/claims.json` and `content/matters.yaml`, with their sources. */
import { z } from 'zod';
import { lengthOf } from '../base/han.ts';
import { isHan, languages } from '../base/languages.ts';
import { bilingual, dateText, id, isFuture, key, listOf } from './fields.ts';
import { looseDate, pagesText, text, textsOf } from './fields.ts';
import { numbersMissing } from './numerals.ts';
import { refuseFaults, httpsUrl, type Fault } from './rules.ts';

/**
 * Kinds of source, with their hosts without `www.`. `author`: who wrote the article the report
 * follows; `copy`: on another's site, which may be any other host.
 */
const sourceHosts = {
	company:
		'openai.com github.com github.blog blogs.microsoft.com microsoft.com nvidianews.nvidia.com ' +
		'ir.amd.com investor.qualcomm.com abc.xyz ir.mobileye.com digitalassets.tesla.com',
	sec: 'sec.gov',
	paper: 'arxiv.org',
	author: 'sequoiacap.com',
	press: 'economist.com protocol.com',
	copy: '',
};
type SourceKind = keyof typeof sourceHosts;
const sourceKinds = Object.keys(sourceHosts) as [SourceKind, ...SourceKind[]];

/** The kind of source that a host is. */
export function sourceKindOf(url: string): SourceKind {
	const host = new URL(url).hostname.replace(/^www\./, '');
	return sourceKinds.find((kind) => sourceHosts[kind].split(' ').includes(host)) ?? 'copy';
}

/** A source with the fields all have and some of its own; its host must be one of its kind. */
const sourceOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
	z
		.strictObject({
			url: httpsUrl().describe('Address that was read or seen, without tracking.'),
			...shape,
			kind: z.enum(sourceKinds).describe('Kind of source; its host must be one of that kind.'),
			read: dateText.describe('Day it was read.'),
		})
		.superRefine(
			refuseFaults(({ url, kind }: Record<string, unknown>) => {
				const own = sourceKindOf(url as string);
				return [[kind !== own, 'kind', `${own}, by the hosts in src/content/claims-schema.ts`]];
			}),
		);

/** Parts of the report in the order in which they are named: where it makes a claim first. */
export const parts = [
	...(['cover', 'key-points', 'contents', 'valuation'] as const),
	...(['body', 'figure', 'table', 'throughout'] as const),
];

const placeSchema = z
	.strictObject({
		part: z.enum(parts).describe('Part of the report with the claim.'),
		ref: text()
			.regex(/^[图表] ?\d+$/, 'expected the report’s own label such as 图 4')
			.optional()
			.describe('Label of the report’s figure or table: 图 4. Only with part figure or table.'),
		pages: pagesText.optional().describe('Pages where known: 7–8.'),
	})
	.refine(
		({ part, ref }) => (part === 'figure' || part === 'table') === (ref !== undefined),
		'expected ref with part figure or table, and only there',
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

/** One entry of `content/claims.json`. */
export const claimSchema = z
	.strictObject({
		id: key().describe('Permanent key of the claim.'),
		number: z
			.int()
			.min(1)
			.describe('Permanent number of the claim, the next free one: its link is /claims/#claim-42.'),
		section: id().describe('Section of the report the claim belongs to.'),
		kind: z
			.enum(['fact', 'opinion', 'forecast', 'estimate'])
			.describe('What sort of statement the report makes.'),
		statement: bilingual().describe('The claim in our own words, one sentence.'),
		figures: listOf(text()).describe('Numbers, names and dates of the claim, exactly as printed.'),
		places: listOf(placeSchema).min(1).describe('Where in the report the claim is.'),
		check: z.enum(checks).describe('What the check against sources found.'),
		note: bilingual({}, { empty: true }).describe(
			'What the check found, for readers; both empty when there is nothing to say.',
		),
		sources: listOf(
			sourceOf({
				title: text().describe(
					'What the source is: title, who, year; of a copy, whose site it is on.',
				),
			}),
			'url',
		).describe('Sources the check used, the primary one first.'),
	})
	.superRefine(
		refuseFaults(({ kind, check, sources, figures, statement }) => {
			const isJudged = check !== 'not-checkable' && (kind === 'opinion' || kind === 'forecast');
			const isOwn = sources.some((source) => source.kind !== 'author' && source.kind !== 'copy');
			const isBare = check === 'agrees-with-its-source' && sources.length === 0;
			const texts = Object.values(statement).join(' | ');
			// 4,152 as printed may be 4,152 亿 there.
			const bare = texts.replaceAll(/[百千万亿]/gu, ' ');
			const missing = figures.findIndex((one) => numbersMissing(one, texts, bare).length > 0);
			return [
				[isJudged, 'check', 'not-checkable for what nobody can know'],
				[check === 'confirmed' && !isOwn, 'check', 'another check: no source is independent'],
				[isBare, 'check', 'a check with a source'],
				[sources[0]?.kind === 'copy', 'sources', 'the primary source before a copy'],
				...languages.map((language): Fault => {
					const isOpen = !/[。.]$/.test(statement[language]);
					return [isOpen, ['statement', language], 'a sentence that ends with a full stop'];
				}),
				[missing >= 0, ['figures', missing], 'numbers of the statement'],
			];
		}),
	);
export type Claim = z.infer<typeof claimSchema>;

/** The whole of `content/claims.json`. */
export const claimsSchema = listOf(claimSchema, 'id', ...textsOf('statement')).min(1);

/** Lines of `content/claim-numbers`: the number of each claim that was released, and its id. */
export const claimNumbersSchema = listOf(
	z.string().regex(/^[1-9]\d* [a-z0-9-]+$/, 'expected “number id”'),
);

/** One entry of `content/matters.yaml`. */
export const matterSchema = z
	.strictObject({
		id: id().describe('Key that <Note matter="…"> names and link of the entry in /notes/.'),
		weight: z
			.literal([3, 2, 1, 0])
			.describe('3 changes a conclusion, 2 a figure or an attribution, 1 small, 0 spelling.'),
		kind: z.enum(['differs', 'adds']).describe('differs from the source, or adds to it.'),
		claims: listOf(key()).min(1).describe('Claims it concerns, ids of claims.json.'),
		report: bilingual({
			place: listOf(placeSchema).min(1).describe('Where the report says it.'),
		}).describe('What the report says.'),
		source: bilingual({ where: bilingual().describe('Where in the sources.') }).describe(
			'What the sources say.',
		),
		note: bilingual().describe('The editor’s note: 45 Han or 30 words, 60 or 40 at weight 3.'),
		sources: listOf(
			sourceOf({
				title: text().describe('Title of the source, in its own language.'),
				publisher: text().describe('Who published it; of a copy, the site in brackets.'),
				date: looseDate.describe('Day, month or year of the source, as far as it was read.'),
				how: bilingual().describe('What was read and how, one sentence.'),
				archive: httpsUrl().optional().describe('An archived copy, where one is known.'),
			}).refine(({ date, read }) => date <= read || isFuture(date), {
				path: ['read'],
				error: 'expected a day after the source appeared',
			}),
			'url',
		).describe('Sources with the day they were read.'),
	})
	.superRefine(
		refuseFaults(({ note, weight }) =>
			languages.map((language) => {
				const [most, unit] = isHan(language) ? [45, 'Han characters'] : [30, 'words'];
				const limit = weight === 3 ? (most * 4) / 3 : most;
				const isLong = lengthOf(note[language], language) > limit;
				return [isLong, ['note', language], `at most ${limit} ${unit}`];
			}),
		),
	);
export type Matter = z.infer<typeof matterSchema>;

/** The whole of `content/matters.yaml`. */
export const mattersSchema = listOf(matterSchema, 'id', ...textsOf('note'));
