import { defineMdastPlugin } from 'satteri';

/** Names that a hyphen holds together: GPT-3.5, Chat-GPT, PPO-ptx, PRE-2020. */
const hyphenated = /[A-Z][A-Za-z]*-(?:\d[\d.]*\d|\d|[A-Z][A-Za-z]*|ptx)(?![\w-])/gu;

/**
 * Keeps a model's name on one line. A browser breaks after any hyphen, so that a line could begin
 * with the 3 of GPT-3; a non-breaking hyphen would be copied and searched as another character.
 */
export const unbrokenNames = defineMdastPlugin({
	name: 'unbroken-names',
	text(node, context) {
		const names = [...node.value.matchAll(hyphenated)];
		if (names.length === 0) return;
		let at = 0;
		const pieces = names.flatMap((match) => {
			const before = node.value.slice(at, match.index);
			at = match.index + match[0].length;
			return [
				...(before ? [{ type: 'text' as const, value: before }] : []),
				{
					type: 'emphasis' as const,
					data: { hName: 'span', hProperties: { className: ['unbroken'] } },
					children: [{ type: 'text' as const, value: match[0] }],
				},
			];
		});
		const after = node.value.slice(at);
		context.replaceNode(node, [
			...pieces,
			...(after ? [{ type: 'text' as const, value: after }] : []),
		]);
	},
});
