/**
 * The inspection of `content/` before a build: everything that Astro lets through with exit code
 * 0, or refuses without saying where.
 */
import { dirname, resolve } from 'node:path';
import type { Problem } from '../base/content-error.ts';
import * as data from './checks/data.ts';
import * as editions from './checks/editions.ts';
import * as figures from './checks/figures.ts';
import * as links from './checks/links.ts';
import { nodes } from './checks/nodes.ts';
import { foreignWords, marks } from './checks/page.ts';
import { readContent, type Check, type Content } from './content.ts';

/**
 * Checks of single pages, then of all files together, in groups. The first group that finds something
 * is the last to run: later ones would mostly repeat it.
 */
const pageChecks: readonly Check[][] = [[nodes, foreignWords], [marks]];
const checks: readonly Check[][] = [
	// Pages name claims by their ids: where one changed, that is the cause.
	[data.permanentNumbers],
	[data.pagesListed],
	[data.sources, data.references],
	[links.uniqueAnchors],
	[editions.sameIds],
	[data.claimNumbers, data.claimFields],
	[figures.reportFigures, figures.printedNumbers],
	[links.links],
	[editions.sameStatements],
	[editions.coverage],
];

/**
 * Inspects a content folder: each file by itself, then all together.
 * @param folder `content/`, absolute or from the working directory
 * @returns what was found, each cause once, sorted by file and line; empty when the content is sound
 */
export async function inspectContent(folder = 'content'): Promise<Problem[]> {
	const content = await readContent(dirname(resolve(folder)));
	const found = new Map<string, Problem>();
	const refuse = (where: string, what: string, fix: string) =>
		found.set(`${where} ${what}`, { where, what, fix });
	const run = (groups: readonly Check[][], pages: Content['pages']) => {
		for (const group of groups)
			if (found.size === 0) for (const check of group) check({ ...content, pages }, refuse);
	};
	run(pageChecks, content.pages);
	for (const { where, what, fix } of content.refused) refuse(where, what, fix);
	const published = content.pages.filter(({ slug }) => !content.drafts.has(slug));
	run(checks, published);
	return [...found.values()].sort((a, b) =>
		a.where.localeCompare(b.where, 'en', { numeric: true }),
	);
}
