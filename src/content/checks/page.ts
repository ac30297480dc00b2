/** What a page says in which language, and its block marks. */
import { isId, withoutMark } from '../../base/ids.ts';
import { isHan, languageName } from '../../base/languages.ts';
import type { PageCheck } from '../content.ts';
import { faultOfLanguage } from '../fields.ts';
import { textOfNode, type Node } from '../mdx.ts';

/** Text below a node without what is marked as the other language. */
const unmarked = (node: Node): string =>
	node.name === 'Zh' || /expression/i.test(node.type)
		? ''
		: (node.value ?? '') + (node.children ?? []).map(unmarked).join('');

/** Texts are in the language of their page; in English, Chinese words are marked. */
export const foreignWords: PageCheck = (pages, refuse) => {
	for (const { language, frontmatter, visits, at } of pages) {
		const isText = ({ type }: Node) =>
			type === 'code' ? !isHan(language) : type === 'paragraph' || type === 'heading';
		const texts = [
			...(['title', 'summary'] as const).map((field) => [
				frontmatter.at(field),
				frontmatter.value?.[field] ?? '',
			]),
			...visits.flatMap(({ node }): [string, string][] =>
				isText(node) ? [[at(node), unmarked(node) + (node.meta ?? '')]] : [],
			),
		];
		const name = languageName(language);
		const wrong = texts.flatMap(([where = '', text = '']) => {
			const expected = faultOfLanguage(text, language);
			const fix = 'Translate it; in English, write Chinese names and quotations as <Zh>…</Zh>.';
			return expected ? [{ what: `Expected ${expected}: the page is ${name}.`, where, fix }] : [];
		});
		const isMisfiled = wrong.length > 2 && wrong.length > texts.length / 2;
		const fix = 'Put each edition into its own folder.';
		if (isMisfiled) refuse({ what: `The page is not in ${name}.`, where: at(1), fix });
		else wrong.forEach(refuse);
	}
};

/** A mark in the middle of a text. A caret in prose or code has no space before it. */
const strayMark = /\s\^[a-z][a-z0-9]{3}(?![a-z0-9-])/;

/** Every block has its id, and no mark is printed. */
export const marks: PageCheck = (pages, refuse) => {
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
			if (what) refuse({ what, where: page.at(node), fix });
		}
	}
};
