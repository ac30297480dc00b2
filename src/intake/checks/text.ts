/** The words themselves: markup that would be printed as it is. */
import type { PageCheck } from '../content.ts';

interface Leftover {
	pattern: RegExp;
	what: string;
	mend: string;
}

/** Markup that reached the text because the parser did not take it as markup. */
const leftovers: readonly Leftover[] = [
	{
		// https://github.com/bruits/satteri/issues/85
		pattern: /\*\*/,
		what: 'The ** of a strong text would be printed as it is.',
		mend: 'Put the closing punctuation outside: **加粗**。后文.',
	},
	{
		pattern: /\]\(/,
		what: 'A link would be printed as it is.',
		mend: 'Write [text](address) without spaces between the brackets.',
	},
	{
		pattern: /`/,
		what: 'A ` would be printed as it is.',
		mend: 'Close the code with as many ` as it opens with.',
	},
	{
		pattern: /\{#/,
		what: 'An id in braces would be printed as it is.',
		mend: 'Ids in braces belong at the end of a heading: ## 标题 {#id}.',
	},
	{
		pattern: /(?<=[\p{Script=Han}，。；：、！？）”])\n|\n(?=[\p{Script=Han}（“])/u,
		what: 'A line break inside a paragraph would show as a space between Chinese characters.',
		mend: 'Keep each paragraph on one line.',
	},
];

const text: PageCheck = (page) =>
	page.visits
		.filter(({ node }) => node.type === 'text')
		.flatMap(({ node }) =>
			leftovers.flatMap(({ pattern, what, mend }) => {
				const found = pattern.exec(node.value ?? '');
				if (!found) return [];
				const before = (node.value ?? '').slice(0, found.index).split('\n').length - 1;
				return [{ what, mend, where: page.at((node.position?.start.line ?? 1) + before) }];
			}),
		);

export const textChecks: PageCheck[] = [text];
