/**
 * The inspection of `content/` before a build: everything that Astro lets through with exit code
 * 0, or refuses without saying where. Add a check to one of the tables in `checks/`.
 */
import type { Complaint } from '../base/content-error.ts';
import { characterChecks } from './checks/characters.ts';
import { codeChecks } from './checks/code.ts';
import { compositionChecks } from './checks/composition.ts';
import { coverageChecks } from './checks/coverage.ts';
import { dataChecks } from './checks/data.ts';
import { fileChecks } from './checks/files.ts';
import { idChecks, pointerChecks } from './checks/ids.ts';
import { linkChecks } from './checks/links.ts';
import { markChecks } from './checks/marks.ts';
import { markupChecks } from './checks/markup.ts';
import { textChecks } from './checks/text.ts';
import { readContent, type ContentCheck, type PageCheck } from './content.ts';

const contentChecks: readonly ContentCheck[] = [
	...fileChecks,
	...characterChecks,
	...dataChecks,
	...linkChecks,
	...idChecks,
	...coverageChecks,
];
const pageChecks: readonly PageCheck[] = [
	...compositionChecks,
	...markupChecks,
	...textChecks,
	...codeChecks,
	...pointerChecks,
	...markChecks,
];

/** Sorts by file, then by line, so that a writer mends a file from top to bottom. */
function byPlace(a: Complaint, b: Complaint): number {
	const [fileA = '', lineA = '0'] = a.where.split(/:(?=\d+$)/);
	const [fileB = '', lineB = '0'] = b.where.split(/:(?=\d+$)/);
	return fileA === fileB ? Number(lineA) - Number(lineB) : fileA < fileB ? -1 : 1;
}

/**
 * Inspects a content folder.
 * @param root the folder, absolute or from the working directory
 * @returns every complaint found, sorted by file and line; empty when the content is sound
 */
export async function inspectContent(root = 'content'): Promise<Complaint[]> {
	const content = await readContent(root);
	return [
		...contentChecks.flatMap((check) => check(content)),
		...content.pages.flatMap((page) => pageChecks.flatMap((check) => check(page, content))),
	].sort(byPlace);
}
