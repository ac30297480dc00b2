/**
 * `content/ids`: every id that has been released. One entry a line, sorted, so that branches merge:
 *
 *     k7q2
 *     m3x5 -> k7q2  The sentence is now part of the paragraph before it.
 *
 * An id is a promise from its release on: it is on the site, or its entry says where it leads.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Complaint } from '../base/content-error.ts';

export const idFile = 'content/ids';

/** A released id; with `to`, where it leads, and why. */
export interface ReleasedId {
	id: string;
	to?: string | undefined;
	why?: string | undefined;
	/** Line of the file, from 1. */
	line: number;
}

const head = '# Released ids, written by npm run ids -- --release. See docs/writing.md.\n';
const entryPattern = /^(?<id>[a-z][a-z0-9-]*)(?:\s*->\s*(?<to>[a-z][a-z0-9-]*)\s+(?<why>\S.*))?$/;

/** Reads the text of the file; complaints name lines that are no entry. */
export function readIds(text: string): { ids: ReleasedId[]; complaints: Complaint[] } {
	const ids: ReleasedId[] = [];
	const complaints: Complaint[] = [];
	for (const [at, line] of text.split('\n').entries()) {
		if (!line.trim() || line.startsWith('#')) continue;
		const groups = entryPattern.exec(line.trim())?.groups;
		if (groups) ids.push({ id: groups.id!, to: groups.to, why: groups.why, line: at + 1 });
		else {
			complaints.push({
				what: `“${line.trim()}” is no entry.`,
				where: `${idFile}:${at + 1}`,
				mend: 'Write “id”, or “id -> where it leads, then why”.',
			});
		}
	}
	return { ids, complaints };
}

/** The file's text for a list of ids. */
export function idText(ids: readonly Omit<ReleasedId, 'line'>[]): string {
	const lines = ids.map(({ id, to, why }) => (to ? `${id} -> ${to}  ${why}` : id));
	return `${head}${lines
		.toSorted()
		.map((line) => `${line}\n`)
		.join('')}`;
}

/** The released ids of the working tree; none before the first release. */
export function releasedIds(file = idFile): ReturnType<typeof readIds> {
	return readIds(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** The list with all ids of the site in it. */
export function withReleased(
	ids: readonly ReleasedId[],
	onSite: Iterable<string>,
): Omit<ReleasedId, 'line'>[] {
	const known = new Set(ids.map(({ id }) => id));
	return [...ids, ...[...onSite].filter((id) => !known.has(id)).map((id) => ({ id }))];
}

export const writeIds = (ids: readonly Omit<ReleasedId, 'line'>[]): void =>
	writeFileSync(idFile, idText(ids));

/** What is broken of the promises, given all ids that are on the site. */
export function promiseComplaints(
	ids: readonly ReleasedId[],
	onSite: ReadonlySet<string>,
): Complaint[] {
	const complaint = (line: number, what: string, mend: string): Complaint[] => [
		{ what, where: `${idFile}:${line}`, mend },
	];
	const seen = new Set<string>();
	return ids.flatMap(({ id, to, line }) => {
		if (seen.has(id)) return complaint(line, `“${id}” is listed twice.`, 'Remove one entry.');
		seen.add(id);
		if (!to && !onSite.has(id)) {
			return complaint(
				line,
				`“${id}” was released and is no longer on the site.`,
				`Give its mark back to the block that says the same, or write here: ${id} -> where it leads, then why.`,
			);
		}
		if (to && onSite.has(id)) {
			return complaint(
				line,
				`“${id}” leads to “${to}” and is on the site too.`,
				'Give the new block another id.',
			);
		}
		if (to && !onSite.has(to)) {
			return complaint(
				line,
				`“${id}” leads to “${to}”, which is not on the site.`,
				'Name an id that is.',
			);
		}
		return [];
	});
}
