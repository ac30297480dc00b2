/** How a page is put together: front matter, abstract, headings, notes. */
import { isId } from '../../base/ids.ts';
import type { PageCheck } from '../content.ts';
import { textOfNode } from '../page-source.ts';

const frontmatter: PageCheck = (page) => page.frontmatter.complaints;

/** Pages of the report that do not exist. */
const pageRange: PageCheck = ({ file, frontmatter: { value, lineOf } }, { report }) => {
	const last = Math.max(0, ...(value?.pages?.split(/, |–/).map(Number) ?? []));
	if (!report || last <= report.value.pageCount) return [];
	return [
		{
			what: `pages: found page ${last}; the report has ${report.value.pageCount}.`,
			where: `${file}:${lineOf(['pages'])}`,
			mend: 'Write the pages as the report numbers them.',
		},
	];
};

/** A section says which pages of the report it covers; other pages have none. */
const reportFields: PageCheck = ({ file, slug, frontmatter: { value } }, { report }) => {
	if (!value || !report?.value.sections.includes(slug)) return [];
	return (['pages', 'coverage'] as const)
		.filter((field) => value[field] === undefined)
		.map((field) => ({
			what: `The section has no ${field}.`,
			where: `${file}:2`,
			mend: `Add ${field} to the front matter.`,
		}));
};

const syntax: PageCheck = (page) => page.syntax;

const body: PageCheck = (page) =>
	page.syntax.length > 0 || page.blocks.some((block) => textOfNode(block).trim() !== '')
		? []
		: [
				{
					what: 'The page has no text.',
					where: page.at(page.lines.length),
					mend: 'Write it, or remove the page and its entry in report.yaml.',
				},
			];

/** A section begins with its abstract. */
const opening: PageCheck = (page, { report }) => {
	const first = page.blocks[0];
	const isSection = report?.value.sections.includes(page.slug);
	if (!isSection || !first || first.name === 'Abstract') return [];
	return [
		{
			what: 'The page does not begin with <Abstract>.',
			where: page.at(first),
			mend: 'Put <Abstract> with one paragraph right after the front matter.',
		},
	];
};

/** An abstract is one paragraph of plain prose, and what the excerpt lacks is the last line. */
const frame: PageCheck = (page) => {
	const complaints = page.blocks.flatMap((block, at) => {
		const where = page.at(block);
		const { length } = block.children ?? [];
		const isProse = length === 1 && block.children![0]!.type === 'paragraph';
		if (block.name === 'Abstract' && !(at === 0 && isProse)) {
			const what = '<Abstract> is not one paragraph at the top of the page.';
			return [{ what, where, mend: 'Blank line, one paragraph, blank line inside; nothing above.' }];
		}
		if (block.name === 'Lacks' && at < page.blocks.length - 1) {
			return [{ what: 'Text follows <Lacks>.', where, mend: 'Put it at the end of the page.' }];
		}
		if (block.name === 'Listing' && !block.children?.some(({ type }) => type === 'code')) {
			const what = '<Listing> holds no code block.';
			return [{ what, where, mend: 'Blank line, code block, blank line inside.' }];
		}
		return [];
	});
	const told = page.visits.filter(
		({ node, ancestors }) =>
			node.name === 'Claim' && ancestors.some(({ name }) => name === 'Abstract'),
	);
	return [
		...complaints,
		...told.map(({ node }) => ({
			what: 'A <Claim> stands in the abstract.',
			where: page.at(node),
			mend: 'Tell the claim in the sections; the abstract sums them up.',
		})),
	];
};

const deepestHeading = 4;

const headings: PageCheck = (page) => {
	let previous = 1;
	return page.visits
		.filter(({ node }) => node.type === 'heading')
		.flatMap(({ node, ancestors }) => {
			const where = page.at(node);
			const depth = node.depth ?? 1;
			const id = node.data?.hProperties?.id;
			const title = textOfNode(node);
			const complaints = [];
			const properties = Object.keys(node.data?.hProperties ?? {}).filter((key) => key !== 'id');
			if (typeof id !== 'string') {
				complaints.push({
					what: `The heading “${title}” has no id.`,
					where,
					mend: 'End it with a lasting ASCII id: ## 标题 {#meaningful-id}.',
				});
			} else if (!isId(id)) {
				complaints.push({
					what: `“${id}” cannot be an id; expected lower-case ASCII words joined by hyphens, at most 24 characters.`,
					where,
					mend: 'Write an id such as {#rlhf-steps}.',
				});
			}
			if (properties.length > 0) {
				complaints.push({
					what: `The heading carries ${properties.join(', ')}; expected an id alone.`,
					where,
					mend: 'Keep only {#id}.',
				});
			}
			if (title.trim() === '') {
				complaints.push({ what: 'The heading has no text.', where, mend: 'Write it.' });
			}
			if (ancestors.length > 0) {
				complaints.push({
					what: `The heading “${title}” stands inside another block.`,
					where,
					mend: 'Put it at the top level of the page.',
				});
			}
			if (depth === 1) {
				complaints.push({
					what: `“# ${title}” is a second h1; the page prints its title itself.`,
					where,
					mend: 'Begin with ##.',
				});
			} else if (depth > previous + 1 || depth > deepestHeading) {
				complaints.push({
					what: `The heading jumps from level ${previous} to level ${depth}.`,
					where,
					mend: `Write ${'#'.repeat(Math.min(previous + 1, deepestHeading))} instead.`,
				});
			}
			previous = depth;
			return complaints;
		});
};

/** A note stands after what it annotates. */
const notes: PageCheck = (page) =>
	page.blocks.flatMap((block, at) => {
		const previous = page.blocks[at - 1];
		if (block.name !== 'Note' || (previous && previous.type !== 'heading')) return [];
		return [
			{
				what: 'The note follows nothing it could annotate.',
				where: page.at(block),
				mend: 'Put it right after its paragraph, list or figure.',
			},
		];
	});

/** Lists are tight: a loose one wraps each item in a paragraph of its own. */
const lists: PageCheck = (page) =>
	page.visits
		.filter(({ node }) => node.type === 'list')
		.flatMap(({ node }) => {
			const { children = [] } = node;
			const loose = children.find((item, at) => {
				const before = children[at - 1]?.position?.end.line;
				return before !== undefined && (item.position?.start.line ?? 0) > before + 1;
			});
			if (!loose) return [];
			return [
				{
					what: 'A blank line between the items of a list.',
					where: page.at(loose),
					mend: 'Remove the blank lines between the items.',
				},
			];
		});

export const compositionChecks: PageCheck[] = [
	frontmatter,
	pageRange,
	reportFields,
	syntax,
	body,
	opening,
	frame,
	headings,
	notes,
	lists,
];
