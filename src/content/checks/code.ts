/** Code blocks: closed, in a language Shiki knows, named, and no wider than a page. */
import { bundledLanguages } from 'shiki';
import type { Complaint } from '../../base/content-error.ts';
import type { PageCheck } from '../content.ts';
import type { Node, PageSource } from '../page-source.ts';

/** Code as readers must be able to read it; a tab counts four columns, a Han character two. */
const widestLine = 76;
const longestCode = 24;
const codeMeta = /^title="[^"]+"(?: \^[a-z][a-z0-9-]*)?$/;
/** Inside a listing, which has the title. */
const listedMeta = /^(?:\^[a-z][a-z0-9-]*)?$/;

const columnsOf = (line: string) =>
	[...line.replaceAll('\t', '    ')].reduce(
		(sum, character) =>
			sum +
			(/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]/.test(
				character,
			)
				? 2
				: 1),
		0,
	);

function isClosed(page: PageSource, node: Node): boolean {
	const { start, end } = node.position!;
	const opening = /(`{3,}|~{3,})/.exec(page.lines[start.line - 1] ?? '')?.[1] ?? '```';
	const closing = (page.lines[end.line - 1] ?? '').trim();
	return end.line > start.line && closing.startsWith(opening) && /^(`+|~+)$/.test(closing);
}

const code: PageCheck = (page) =>
	page.visits
		.filter(({ node }) => node.type === 'code')
		.flatMap(({ node, ancestors }): Complaint[] => {
			const start = node.position!.start.line;
			if (!isClosed(page, node)) {
				return [
					{
						what: 'The code block is not closed, so the rest of the page would be code.',
						where: page.at(start),
						mend: 'End it with a line of ```.',
					},
				];
			}
			const complaints: Complaint[] = [];
			const lines = (node.value ?? '').split('\n');
			if (!node.lang || !(node.lang in bundledLanguages || node.lang === 'text')) {
				complaints.push({
					what: `The code is in “${node.lang ?? ''}”; expected a language Shiki knows, or text.`,
					where: page.at(start),
					mend: 'Name the language after the fence: ```python title="…".',
				});
			}
			const isListed = ancestors.some(({ name }) => name === 'Listing');
			if (!(isListed ? listedMeta : codeMeta).test(node.meta ?? '')) {
				complaints.push({
					what: `Found “${node.meta ?? ''}” after the language; expected title="…", then perhaps ^id.`,
					where: page.at(start),
					mend: 'Write ```python title="…": the title is what the block is called.',
				});
			}
			if (lines.length > longestCode) {
				complaints.push({
					what: `${lines.length} lines of code; expected at most ${longestCode}.`,
					where: page.at(start),
					mend: 'Show less, or split it.',
				});
			}
			// Shiki's time limit is off (same bytes each build), so a long line would stall the build.
			const wide = lines.findIndex((line) => columnsOf(line) > widestLine);
			if (wide !== -1) {
				complaints.push({
					what: `A line of code of ${columnsOf(lines[wide]!)} columns; expected at most ${widestLine}.`,
					where: page.at(start + 1 + wide),
					mend: 'Break the line.',
				});
			}
			return complaints;
		});

export const codeChecks: PageCheck[] = [code];
