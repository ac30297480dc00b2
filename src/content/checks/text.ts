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

/** Chinese left in an English page; a name or a quotation is marked, and spoken as Chinese. */
const untranslated: PageCheck = (page) => {
	if (page.language !== 'en') return [];
	const han = /\p{Script=Han}+/u;
	const { value, lineOf } = page.frontmatter;
	const complaint = (found: string, where: string) => ({
		what: `“${found}” is Chinese in an English page.`,
		where,
		mend: 'Translate it, or write a name or a quotation as <Zh>…</Zh>.',
	});
	const front = (['title', 'summary'] as const).flatMap((field) => {
		const found = han.exec(value?.[field] ?? '');
		return found ? [complaint(found[0], `${page.file}:${lineOf([field])}`)] : [];
	});
	const body = page.visits.flatMap(({ node, ancestors }) => {
		if (!['text', 'inlineCode', 'code'].includes(node.type)) return [];
		const found = han.exec((node.value ?? '') + (node.meta ?? ''));
		const isMarked = ancestors.some(({ name }) => name === 'Zh');
		return found && !isMarked ? [complaint(found[0], page.at(node))] : [];
	});
	return [...front, ...body];
};

export const textChecks: PageCheck[] = [text, untranslated];
