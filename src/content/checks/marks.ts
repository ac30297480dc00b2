/** Marks: every block carries its id, and no mark is printed. */
import { blockMarkPattern } from '../../base/ids.ts';
import type { PageCheck } from '../content.ts';
import { attributeOf, textOfNode, type Node, type Visit } from '../page-source.ts';

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

/** Components whose id is an attribute. */
const attributed = ['Note', 'Lacks'];
/** Inline components: alone in a paragraph, MDX takes them out of it and no `<p>` is left. */
const inlineComponents = ['Claim', 'Term'];

const isProse = ({ type, name }: Node) =>
	type === 'paragraph' ||
	(type === 'mdxJsxFlowElement' && inlineComponents.includes(name ?? ''));

/** Whether a block stands in another that carries the id: a note, or an item with a list in it. */
const isInside = (ancestors: readonly Node[]) =>
	ancestors.some((node) => attributed.includes(node.name ?? '') || isProse(node)) ||
	ancestors.filter(({ type }) => type === 'listItem').length > 1;

const hasMark = (text: string | null | undefined) => blockMarkPattern.test(text ?? '');

/** What a block without id is called, or nothing where all is well. */
function withoutId({ node, ancestors }: Visit): string | undefined {
	if (attributed.includes(node.name ?? '')) return attributeOf(node, 'id') ? undefined : 'note';
	if (isInside(ancestors)) return undefined;
	if (node.type === 'code') return hasMark(node.meta) ? undefined : 'code block';
	const last = node.children?.at(-1);
	if (!isProse(node) || (last?.type === 'text' && hasMark(last.value))) return undefined;
	return ancestors.some(({ type }) => type === 'listItem') ? 'list item' : 'paragraph';
}

const marks: PageCheck = (page) =>
	page.visits.flatMap((visit) => {
		const { node } = visit;
		const where = page.at(node);
		if (isProse(node) && strayMark.test(textOfNode(node).replace(blockMarkPattern, ''))) {
			return [
				{
					what: 'A block mark stands inside the block and would be printed.',
					where,
					mend: 'Move the mark to the very end of its block.',
				},
			];
		}
		const noun = withoutId(visit);
		if (!noun) return [];
		const mend =
			node.type === 'code' && !node.lang
				? 'Name the language after the fence, then run npm run ids.'
				: 'Run npm run ids.';
		return [{ what: `This ${noun} has no id.`, where, mend }];
	});

export const markChecks: readonly PageCheck[] = [marks];
