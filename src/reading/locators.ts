import { defineMdastPlugin, type MdastNode } from 'satteri';
import { withBase } from '../base/urls.ts';
import { locatorOf } from '../content/locators.ts';
import { idsOf, type Node } from '../content/mdx.ts';
import { claimById } from '../content/readers.ts';
import { verdictsOf } from '../content/verdicts.ts';
import { contentLanguage } from './content-language.ts';
import { spanOf } from './spans.ts';

/** Ids of the claims made below a node, in order. */
function claimIdsIn(node: Node): string[] {
	const own = node.name === 'Claim' ? idsOf(node, 'id') : [];
	return [...own, ...(node.children ?? []).flatMap(claimIdsIn)];
}

/** One link for all verdicts on what a block says: a sign for each. */
function verdictLink(verdicts: NonNullable<ReturnType<typeof verdictsOf>>, base: string) {
	return {
		type: 'link',
		url: withBase(verdicts.path, base),
		data: {
			hProperties: {
				className: ['verdicts'],
				ariaLabel: verdicts.sentence,
				dataEntries: verdicts.entries,
			},
		},
		children: verdicts.signs.map(({ check, text }) => spanOf(text, { dataCheck: check })),
	} satisfies MdastNode;
}

/**
 * Ends each paragraph and list item that makes claims with the place in the report where they
 * stand, so that every number says where it comes from and nobody types page numbers by hand, and
 * with one link for all verdicts on what the block says.
 */
export const locators = (base: string) =>
	defineMdastPlugin({
		name: 'locators',
		paragraph(node, context) {
			const ids = new Set(claimIdsIn(node as Node));
			const claims = [...ids].flatMap((id) => claimById(id) ?? []);
			if (claims.length === 0) return;
			const language = contentLanguage(context.fileURL);
			const verdicts = verdictsOf(claims, language);
			const place = { type: 'text' as const, value: locatorOf(claims, language) };
			// A space, unlike a margin, goes where a line ends.
			context.appendChild(node, { type: 'text', value: ' ' });
			context.appendChild(node, {
				type: 'emphasis',
				data: { hName: 'small', hProperties: { className: ['locator'] } },
				children: verdicts
					? [place, { type: 'text', value: ' ' }, verdictLink(verdicts, base)]
					: [place],
			});
		},
	});
