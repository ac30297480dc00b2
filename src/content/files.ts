/** The files of `content/` and whether each can be read: its place, its name, its characters. */
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { codePoint, misleadingCharacter } from '../base/characters.ts';
import type { Complaint } from '../base/content-error.ts';
import { languages } from '../base/languages.ts';
import { unread, type Reading, type Source } from './data-files.ts';

/** Largest file anybody writes by hand, in bytes: a page of 10 MB builds for minutes. */
const largestFile = 1_000_000;

/** Whether a path is a page of an edition with a name that Astro keeps. */
export const pagePath = new RegExp(`^(${languages.join('|')})/[a-z0-9]+(-[a-z0-9]+)*\\.mdx$`);

/** Files that editors and systems leave beside the writers' own: `.DS_Store`, `.x.swp`, `x~`. */
export const isStray = (path: string) =>
	/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.[^/]*\.sw[a-p]|\.?#[^/]*|[^/]*~|[^/]*\.(bak|orig|tmp|sw[a-p]))$/.test(
		path,
	);

/** What is refused in a text file, what it is called, and what to do. */
const unwanted: readonly [pattern: RegExp, what: string, fix: string][] = [
	[/\uFFFD/u, 'a lost character', 'Save as UTF-8 and type the character again.'],
	[/^(<{7}|>{7}|\|{7})( |$)/mu, 'the mark of a merge', 'Choose one side and remove the marks.'],
	[/[ÂÃâ][\u0080-\u00BF€]|锟斤/u, 'UTF-8 read as another encoding', 'Type the character again.'],
	[/^\uFEFF/u, 'a byte order mark', 'Save as UTF-8 without BOM.'],
	[/\r/u, 'a carriage return', 'Save with line ends of Unix (LF).'],
	[
		misleadingCharacter,
		'a character that does not show or is not what it looks like',
		'Remove it.',
	],
];

/** The checks and Astro's pages are two graphs of modules in one process: both read from here. */
const shared = globalThis as { contentFiles?: Map<string, { stamp: string; reading: unknown }> };
shared.contentFiles ??= new Map();
const memory = shared.contentFiles;

/**
 * Reads a text file, or answers from memory while it is unchanged on disk.
 * @param file the file's name in complaints
 */
export function readOnce<Value>(
	path: string,
	file: string,
	read: (source: Source) => Reading<Value>,
): Reading<Value> {
	const found = statSync(path, { throwIfNoEntry: false });
	// What is not there, or cannot be meant, is reported when the files are listed.
	if (!found || found.size > largestFile) return { ...unread(file, 1, '', ''), complaints: [] };
	const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size}`;
	const known = memory.get(path);
	if (known?.stamp === stamp) return known.reading as Reading<Value>;
	const text = readFileSync(path, 'utf8');
	const [pattern, what, fix] = unwanted.find(([one]) => one.test(text)) ?? [];
	const match = pattern?.exec(text);
	const reading = match
		? unread(
				file,
				text.slice(0, match.index).split('\n').length,
				`Found ${what}, ${codePoint(match[0])}.`,
				fix!,
			)
		: read({ file, text });
	memory.set(path, { stamp, reading });
	return reading;
}

/** Files at the top of `content/`; `true` when the site cannot do without it. */
const topFiles = {
	'report.yaml': true,
	'claims.json': true,
	'claim-numbers': true,
	'matters.yaml': true,
	'glossary.yaml': true,
	ids: false,
	'changes.yaml': false,
	'released-texts.json': false,
	'names.yaml': false,
	'concordance.json': false,
};

/**
 * Lists the files of a content folder.
 * @param name the folder's name in complaints
 * @param tables the CSVs that must be there
 * @returns paths of the pages, and what is wrong with the places and names of all files
 */
export function listFiles(folder: string, name: string, tables: readonly string[]) {
	const complaints: Complaint[] = [];
	const refuse = (path: string, what: string, fix: string) =>
		complaints.push({ what, where: `${name}/${path}:1`, fix });
	const known = [...Object.keys(topFiles), ...tables];
	const paths = (readdirSync(folder, { recursive: true }) as string[])
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => !isStray(path) && !lstatSync(join(folder, path)).isDirectory());
	for (const path of paths) {
		const found = lstatSync(join(folder, path));
		if (!found.isFile())
			refuse(path, 'This is not a regular file.', 'Put the file itself here, no link.');
		else if (found.size > largestFile) {
			refuse(
				path,
				`${found.size} bytes; expected at most ${largestFile}.`,
				'Split it, or undo what was pasted.',
			);
		} else if (!known.includes(path) && !pagePath.test(path)) {
			const what = `“${path}” is no file the site knows; expected <language>/<words-in-ascii>.mdx, ${known.join(', ')}.`;
			refuse(
				path,
				what,
				'Correct its name; columns of a new table are in the data.ts of its figure.',
			);
		}
	}
	for (const path of [
		...tables,
		...Object.entries(topFiles).flatMap(([path, isNeeded]) => (isNeeded ? path : [])),
	]) {
		if (!paths.includes(path)) refuse(path, `${name}/${path} is missing.`, 'Restore the file.');
	}
	return { pages: paths.filter((path) => pagePath.test(path)).sort(), complaints };
}
