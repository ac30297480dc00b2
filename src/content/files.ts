/** The files of `content/` and whether each can be read: its place, its name, its characters. */
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { codePoint, misleadingCharacter } from '../base/characters.ts';
import type { Complaint } from '../base/content-error.ts';
import { languages } from '../base/languages.ts';
import { unread, type Reading, type Source } from './data-files.ts';

/** Files at the top of `content/`; `true` when the site cannot do without it. */
const topFiles: Record<string, boolean> = {
	'report.yaml': true,
	'claims.json': true,
	'matters.yaml': true,
	'glossary.yaml': true,
	ids: false,
	'claim-numbers': true,
	'changes.yaml': false,
	'released-texts.json': false,
	'names.yaml': false,
	'concordance.json': false,
};

/** Largest file anybody writes by hand, in bytes: a page of 10 MB builds for minutes. */
const largestFile = 1_000_000;

/** Whether a path is a page of an edition with a name that Astro keeps. */
export const pagePath = new RegExp(`^(${languages.join('|')})/[a-z0-9]+(-[a-z0-9]+)*\\.mdx$`);

/** Files that editors and systems leave beside the writers' own: `.DS_Store`, `.x.swp`, `x~`. */
export const isStray = (path: string) =>
	/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|\.[^/]*\.sw[a-p]|\.?#[^/]*|[^/]*~|[^/]*\.(bak|orig|tmp|sw[a-p]))$/.test(
		path,
	);

/** What is wrong with a file's place or name, and what to do. */
function misplaced(path: string, tables: readonly string[]): [what: string, fix: string] | undefined {
	if (path in topFiles || pagePath.test(path)) return undefined;
	const [folder = '', name = '', ...deeper] = path.split('/');
	if (folder === 'data' && deeper.length === 0) {
		if (tables.some((table) => name === `${table}.csv`)) return undefined;
		return [
			`${name} is not a table the site knows: ${tables.join(', ')}, each with .csv.`,
			'Correct the name, or describe its columns in the figure’s data.ts.',
		];
	}
	if (languages.some((language) => language === folder)) {
		return [
			`“${path}” cannot be a page; expected ${folder}/<name>.mdx, the name in lower-case ASCII words joined by hyphens.`,
			'Rename the file; the name is the page’s address.',
		];
	}
	return [
		`“${path}” is of no known kind; expected pages in ${languages.join('/, ')}/, tables in data/, and ${Object.keys(topFiles).join(', ')}.`,
		'Move it where it belongs, or remove it.',
	];
}

/** What is refused in a text file; a NUL is most likely UTF-16. */
const unwanted: readonly [pattern: RegExp, name: string, fix: string][] = [
	[/^\uFEFF/u, 'a byte order mark', 'Save as UTF-8 without BOM.'],
	[/\r/u, 'a carriage return', 'Save with line ends of Unix (LF).'],
	[/\uFFFD/u, 'the mark of a lost character', 'Type the character that was lost.'],
	[/(?!\n|\t)\p{Cc}/u, 'a control character', 'Remove it.'],
	[misleadingCharacter, 'a character that does not show or is not what it looks like', 'Remove it.'],
];

/** What is wrong with the bytes of a text file: its encoding, a merge, the first bad character. */
function faultOf(bytes: Buffer, text: string): [line: number, what: string, fix: string] | undefined {
	const lineAt = (offset: number) => text.slice(0, Math.max(0, offset)).split('\n').length;
	if (/^(fffe|feff)/.test(bytes.toString('hex', 0, 2))) {
		return [1, 'The file is UTF-16.', 'Save as UTF-8.'];
	}
	if (bytes.includes(0)) return [lineAt(text.indexOf('\0')), 'A NUL character.', 'Remove it.'];
	if (!isUtf8(bytes)) {
		const line = lineAt(text.indexOf('\uFFFD'));
		return [line, 'Bytes that are not UTF-8.', 'Save as UTF-8 and type the character again.'];
	}
	const conflict = text.search(/^(<{7}|>{7}|\|{7})( |$)/mu);
	if (conflict !== -1) {
		return [lineAt(conflict), 'A merge left its marks.', 'Choose one side and remove the marks.'];
	}
	for (const [pattern, name, fix] of unwanted) {
		const found = pattern.exec(text);
		if (found) return [lineAt(found.index), `Found ${name}, ${codePoint(found[0])}.`, fix];
	}
	return undefined;
}

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
	if (!found || found.size > largestFile) {
		return { file, value: undefined, complaints: [], at: () => `${file}:1` };
	}
	const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size}`;
	const known = memory.get(path);
	if (known?.stamp === stamp) return known.reading as Reading<Value>;
	const bytes = readFileSync(path);
	const text = bytes.toString('utf8');
	const fault = faultOf(bytes, text);
	const reading = fault ? unread(file, ...fault) : read({ file, text });
	memory.set(path, { stamp, reading });
	return reading;
}

/**
 * Lists the files of a content folder.
 * @param name the folder's name in complaints
 * @param tables names of the CSVs that may be there
 * @returns paths of the files that belong there, and what is wrong with the others
 */
export function listFiles(
	folder: string,
	name: string,
	tables: readonly string[],
): { paths: string[]; complaints: Complaint[] } {
	const all = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !isStray(path))
		.sort();
	const complaints: Complaint[] = [];
	const refuse = (path: string, what: string, fix: string) =>
		complaints.push({ what, where: `${name}/${path}:1`, fix });
	const paths = all.filter((path) => {
		const found = lstatSync(join(folder, path));
		const wrong: [string, string] | undefined = !found.isFile()
			? ['This is not a regular file.', 'Put the file itself here, no link.']
			: found.size > largestFile
				? [`${found.size} bytes; expected at most ${largestFile}.`, 'Split it, or undo what was pasted.']
				: misplaced(path, tables);
		if (wrong) refuse(path, ...wrong);
		return !wrong;
	});
	const required = Object.keys(topFiles).filter((path) => topFiles[path]);
	for (const path of [...required, ...tables.map((table) => `data/${table}.csv`)]) {
		if (!all.includes(path)) refuse(path, `${name}/${path} is missing.`, 'Restore the file.');
	}
	return { paths, complaints };
}
