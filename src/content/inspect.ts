/**
 * The inspection of `content/` before a build: everything that Astro lets through with exit code
 * 0, or refuses without saying where. Add a check to one of the tables in `checks/`.
 */
import type { Complaint } from '../base/content-error.ts';
import { dataChecks, permanentNumbers, type Refuse } from './checks/data.ts';
import { editionChecks } from './checks/editions.ts';
import { markupChecks } from './checks/markup.ts';
import { pageChecks } from './checks/page.ts';
import { textChecks } from './checks/text.ts';
import { readContent, type Content } from './content.ts';
import type { PageSource } from './mdx.ts';

/** Sorts by file, then by line, so that a writer corrects a file from top to bottom. */
function byPlace(a: Complaint, b: Complaint): number {
	const [fileA = '', lineA = '0'] = a.where.split(/:(?=\d+$)/);
	const [fileB = '', lineB = '0'] = b.where.split(/:(?=\d+$)/);
	return fileA === fileB ? Number(lineA) - Number(lineB) : fileA < fileB ? -1 : 1;
}

/** What is wrong with one page by itself. A block that lacks its id is reported where nothing else is wrong. */
function faultsOf(page: PageSource, content: Content): Complaint[] {
	const found: Complaint[] = [];
	for (const check of [...textChecks, ...markupChecks, ...pageChecks]) {
		check(
			page,
			(place, what, fix) => {
				const where = page.at(place);
				const isConsequence = fix === 'Run npm run ids.' && found.some((one) => one.where === where);
				if (!isConsequence) found.push({ what, where, fix });
			},
			content,
		);
		// A page in the wrong language is not looked at any further.
		if (found.some(({ what }) => /^The page is not in /.test(what))) break;
	}
	return found;
}

/**
 * Inspects a content folder: files and their syntax, then each page, then all together. What comes
 * later is inspected only where nothing was found before, so that one cause is reported once.
 * @param root the folder, absolute or from the working directory
 * @returns what was found, sorted by file and line; empty when the content is sound
 */
export async function inspectContent(root = 'content'): Promise<Complaint[]> {
	const content = await readContent(root);
	const found = [...content.refused];
	const refuse: Refuse = (where, what, fix) => found.push({ where, what, fix });
	// Pages name claims by their ids: where one changed, that is the cause.
	permanentNumbers(content, refuse);
	const known = found.length > content.refused.length ? { ...content, claims: undefined } : content;
	found.push(...content.pages.flatMap((page) => faultsOf(page, known)));
	const published = {
		...content,
		pages: content.pages.filter(({ slug }) => !content.drafts.has(slug)),
	};
	for (const group of [...dataChecks, ...editionChecks]) {
		if (found.length > 0) break;
		for (const check of group) check(published, refuse);
	}
	return found
		.filter(({ where, what }, at) => {
			const isSame = (one: Complaint) => one.where === where && one.what === what;
			return found.findIndex(isSame) === at;
		})
		.sort(byPlace);
}
