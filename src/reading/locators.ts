import { defineMdastPlugin } from 'satteri';
import { withBase } from '../base/urls.ts';
import { locatorOf } from '../content/locators.ts';
import { claimById } from '../content/readers.ts';
import { verdictsOf } from '../content/verdicts.ts';
import { contentLanguage } from './content-language.ts';

interface Node {
	type: string;
	name?: string | null;
	attributes?: { type: string; name?: string; value?: unknown }[];
	children?: Node[];
}

/** Claim ids told below a node, in order. */
function claimIdsIn(node: Node): string[] {
	const own =
		node.name === 'Claim'
			? (node.attributes ?? [])
					.filter((attribute) => attribute.name === 'id')
					.flatMap((attribute) => String(attribute.value).split(/\s+/))
			: [];
	return [...own, ...(node.children ?? []).flatMap(claimIdsIn)];
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
			const ids = [...new Set(claimIdsIn(node as Node))];
			const claims = ids.flatMap((id) => claimById(id) ?? []);
			if (claims.length === 0) return;
			const language = contentLanguage(context.fileURL) ?? 'zh';
			const verdicts = verdictsOf(claims, language);
			context.appendChild(node, {
				type: 'emphasis',
				data: { hName: 'small', hProperties: { className: ['locator'] } },
				children: [
					{ type: 'text', value: locatorOf(claims, language) },
					...(verdicts
						? [
								{ type: 'text' as const, value: ' ' },
								{
									type: 'link' as const,
									url: withBase(verdicts.path, base),
									data: {
										hProperties: {
											className: ['verdicts'],
											ariaLabel: verdicts.sentence,
											dataEntries: verdicts.entries,
										},
									},
									children: verdicts.signs.map(({ check, text }) => ({
										type: 'emphasis' as const,
										data: { hName: 'span', hProperties: { dataCheck: check } },
										children: [{ type: 'text' as const, value: text }],
									})),
								},
							]
						: []),
				],
			});
		},
	});
