/**
 * The ledger of permalinks: `content/anchors.json` holds every id ever published, and an entry is
 * never deleted. A build compares what it made with the ledger and stops where a link that people
 * may hold would break; `npm run ids` writes the ledger.
 *
 * An entry is in one of three states.
 * - `live`: the block stands on `page`. `from` names pages where it stood before; links to them
 *   still land, through `/moved.json`.
 * - `moved`: what the block said now stands in the block `to`.
 * - `retired`: it is gone for the reason given; links land at its successor `to`.
 * `to` is always a live id, so every redirect is one hop and there are no cycles.
 *
 * Whether an id still means the same is judged by three pieces of evidence, any one is enough:
 * 1. its fingerprint (see published.ts for what it covers) is at least 0.4 alike;
 * 2. it is of the same kind and tells a claim of the report that it told before, in which case all
 *    its words may have changed: the claim is the meaning;
 * 3. a person said so: `npm run ids -- --accept k7q2`, which records the new fingerprint.
 * `npm run ids` records fingerprints anew where 1 or 2 hold, so slow rewriting never adds up to a
 * refusal, and refuses the rest like the build does.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { blockKinds } from '../base/blocks.ts';
import { ContentError, type Complaint } from '../base/content-error.ts';
import { idMaximumLength, idPattern, isId } from '../base/ids.ts';
import { languages, type Language } from '../base/languages.ts';
import { similarityOf } from './fingerprint.ts';
import type { Published } from './published.ts';
import { sourceBlocksOf } from './source-blocks.ts';

/** Where the ledger stands in the repository. */
export const ledgerFile = 'content/anchors.json';

/** Least similarity at which two texts count as the same content. */
export const leastSimilarity = 0.4;

const publicId = z.string().regex(idPattern).max(idMaximumLength);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const common = {
	id: publicId,
	page: z.string().min(1),
	kind: z.enum(blockKinds),
	first: day,
	from: z.array(z.string()).optional(),
	claims: z.array(z.string()).optional(),
	fingerprint: z.partialRecord(z.enum(languages), z.string()),
};

export const entrySchema = z.discriminatedUnion('status', [
	z.strictObject({ ...common, status: z.literal('live') }),
	z.strictObject({ ...common, status: z.literal('moved'), to: publicId }),
	z.strictObject({
		...common,
		status: z.literal('retired'),
		to: publicId,
		reason: z.string().min(1),
	}),
]);
/** One id ever published. */
export type Entry = z.infer<typeof entrySchema>;
/** All of them, in the order they were first published. */
export type Ledger = readonly Entry[];

const mend = {
	record: 'Run npm run ids and commit content/anchors.json with the page.',
	gone: (id: string) =>
		`Put the block back, or say where its text went: npm run ids -- --move ${id} NEW-ID, or why it is gone: npm run ids -- --retire ${id} NEXT-ID "reason".`,
	restore: 'Restore content/anchors.json from the last commit and run npm run ids.',
};

/** Reads the ledger; an absent file is an empty ledger. Throws a `ContentError` if it is damaged. */
export function readLedger(file = ledgerFile): Entry[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
		throw error;
	}
	const damaged = (what: string, line = 1) =>
		new ContentError({ what, where: `${file}:${line}`, mend: mend.restore });
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		throw damaged(`Not JSON: ${(error as Error).message}.`);
	}
	const result = z.array(entrySchema).safeParse(parsed);
	if (result.success) return result.data;
	const { path, message } = result.error.issues[0]!;
	throw damaged(`Entry ${path.join('.')}: ${message}.`, Number(path[0] ?? -1) + 2);
}

