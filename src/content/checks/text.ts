/** The words themselves: markup that would be printed, characters, and the language. */
import { codePoint, misleadingCharacter } from '../../base/characters.ts';
import { faultOfLanguage } from '../fields.ts';
import type { Node } from '../mdx.ts';
import type { PageCheck } from './page.ts';

/** Markup that reached the text because the parser did not take it as markup. */
const leftovers: readonly [pattern: RegExp, what: string, fix: string][] = [
	// https://github.com/bruits/satteri/issues/85
	[/\*\*/, 'The ** of a strong text would be printed.', 'Close it before punctuation: **加粗**。后文.'],
	[/\]\s?\(/, 'A link would be printed as it is.', 'Write [text](address) without spaces.'],
	[/`/, 'A ` would be printed as it is.', 'Close the code with as many ` as it opens with.'],
	[/\{#/, 'An id in braces would be printed.', 'Ids in braces end a heading: ## 标题 {#id}.'],
	[
		/(?<=[\p{Script=Han}，。；：、！？）”])\n|\n(?=[\p{Script=Han}（“])/u,
		'A line break would show as a space between Chinese characters.',
		'Keep each paragraph on one line.',
	],
	[
		misleadingCharacter,
		'A character that does not show or is not what it looks like',
		'Remove it, as &…; too.',
	],
];

const prose: PageCheck = (page, refuse) => {
	for (const { node } of page.visits) {
		const attributes = (node.attributes ?? []).map(({ value }) => String(value ?? ''));
		const values = node.type === 'text' ? [node.value ?? ''] : attributes;
		for (const value of values) {
			for (const [pattern, what, fix] of leftovers) {
				const found = pattern.exec(value);
				if (!found) continue;
				const line = node.position!.start.line + value.slice(0, found.index).split('\n').length - 1;
				const isCharacter = pattern === misleadingCharacter;
				refuse(line, isCharacter ? `${what}, ${codePoint(found[0])}.` : what, fix);
				break;
			}
		}
	}
};

const names = { zh: 'Chinese', en: 'English' };

/** A text in another language than the page; in English, Chinese words are marked. */
const languages: PageCheck = (page, refuse) => {
	const name = names[page.language];
	const { value, lineOf } = page.frontmatter;
	const wrong: [place: Node | number, expected: string][] = [];
	const hold = (place: Node | number, text = '') => {
		const expected = faultOfLanguage(text, page.language);
		if (expected) wrong.push([place, expected]);
	};
	hold(lineOf(['title']), value?.title);
	hold(lineOf(['summary']), value?.summary);
	/** Text below a node without what is marked as the other language. */
	const unmarked = (node: Node): string =>
		node.name === 'Zh' || /expression/i.test(node.type)
			? ''
			: (node.value ?? '') + (node.children ?? []).map(unmarked).join('');
	let held = 2;
	for (const { node } of page.visits) {
		const isCode = node.type === 'code' && page.language !== 'zh';
		if (!isCode && node.type !== 'paragraph' && node.type !== 'heading') continue;
		held += 1;
		hold(node, unmarked(node) + (isCode ? (node.meta ?? '') : ''));
	}
	if (wrong.length > 2 && wrong.length > held / 2) {
		return refuse(1, `The page is not in ${name}.`, 'Put each edition into its own folder.');
	}
	for (const [place, expected] of wrong) {
		const fix = 'Translate it; in English, write Chinese names and quotations as <Zh>…</Zh>.';
		refuse(place, `Expected ${expected}: the page is ${name}.`, fix);
	}
};

/** Words in the wrong language make other faults likely, so they are looked for first. */
export const textChecks: readonly PageCheck[] = [languages, prose];
