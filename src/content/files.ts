/** The files of `content/` and whether each can be read: its place, its name, its characters. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { codePoint, misleadingCharacter } from '../base/characters.ts';
import { languages } from '../base/languages.ts';
import { unread, type Reading, type Source } from './data-files.ts';

/** Largest file anybody writes by hand, in bytes: a page of 10 MB builds for minutes. */
const largestFile = 1_000_000;

/** Whether a path is a page of an edition with a name that Astro keeps. */
const pagePath = new RegExp(`^(${languages.join('|')})/[a-z0-9]+(-[a-z0-9]+)*\\.mdx$`);

/** Files that editors and systems leave beside the writers' own: `.DS_Store`, `.x.swp`, `x~`. */
export const isStray = (path: string) =>
	/(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|(\._|\.?#|\.~lock\.|~\$)[^/]*|[^/]*(~|\.(bak|orig|tmp|sw[a-p])))$/.test(
		path,
	);

/** What is refused in a text file, what it is called, and what to do. */
const unwanted: readonly [pattern: RegExp, what: string, fix: string][] = [
	[/\uFFFD/u, 'a lost character', 'Save as UTF-8 and type the character again.'],
	[/^(<{7}|>{7}|\|{7})( |$)/mu, 'a merge conflict marker', 'Choose one side, without markers.'],
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

/** Reads a text file of the project, or answers from memory while it is unchanged on disk. */
export function readOnce<Value>(
	root: string,
	file: string,
	read: (source: Source) => Reading<Value>,
): Reading<Value> {
	const path = join(root, file);
	const found = existsSync(path) ? lstatSync(path) : undefined;
	if (!found?.isFile()) {
		// Of a folder that is missing, its files are not reported.
		const lost = found || existsSync(`${dirname(path)}/`) ? file : dirname(file);
		const what = `${lost} is ${found ? 'no regular file' : 'missing'}.`;
		const reading = unread(lost, 1, what, 'Restore it, and put the file itself here, no link.');
		// Which pages must be there, the list of sections says.
		const mayMiss = file.endsWith('.mdx') || optional.includes(file.replace('content/', ''));
		return mayMiss && !found ? { ...reading, problems: [] } : reading;
	}
	if (found.size > largestFile) {
		const what = `${found.size} bytes; expected at most ${largestFile}.`;
		return unread(file, 1, what, 'Split it, or undo what was pasted.');
	}
	const stamp = `${found.mtimeMs} ${found.ctimeMs} ${found.size}`;
	const known = memory.get(path);
	if (known?.stamp === stamp) return known.reading as Reading<Value>;
	const text = readFileSync(path, 'utf8');
	const [pattern = /$/, what, fix = ''] = unwanted.find(([one]) => one.test(text)) ?? [];
	const { 0: character, index } = pattern.exec(text)!;
	const line = text.slice(0, index).split('\n').length;
	const reading = what
		? unread(file, line, `Found ${what}, ${codePoint(character)}.`, fix)
		: read({ file, text });
	memory.set(path, { stamp, reading });
	return reading;
}

/** Files that may be missing. */
const optional = ['ids', 'changes.yaml', 'released-texts.json', 'names.yaml', 'concordance.json'];

/**
 * Lists the files of `content/`.
 * @param read those that the site reads
 * @returns paths of the pages, and what is wrong with the places and names of all files
 */
export function listFiles(root: string, read: readonly string[]) {
	const folder = join(root, 'content');
	const known = [...new Set([...read, ...optional])];
	const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => !entry.isDirectory())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll('\\', '/'))
		// Of a folder that has the name of a file, and of a link, only the folder or link is reported.
		.filter((path, _, all) => ![...known, ...all].some((one) => path.startsWith(`${one}/`)))
		.filter((path) => !isStray(path));
	const unknown = paths.filter((path) => !known.includes(path) && !pagePath.test(path));
	const problems = unknown.map((path) => ({
		where: `content/${path}:1`,
		what: `“${path}” is no file the site knows; expected <language>/<words-in-ascii>.mdx, ${known.join(', ')}.`,
		fix: 'Correct its name; columns of a new table are in the figure.ts of its figure.',
	}));
	return { pages: paths.filter((path) => pagePath.test(path)).sort(), problems };
}
