/**
 * `content/ids`: every id that has been released. One entry a line, sorted, so that branches merge:
 *
 *     k7q2
 *     m3x5 -> k7q2  The sentence is now part of the paragraph before it.
 *
 * From its release on, an id is on the site, or its entry says where it leads and why.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Complaint } from '../base/content-error.ts';

export const idFile = 'content/ids';

/** A released id; with `to`, where it leads. */
export interface ReleasedId {
	id: string;
	to?: string | undefined;
	/** Line of the file, from 1. */
	line: number;
}

const entryPattern = /^(?<id>[a-z][a-z0-9-]*)(?:\s*->\s*(?<to>[a-z][a-z0-9-]*)\s+\S.*)?$/;

/** The released ids, and complaints about lines that are no entry. */
export function releasedIds(text = existsSync(idFile) ? readFileSync(idFile, 'utf8') : ''): {
	ids: ReleasedId[];
	complaints: Complaint[];
} {
	const lines = text.split('\n').map((entry, at) => ({ entry: entry.trim(), line: at + 1 }));
	const entries = lines
		.filter(({ entry }) => entry && !entry.startsWith('#'))
		.map((one) => ({ ...one, groups: entryPattern.exec(one.entry)?.groups }));
	return {
		ids: entries.flatMap(({ groups, line }) =>
			groups ? [{ id: groups.id!, to: groups.to, line }] : [],
		),
		complaints: entries
			.filter(({ groups }) => !groups)
			.map(({ entry, line }) => ({
				what: `“${entry}” is no entry.`,
				where: `${idFile}:${line}`,
				fix: 'Write “id”, or “id -> where it leads, then why”.',
			})),
	};
}

/** The file's text with all ids of the site in it, sorted; entries and comments stay. */
export function withReleased(text: string, onSite: Iterable<string>): string {
	const known = new Set(releasedIds(text).ids.map(({ id }) => id));
	const lines = text.split('\n').filter((line) => line.trim());
	const comments = lines.filter((line) => line.startsWith('#'));
	const entries = lines.filter((line) => !line.startsWith('#'));
	const added = [...new Set(onSite)].filter((id) => !known.has(id));
	return [...comments, ...[...entries, ...added].sort(), ''].join('\n');
}

/** What is wrong with the list, given all ids that are on the site. */
export function idComplaints(ids: readonly ReleasedId[], onSite: ReadonlySet<string>): Complaint[] {
	const first = new Map(ids.map(({ id, line }) => [id, line] as const).reverse());
	return ids.flatMap(({ id, to, line }): Complaint[] => {
		const complaint = (what: string, fix: string) => [{ what, where: `${idFile}:${line}`, fix }];
		if (first.get(id) !== line) return complaint(`“${id}” is listed twice.`, 'Remove one entry.');
		if (!to && !onSite.has(id)) {
			return complaint(
				`“${id}” was released and is no longer on the site.`,
				`Give its mark back to the block that says the same, or write here: ${id} -> where it leads, then why.`,
			);
		}
		if (to && onSite.has(id)) {
			return complaint(
				`“${id}” leads to “${to}” and is on the site too.`,
				'Give the new block another id.',
			);
		}
		if (to && !onSite.has(to)) {
			return complaint(
				`“${id}” leads to “${to}”, which is not on the site.`,
				'Name an id that is.',
			);
		}
		return [];
	});
}
