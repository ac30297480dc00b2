/**
 * The inspection of `content/` before a build: everything that Astro lets through with exit code
 * 0, or refuses without saying where.
 */
import type { Complaint } from '../base/content-error.ts';
import type { Check, Refuse, SoundCheck } from './checks/check.ts';
import * as data from './checks/data.ts';
import * as editions from './checks/editions.ts';
import * as links from './checks/links.ts';
import { nodes } from './checks/nodes.ts';
import * as page from './checks/page.ts';
import { readContent, type SoundContent } from './content.ts';

/** Checks of single files. Where a group finds something, what follows would mostly repeat it. */
const checks: readonly (readonly Check[])[] = [
	// Pages name claims by their ids: where one changed, that is the cause.
	[data.permanentNumbers],
	[data.uniqueIds, page.misfiledPages],
	[nodes, page.foreignWords, page.reportFields, page.frame],
	// Ids are missing most of all where something else is wrong.
	[page.marks],
];

/** Checks of all files together, of sound ones only. */
const soundChecks: readonly (readonly SoundCheck[])[] = [
	[data.pagesListed],
	[data.claimFields, data.references],
	[data.verdicts],
	[data.reportFigures, data.printedNumbers],
	[links.uniqueAnchors, editions.uniqueNotes],
	[editions.sameIds],
	[links.links],
	[editions.sameStatements],
	[editions.coverage],
];

/** Sorts by file, then by line, so that a writer corrects a file from top to bottom. */
function byPlace(a: Complaint, b: Complaint): number {
	const [fileA = '', lineA = '0'] = a.where.split(/:(?=\d+$)/);
	const [fileB = '', lineB = '0'] = b.where.split(/:(?=\d+$)/);
	return fileA === fileB ? Number(lineA) - Number(lineB) : fileA < fileB ? -1 : 1;
}

/**
 * Inspects a content folder: each file by itself, then all together.
 * @param root the folder, absolute or from the working directory
 * @returns what was found, each cause once, sorted by file and line; empty when the content is sound
 */
export async function inspectContent(root = 'content'): Promise<Complaint[]> {
	const { content, refused } = await readContent(root);
	const found: Complaint[] = [];
	const refuse: Refuse = (where, what, fix) => found.push({ where, what, fix });
	for (const group of checks) {
		if (found.length === 0) for (const check of group) check(content, refuse);
	}
	found.push(...refused);
	const pages = content.pages.filter(({ slug }) => !content.drafts.has(slug));
	for (const group of soundChecks) {
		if (found.length > 0) break;
		for (const check of group) check({ ...(content as SoundContent), pages }, refuse);
	}
	return found
		.filter(({ where, what }, at) => {
			const isSame = (one: Complaint) => one.where === where && one.what === what;
			return found.findIndex(isSame) === at;
		})
		.sort(byPlace);
}
