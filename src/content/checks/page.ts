/** How a page is put together: its language, front matter, abstract, notes and block marks. */
import { isId, withoutMark } from '../../base/ids.ts';
import { isHan, languageName } from '../../base/languages.ts';
import { faultOfLanguage, lastPage } from '../fields.ts';
import { textOfNode, type Node, type PageSource } from '../mdx.ts';
import type { Check } from './check.ts';

/** Texts of a page in another language; in English, Chinese words are marked. */
function foreignTexts(page: PageSource): { wrong: [where: string, expected: string][]; isMost: boolean } {
	const { value, at } = page.frontmatter;
	/** Text below a node without what is marked as the other language. */
	const unmarked = (node: Node): string =>
		node.name === 'Zh' || /expression/i.test(node.type)
			? ''
			: (node.value ?? '') + (node.children ?? []).map(unmarked).join('');
	const texts: [where: string, text: string][] = [
		[at('title'), value?.title ?? ''],
		[at('summary'), value?.summary ?? ''],
		...page.visits
			.filter(({ node: { type } }) =>
				type === 'code' ? !isHan(page.language) : type === 'paragraph' || type === 'heading',
			)
			.map(({ node }): [string, string] => [page.at(node), unmarked(node) + (node.meta ?? '')]),
	];
	const wrong = texts.flatMap(([where, text]): [string, string][] => {
		const expected = faultOfLanguage(text, page.language);
		return expected ? [[where, expected]] : [];
	});
	return { wrong, isMost: wrong.length > 2 && wrong.length > texts.length / 2 };
}

/** Pages in the folder of another language, which are not looked at any further. */
export const misfiledPages: Check = ({ pages }, refuse) => {
	for (const page of pages.filter((one) => foreignTexts(one).isMost)) {
		const what = `The page is not in ${languageName(page.language)}.`;
		refuse(page.at(1), what, 'Put each edition into its own folder.');
	}
};

export const foreignWords: Check = ({ pages }, refuse) => {
	for (const page of pages) {
		const fix = 'Translate it; in English, write Chinese names and quotations as <Zh>…</Zh>.';
		for (const [where, expected] of foreignTexts(page).wrong) {
			refuse(where, `Expected ${expected}: the page is ${languageName(page.language)}.`, fix);
		}
	}
};

/** A section says which pages of the report it covers, in pages that exist. */
export const reportFields: Check = ({ pages, report }, refuse) => {
	if (!report.value) return;
	const { sections, pageCount, published } = report.value;
	for (const { slug, frontmatter, at } of pages) {
		const { value } = frontmatter;
		if (!value) continue;
		for (const field of ['pages', 'coverage'] as const) {
			if (!sections.includes(slug) || value[field] !== undefined) continue;
			refuse(at(2), `The section has no ${field}.`, `Add ${field} to the front matter.`);
		}
		if (value.updated < published) {
			const fix = 'Write the day of the last change.';
			refuse(frontmatter.at('updated'), `updated: the report is of ${published}.`, fix);
		}
	}
	const beyond = pages.filter((page) => lastPage(page.frontmatter.value?.pages) > pageCount);
	const fix = 'Write the pages as the report numbers them.';
	// Where many are beyond the last page, its number is the cause.
	if (beyond.length > 2) {
		return refuse(report.at('pageCount'), 'pageCount: pages beyond it are named.', fix);
	}
	for (const { frontmatter } of beyond) {
		refuse(frontmatter.at('pages'), `pages: the report has ${pageCount} pages.`, fix);
	}
};

/** A section begins with its abstract, one paragraph; what the excerpt lacks is its last line. */
export const frame: Check = ({ pages, report }, refuse) => {
	for (const { blocks, slug, lines, at } of pages) {
		const isSection = report.value?.sections.includes(slug);
		if (!blocks.some((block) => textOfNode(block).trim() !== '')) {
			const fix = 'Write it, or remove the page and its entry in report.yaml.';
			refuse(at(lines.length), 'The page has no text.', fix);
			continue;
		}
		if (isSection && !blocks.some(({ name }) => name === 'Abstract')) {
			const fix = 'Put <Abstract> with one paragraph right after the front matter.';
			refuse(at(blocks[0]!), 'The page does not begin with <Abstract>.', fix);
		}
		for (const [index, block] of blocks.entries()) {
			const { name, children = [] } = block;
			const before = blocks[index - 1];
			const isProse = children.length === 1 && children[0]!.type === 'paragraph';
			if (name === 'Abstract' && !(index === 0 && isProse)) {
				const fix = 'Blank line, one paragraph, blank line inside; nothing above.';
				refuse(at(block), '<Abstract> is not one paragraph at the top of the page.', fix);
			}
			if (name === 'Lacks' && index < blocks.length - 1) {
				refuse(at(block), 'Text follows <Lacks>.', 'Put it at the end of the page.');
			}
			if (name === 'Listing' && !children.some(({ type }) => type === 'code')) {
				const fix = 'Blank line, code block, blank line inside.';
				refuse(at(block), '<Listing> holds no code block.', fix);
			}
			if (name === 'Note' && (!before || before.type === 'heading')) {
				const fix = 'Put it right after its paragraph, list or figure.';
				refuse(at(block), 'The note follows nothing it could annotate.', fix);
			}
		}
	}
};

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

/** Every block has its id, and no mark is printed. */
export const marks: Check = ({ pages }, refuse) => {
	for (const page of pages) {
		for (const { kind, node, id } of page.marked) {
			if (kind === 'heading') continue;
			if (kind !== 'code block' && strayMark.test(withoutMark(textOfNode(node)))) {
				const fix = 'Put it at the very end.';
				refuse(page.at(node), 'A block mark inside the block would be printed.', fix);
			} else if (!id) {
				refuse(page.at(node), `This ${kind} has no id.`, 'Run npm run ids.');
			} else if (!isId(id)) {
				refuse(page.at(node), `“${id}” cannot be an id.`, 'Write at most 24 characters.');
			}
		}
	}
};
