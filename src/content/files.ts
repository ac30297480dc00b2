/** The files of `content/` and whether each can be read: its place, its name, its characters. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { codePoint, misleadingCharacter } from '../base/characters.ts';
import type { Complaint } from '../base/content-error.ts';
import { languages } from '../base/languages.ts';

/** A text file of `content/`. */
export interface ContentFile {
	/** `content/zh/origin.mdx`: with the folder's own name, slashes on every system. */
	file: string;
	/** Below the folder: `zh/origin.mdx`. */
	path: string;
	text: string;
	/** When it was last changed, ms. */
	changedAt: number;
}

/** Files at the top of `content/`; `true` when the site cannot do without it. */
const topFiles: Record<string, boolean> = {
	'report.yaml': true,
	'claims.json': true,
	'matters.yaml': true,
	'glossary.yaml': true,
	ids: false,
	'claim-numbers': false,
	'changes.yaml': false,
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

/** What is refused anywhere in a text file. */
const unwanted: readonly [pattern: RegExp, name: string, fix: string][] = [
	[/^\uFEFF/u, 'a byte order mark', 'Save as UTF-8 without BOM.'],
	[/\r/u, 'a carriage return', 'Save with line ends of Unix (LF).'],
	[/\uFFFD/u, 'the mark of a lost character', 'Type the character that was lost.'],
	[misleadingCharacter, 'a character that does not show or is not what it looks like', 'Remove it.'],
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
	[/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/u, 'a control character', 'Remove it.'],
];

type Fault = [line: number, what: string, fix: string];

/** Why bytes are not text: the encoding, or a merge that was not finished. */
function unreadable(bytes: Buffer, text: string): Fault | undefined {
	const lineAt = (offset: number) => text.slice(0, Math.max(0, offset)).split('\n').length;
	if (/^(fffe|feff)/.test(bytes.toString('hex', 0, 2))) {
		return [1, 'The file is UTF-16.', 'Save as UTF-8.'];
	}
	if (bytes.includes(0)) return [lineAt(text.indexOf('\0')), 'A NUL character.', 'Remove it.'];
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const line = lineAt(text.indexOf('\uFFFD'));
		return [line, 'Bytes that are not UTF-8.', 'Save as UTF-8 and type the character again.'];
	}
	const conflict = text.search(/^(<{7}|>{7}|\|{7})( |$)/mu);
	if (conflict === -1) return undefined;
	return [lineAt(conflict), 'A merge left its marks.', 'Choose one side and remove the marks.'];
}

/** What is wrong with the bytes of a text file: its encoding, a merge, the first bad character. */
export function faultsOf(bytes: Buffer, text = bytes.toString('utf8')): Fault[] {
	const fault = unreadable(bytes, text);
	if (fault) return [fault];
	const lines = text.split('\n');
	return unwanted.flatMap(([pattern, name, fix]): Fault[] => {
		const at = lines.findIndex((line) => pattern.test(line));
		if (at === -1) return [];
		const found = codePoint(pattern.exec(lines[at]!)![0]);
		return [[at + 1, `Found ${name}, ${found}.`, fix]];
	}).slice(0, 1);
}

/**
 * Reads the files of a content folder.
 * @param name the folder's name in complaints
 * @param tables names of the CSVs that may be there
 * @returns files that can be read, by path, and what is wrong with the others
 */
export async function readFiles(
	folder: string,
	name: string,
	tables: readonly string[],
): Promise<{ files: Map<string, ContentFile>; complaints: Complaint[] }> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((path) => !isStray(path))
		.sort();
	const files = new Map<string, ContentFile>();
	const complaints: Complaint[] = [];
	const refuse = (path: string, line: number, what: string, fix: string) =>
		complaints.push({ what, where: `${name}/${path}:${line}`, fix });
	for (const path of paths) {
		const found = await lstat(join(folder, path));
		const wrong: [string, string] | undefined = !found.isFile()
			? ['This is not a regular file.', 'Put the file itself here, no link.']
			: found.size > largestFile
				? [`${found.size} bytes; expected at most ${largestFile}.`, 'Split it, or undo what was pasted.']
					: misplaced(path, tables);
		if (wrong) {
			refuse(path, 1, ...wrong);
			continue;
		}
		const bytes = await readFile(join(folder, path));
		const text = bytes.toString('utf8');
		const faults = faultsOf(bytes, text);
		for (const fault of faults) refuse(path, ...fault);
		if (faults.length === 0) files.set(path, { file: `${name}/${path}`, path, text, changedAt: found.mtimeMs });
	}
	for (const [path, isRequired] of Object.entries(topFiles)) {
		if (!isRequired || paths.includes(path)) continue;
		refuse(path, 1, `${name}/${path} is missing.`, 'Restore the file.');
	}
	return { files, complaints };
}
