/** Marks: every block carries its id, and no mark is printed. */
import { blockMarkPattern } from '../../base/ids.ts';
import { markOf } from '../anchors.ts';
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

/** What kind of block a node is and the id it carries; nothing for a node that carries none. */
export function blockOf({ node, ancestors }: Visit): { noun: string; id?: string } | undefined {
	const withId = (noun: string, id = markOf(node)) => (id ? { noun, id } : { noun });
	if (attributed.includes(node.name ?? '')) return withId('note', attributeOf(node, 'id'));
	if (isInside(ancestors)) return undefined;
	if (node.type === 'code') return withId('code block');
	if (!isProse(node)) return undefined;
	return withId(ancestors.some(({ type }) => type === 'listItem') ? 'list item' : 'paragraph');
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
		const block = blockOf(visit);
		if (!block || block.id) return [];
		const mend =
			node.type === 'code' && !node.lang
				? 'Name the language after the fence, then run npm run ids.'
				: 'Run npm run ids.';
		return [{ what: `This ${block.noun} has no id.`, where, mend }];
	});

export const markChecks: readonly PageCheck[] = [marks];
