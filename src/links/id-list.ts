/**
 * `content/ids`: every id that has been released. One entry a line, sorted, so that branches merge:
 *
 *     k7q2
 *     m3x5 -> k7q2  The sentence is now part of the paragraph before it.
 *
 * From its release on, an id is on the site, or its entry says where it leads and why.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Problem } from '../base/content-error.ts';

export const idFile = 'content/ids';

const entryPattern = /^(?<id>[a-z][a-z0-9-]*)(?:\s*->\s*(?<to>[a-z][a-z0-9-]*)\s+\S.*)?$/;

const listText = () => (existsSync(idFile) ? readFileSync(idFile, 'utf8') : '');

/** The released ids, and where one leads that moved; lines that are no entry are left out. */
export function releasedIds(text = listText()) {
	return text.split('\n').flatMap((entry) => {
		const { id, to } = entryPattern.exec(entry.trim())?.groups ?? {};
		return id ? { id, to } : [];
	});
}

/** Released ids that are no longer on the site. */
export const movedIds = () => releasedIds().flatMap(({ id, to }) => (to ? [{ id, to }] : []));

/** The file's text with all ids of the site in it, sorted; entries and comments stay. */
export function withReleased(onSite: Iterable<string>, text = listText()): string {
	const known = new Set(releasedIds(text).map(({ id }) => id));
	const lines = text.split('\n').filter((line) => line.trim());
	const comments = lines.filter((line) => line.startsWith('#'));
	const entries = lines.filter((line) => !line.startsWith('#'));
	const added = [...new Set(onSite)].filter((id) => !known.has(id));
	return [...comments, ...[...entries, ...added].sort(), ''].join('\n');
}

/** What is wrong with the list, given all ids that are on the site. */
export function idProblems(onSite: ReadonlySet<string>, text = listText()): Problem[] {
	const seen = new Set<string>();
	return text.split('\n').flatMap((line, at) => {
		const entry = line.trim();
		if (!entry || entry.startsWith('#')) return [];
		const wrong = (what: string, fix: string) => ({ what, where: `${idFile}:${at + 1}`, fix });
		const { id, to } = entryPattern.exec(entry)?.groups ?? {};
		const form = 'Write “id”, or “id -> where it leads, then why”.';
		if (!id) return wrong(`“${entry}” is no entry.`, form);
		if (seen.has(id)) return wrong(`“${id}” is listed twice.`, 'Remove one entry.');
		seen.add(id);
		if (!to && !onSite.has(id)) {
			const fix = `Give its mark back to the block that says the same, or write here: ${id} -> where it leads, then why.`;
			return wrong(`“${id}” was released and is no longer on the site.`, fix);
		}
		if (!to) return [];
		const leads = `“${id}” leads to “${to}”`;
		if (onSite.has(id))
			return wrong(`${leads} and is on the site too.`, 'Give the new block another id.');
		return onSite.has(to)
			? []
			: wrong(`${leads}, which is not on the site.`, 'Name an id that is.');
	});
}
