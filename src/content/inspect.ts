/**
 * The inspection of `content/` before a build: everything that Astro lets through with exit code
 * 0, or refuses without saying where.
 */
import type { Complaint } from '../base/content-error.ts';
import * as data from './checks/data.ts';
import * as editions from './checks/editions.ts';
import * as figures from './checks/figures.ts';
import * as links from './checks/links.ts';
import { nodes } from './checks/nodes.ts';
import { foreignWords, marks } from './checks/page.ts';
import { readContent, type Check, type PageCheck } from './content.ts';

/**
 * Checks of single pages, then of all files together, if each is sound. Where a group finds
 * something, what follows would mostly repeat it: ids are missing most of all where a page is wrong.
 */
const pageChecks: readonly PageCheck[][] = [[nodes, foreignWords], [marks]];
const checks: readonly Check[][] = [
	// Pages name claims by their ids: where one changed, that is the cause.
	[data.permanentNumbers],
	[data.pagesListed],
	[data.fields, data.references],
	[data.claimNumbers, data.reportNumbers],
	[data.verdicts, figures.reportFigures, figures.printedNumbers],
	[links.uniqueAnchors],
	[editions.uniqueNotes],
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
	const content = await readContent(root);
	const found: Complaint[] = [];
	const refuse = (complaint: Complaint) => {
		const isKnown = ({ where, what }: Complaint) =>
			where === complaint.where && what === complaint.what;
		if (!found.some(isKnown)) found.push(complaint);
	};
	for (const group of pageChecks) {
		if (found.length === 0) for (const check of group) check(content.pages, refuse);
	}
	content.refused.forEach(refuse);
	const published = content.pages.filter(({ slug }) => !content.drafts.has(slug));
	for (const group of checks) {
		if (found.length === 0)
			for (const check of group) check({ ...content, pages: published }, refuse);
	}
	return found.sort(byPlace);
}