/** The ledger as text: one entry a line, so that a diff shows one id a line. */
export function ledgerText(ledger: Ledger): string {
	return `[\n${ledger.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;
}

/** Writes the ledger. */
export function writeLedger(ledger: Ledger, file = ledgerFile): void {
	writeFileSync(file, ledgerText(ledger));
}

/** `content/anchors.json:12` of an entry; entries begin on line 2. */
const placeOf = (ledger: Ledger, entry: Entry) => `${ledgerFile}:${ledger.indexOf(entry) + 2}`;

/** Files of pages that are no MDX, both editions in one. */
const registers: Record<string, string> = {
	claims: 'content/claims.json',
	notes: 'content/claims.json',
	glossary: 'content/glossary.yaml',
};

/** The file a page's blocks are written in. */
const fileOf = (page: string, language: Language) =>
	registers[page] ?? `content/${language}/${page}.mdx`;

/** `content/zh/risks.mdx:22` of a block; without line where its id comes from a data file. */
function sourceOf({ id, page, language }: Pick<Published, 'id' | 'page' | 'language'>): string {
	const file = fileOf(page, language);
	if (!file.endsWith('.mdx') || !existsSync(file)) return file;
	const block = sourceBlocksOf(readFileSync(file, 'utf8')).find((source) => source.id === id);
	return block ? `${file}:${block.line}` : file;
}

/** Whether a published block still is what the ledger says of its id; see the file's docstring. */
export function isSameContent(entry: Entry, block: Published): boolean {
	const known = entry.fingerprint[block.language];
	if (known === undefined) return true;
	if (similarityOf(known, block.fingerprint) >= leastSimilarity) return true;
	return (
		entry.kind === block.kind &&
		block.claims.some((claim) => entry.claims?.includes(claim) === true)
	);
}

/** What is wrong inside the ledger: a redirect must lead to a live id, in one hop. */
function redirectComplaints(ledger: Ledger): Complaint[] {
	const byId = new Map(ledger.map((entry) => [entry.id, entry]));
	const doubled = ledger.filter((entry) => byId.get(entry.id) !== entry);
	return [
		...doubled.map((entry) => ({
			what: `“${entry.id}” has two entries.`,
			where: placeOf(ledger, entry),
			mend: mend.restore,
		})),
		...ledger.flatMap((entry): Complaint[] => {
			if (entry.status === 'live') return [];
			const target = byId.get(entry.to);
			if (target?.status === 'live') return [];
			const what = !target
				? `“${entry.id}” leads to “${entry.to}”, which was never published.`
				: target.to === entry.id
					? `“${entry.id}” and “${entry.to}” lead to each other.`
					: `“${entry.id}” leads to “${entry.to}”, which itself leads on to “${target.to}”.`;
			return [
				{
					what,
					where: placeOf(ledger, entry),
					mend: `Let “${entry.id}” lead straight to a live id: npm run ids -- --move ${entry.id} LIVE-ID.`,
				},
			];
		}),
	];
}

function entryComplaints(ledger: Ledger, entry: Entry, blocks: readonly Published[]): Complaint[] {
	if (entry.status !== 'live') {
		return blocks.slice(0, 1).map((block) => ({
			what: `The id “${entry.id}” is ${entry.status} and may not be used again.`,
			where: sourceOf(block),
			mend: 'Remove its mark and run npm run ids: new text gets a new id.',
		}));
	}
	const expected = Object.keys(entry.fingerprint) as Language[];
	return expected.flatMap((language): Complaint[] => {
		const block = blocks.find((candidate) => candidate.language === language);
		if (!block) {
			return [
				{
					what: `The published ${entry.kind} “${entry.id}” is no longer on ${fileOf(entry.page, language)}.`,
					where: placeOf(ledger, entry),
					mend: mend.gone(entry.id),
				},
			];
		}
		if (!isSameContent(entry, block)) {
			return [
				{
					what: `The id “${entry.id}” now stands at other content than the one published under it.`,
					where: sourceOf(block),
					mend: `If it is the same statement rewritten: npm run ids -- --accept ${entry.id}. If it is another: remove its mark and run npm run ids.`,
				},
			];
		}
		if (block.page !== entry.page) {
			return [
				{
					what: `The ${entry.kind} “${entry.id}” was published on “${entry.page}” and now stands here; old links would miss it.`,
					where: sourceOf(block),
					mend: mend.record,
				},
			];
		}
		return [];
	});
}

function byIdOf(published: readonly Published[]): Map<string, Published[]> {
	const byId = new Map<string, Published[]>();
	for (const block of published) byId.set(block.id, [...(byId.get(block.id) ?? []), block]);
	return byId;
}

/** Ids that may not be published: not ASCII words joined by hyphens, or too long to paste. */
function formComplaints(published: readonly Published[]): Complaint[] {
	return published
		.filter(({ id }) => !isId(id))
		.map((block) => ({
			what: `“${block.id}” is not an id: lower-case ASCII words joined by hyphens, at most ${idMaximumLength} characters.`,
			where: sourceOf(block),
			mend: 'Shorten it where it is written: the page, content/data, or the component that makes it.',
		}));
}

/** Ids that stand twice in one language, or on different pages in the two editions. */
function placeComplaints(published: readonly Published[]): Complaint[] {
	return [...byIdOf(published).values()].flatMap((blocks): Complaint[] => {
		const [first, ...others] = blocks as [Published, ...Published[]];
		const twice = others.find(({ language }) => language === first.language);
		if (twice) {
			return [
				{
					what: `The id “${first.id}” stands twice, the other on “${twice.page}”.`,
					where: sourceOf(first),
					mend: 'Give one of the two another id; a row’s or figure’s comes from content/data or content/figures.yaml.',
				},
			];
		}
		const elsewhere = others.find(({ page }) => page !== first.page);
		if (!elsewhere) return [];
		return [
			{
				what: `The id “${first.id}” stands on “${first.page}” and in the other edition on “${elsewhere.page}”.`,
				where: sourceOf(first),
				mend: 'Both editions keep a block on the same page.',
			},
		];
	});
}

/** Live ids whose blocks say something else in an edition than what was recorded. */
export function rewrittenIds(ledger: Ledger, published: readonly Published[]): string[] {
	const byId = byIdOf(published);
	return ledger
		.filter(
			(entry) =>
				entry.status === 'live' &&
				byId.get(entry.id)?.some((block) => !isSameContent(entry, block)) === true,
		)
		.map(({ id }) => id);
}

/** Every way in which a built site breaks its promises, with file, id and how to mend. */
export function ledgerComplaints(ledger: Ledger, published: readonly Published[]): Complaint[] {
	const byId = byIdOf(published);
	const known = new Set(ledger.map(({ id }) => id));
	return [
		...redirectComplaints(ledger),
		...formComplaints(published),
		...placeComplaints(published),
		...ledger.flatMap((entry) => entryComplaints(ledger, entry, byId.get(entry.id) ?? [])),
		...[...byId.values()]
			.filter(([block]) => !known.has(block!.id) && isId(block!.id))
			.map(([block]) => ({
				what: `The ${block!.kind} “${block!.id}” is not in the ledger.`,
				where: sourceOf(block!),
				mend: mend.record,
			})),
	];
}

/** Two digests of one block in the editions it has. */
function fingerprintsOf(blocks: readonly Published[]): Entry['fingerprint'] {
	return Object.fromEntries(blocks.map(({ language, fingerprint }) => [language, fingerprint]));
}

const claimsOf = (blocks: readonly Published[]) =>
	[...new Set(blocks.flatMap(({ claims }) => claims))].sort();

/** An entry brought up to date with the blocks that carry its id. */
function refreshed(entry: Entry, blocks: readonly Published[]): Entry {
	const [block] = blocks as [Published];
	const claims = claimsOf(blocks);
	const from =
		block.page === entry.page
			? entry.from
			: [...new Set([...(entry.from ?? []), entry.page])].filter((page) => page !== block.page);
	const { claims: _claims, from: _from, ...rest } = entry;
	return {
		...rest,
		page: block.page,
		kind: block.kind,
		...(from && from.length > 0 ? { from } : {}),
		...(claims.length > 0 ? { claims } : {}),
		fingerprint: { ...entry.fingerprint, ...fingerprintsOf(blocks) },
	};
}

/** What to record besides what the site shows. */
export interface Recording {
	/** Today, `2026-11-23`: when new ids are first published. */
	today: string;
	/** Ids whose new content a person vouches for. */
	accept?: ReadonlySet<string>;
}

/**
 * The ledger after publishing these blocks: new ids added, moved pages and new wordings recorded.
 * What `ledgerComplaints` finds in the result is left for a person to decide.
 */
export function recorded(
	ledger: Ledger,
	published: readonly Published[],
	{ today, accept = new Set() }: Recording,
): Entry[] {
	const byId = byIdOf(published);
	const kept = ledger.map((entry) => {
		const blocks = byId.get(entry.id);
		if (entry.status !== 'live' || !blocks) return entry;
		const vouched = accept.has(entry.id) || blocks.every((block) => isSameContent(entry, block));
		return vouched ? refreshed(entry, blocks) : entry;
	});
	const known = new Set(ledger.map(({ id }) => id));
	const added = [...byId.values()]
		.filter(([block]) => !known.has(block!.id) && isId(block!.id))
		.map((blocks): Entry => {
			const [block] = blocks as [Published];
			const claims = claimsOf(blocks);
			return {
				id: block.id,
				page: block.page,
				kind: block.kind,
				status: 'live',
				first: today,
				...(claims.length > 0 ? { claims } : {}),
				fingerprint: fingerprintsOf(blocks),
			};
		});
	return [...kept, ...added];
}

/**
 * The ledger with an id sent on to another: `moved`, or `retired` when a reason is given. What led
 * to the old id now leads to the new one, so chains stay one hop.
 * Throws when either id is unknown or the target is not live.
 */
export function redirected(ledger: Ledger, id: string, to: string, reason?: string): Entry[] {
	const known = new Map(ledger.map((entry) => [entry.id, entry]));
	const missing = [id, to].find((name) => !known.has(name));
	if (missing) throw new Error(`“${missing}” is not in ${ledgerFile}; run npm run ids first.`);
	if (known.get(to)?.status !== 'live' || id === to) {
		throw new Error(`“${to}” is not a live id other than “${id}”; name a block that is published.`);
	}
	return ledger.map((entry): Entry => {
		if (entry.id === id) {
			const { status: _status, ...rest } = entry as Entry & { to?: string; reason?: string };
			delete rest.to;
			delete rest.reason;
			return reason ? { ...rest, status: 'retired', to, reason } : { ...rest, status: 'moved', to };
		}
		return entry.status !== 'live' && entry.to === id ? { ...entry, to } : entry;
	});
}

/** Where a link that people may hold leads today. */
export interface Redirect {
	id: string;
	/** Page the link names. */
	page: string;
	/** The live id it leads to, and that block's page. */
	to: string;
	toPage: string;
}

/** All redirects of the ledger: old ids, and live ids on pages they have left. */
export function redirectsOf(ledger: Ledger): Redirect[] {
	const pageById = new Map(ledger.map(({ id, page }) => [id, page]));
	return ledger.flatMap((entry): Redirect[] => {
		const to = entry.status === 'live' ? entry.id : entry.to;
		const toPage = pageById.get(to) ?? entry.page;
		const pages = entry.status === 'live' ? [] : [entry.page];
		return [...pages, ...(entry.from ?? [])].map((page) => ({ id: entry.id, page, to, toPage }));
	});
}
