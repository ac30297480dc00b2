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

const listText = () => (existsSync(idFile) ? readFileSync(idFile, 'utf8') : '');

/** The released ids; lines that are no entry are left out. */
export function releasedIds(text = listText()): ReleasedId[] {
	return text.split('\n').flatMap((entry, at) => {
		const groups = entryPattern.exec(entry.trim())?.groups;
		return groups ? [{ id: groups.id!, to: groups.to, line: at + 1 }] : [];
	});
}

/** The file's text with all ids of the site in it, sorted; entries and comments stay. */
export function withReleased(onSite: Iterable<string>, text = listText()): string {
	const known = new Set(releasedIds(text).map(({ id }) => id));
	const lines = text.split('\n').filter((line) => line.trim());
	const [entries, comments] = [false, true].map((is) =>
		lines.filter((line) => /^#/.test(line) === is),
	);
	const added = [...new Set(onSite)].filter((id) => !known.has(id));
	return [...comments!, ...[...entries!, ...added].sort(), ''].join('\n');
}

/** What is wrong with the list, given all ids that are on the site. */
export function idComplaints(onSite: ReadonlySet<string>, text = listText()): Complaint[] {
	const ids = releasedIds(text);
	const complaintOf = (entry: string, line: number): [what: string, fix: string] | undefined => {
		const { id, to } = ids.find((one) => one.line === line) ?? {};
		if (!id) {
			if (!entry || entry.startsWith('#')) return undefined;
			return [`“${entry}” is no entry.`, 'Write “id”, or “id -> where it leads, then why”.'];
		}
		if (ids.find((other) => other.id === id)!.line !== line) {
			return [`“${id}” is listed twice.`, 'Remove one entry.'];
		}
		if (!to && !onSite.has(id)) {
			const fix = `Give its mark back to the block that says the same, or write here: ${id} -> where it leads, then why.`;
			return [`“${id}” was released and is no longer on the site.`, fix];
		}
		if (to && onSite.has(id)) {
			return [`“${id}” leads to “${to}” and is on the site too.`, 'Give the new block another id.'];
		}
		if (!to || onSite.has(to)) return undefined;
		return [`“${id}” leads to “${to}”, which is not on the site.`, 'Name an id that is.'];
	};
	return text.split('\n').flatMap((entry, at) => {
		const [what, fix] = complaintOf(entry.trim(), at + 1) ?? [];
		return what && fix ? [{ what, where: `${idFile}:${at + 1}`, fix }] : [];
	});
}
