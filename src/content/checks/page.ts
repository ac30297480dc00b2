/** What a page says in which language, and its block marks. */
import { isId, withoutMark } from '../../base/ids.ts';
import { isHan, languageName } from '../../base/languages.ts';
import type { Check } from '../content.ts';
import { faultOfLanguage } from '../fields.ts';
import { textOfNode, type Node } from '../mdx.ts';

/** Text below a node without what is marked as the other language. */
const unmarked = (node: Node): string =>
	node.name === 'Zh' || /expression/i.test(node.type)
		? ''
		: (node.value ?? '') + (node.children ?? []).map(unmarked).join('');

/** Texts are in the language of their page; in English, Chinese words are marked. */
export const foreignWords: Check = ({ pages }, refuse) => {
	for (const { language, fieldTexts, visits, at } of pages) {
		const isText = ({ type }: Node) =>
			type === 'code' ? !isHan(language) : type === 'paragraph' || type === 'heading';
		const blocks = visits.flatMap(({ node }) =>
			isText(node) ? { where: at(node), text: unmarked(node) + (node.meta ?? '') } : [],
		);
		const texts = [...fieldTexts, ...blocks];
		const name = languageName(language);
		const wrong = texts.filter(({ text }) => faultOfLanguage(text, language));
		if (wrong.length > 2 && wrong.length > texts.length / 2) {
			refuse(at(1), `The page is not in ${name}.`, 'Put each edition into its own folder.');
			continue;
		}
		for (const { where, text } of wrong) {
			const what = `Expected ${faultOfLanguage(text, language)}: the page is ${name}.`;
			const fix =
				'Correct or translate it; in English, write Chinese names and quotations as <Zh>…</Zh>.';
			refuse(where, what, fix);
		}
	}
};

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

/** Every block has its id, and no mark is printed. */
export const marks: Check = ({ pages }, refuse) => {
	for (const page of pages) {
		for (const { kind, node, id } of page.marked) {
			if (kind === 'heading' || kind === 'figure') continue;
			const isStray = kind !== 'code block' && strayMark.test(withoutMark(textOfNode(node)));
			const what = isStray
				? 'A block mark inside the block would be printed.'
				: !id
					? `This ${kind} has no id.`
					: !isId(id) && `“${id}” cannot be an id.`;
			const fix = 'Run npm run ids; a mark is at the very end and has at most 24 characters.';
			if (what) refuse(page.at(node), what, fix);
		}
	}
};
