import { expect, test } from 'vitest';
import { markComplaints, stamped, stampedLike } from './marks.ts';
import { mintId } from './mint.ts';
import { sourceBlocksOf } from './source-blocks.ts';
import { renderedPage, sourcesOf } from './rendered.ts';
import { blockElementsOf } from '../base/blocks.ts';

const page = `---
title: 技术
---

<KeyPoints>

- 第一点<Claim id="a">数字 13 亿</Claim>。
- 第二点，见[图三](/origin/#x)。

</KeyPoints>

## 三步训练 {#rlhf-steps}

一段正文，
占了两行。

<Note claims="a b">一段 *注* 解。</Note>

<Claim id="z">整段都是声明。</Claim>

1. 第一步
   - 第一步之一
2. 第二步

> 引文一句。

\`\`\`python title="loss"
x = 1 ^ 2
\`\`\`
`;

const numbered = () => {
	let count = 0;
	return () => {
		count += 1;
		return `k${count}`;
	};
};

test('stamps each kind of block where its mark belongs', () => {
	const { source, added } = stamped(page, numbered());
	expect(added).toBe(9);
	expect(source).toContain('- 第一点<Claim id="a">数字 13 亿</Claim>。 ^k1\n');
	expect(source).toContain('一段正文，\n占了两行。 ^k3\n');
	expect(source).toContain('<Note id="k4" claims="a b">一段 *注* 解。</Note>');
	expect(source).toContain('<Claim id="z">整段都是声明。</Claim> ^k5\n');
	expect(source).toContain('1. 第一步 ^k6\n   - 第一步之一\n2. 第二步 ^k7');
	expect(source).toContain('> 引文一句。 ^k8');
	expect(source).toContain('```python title="loss" ^k9\n');
});

test('changes nothing but the marks, and nothing the second time', () => {
	const once = stamped(page, numbered()).source;
	expect(once.replace(/ \^k\d| id="k\d"/g, '')).toBe(page);
	expect(stamped(once, numbered())).toEqual({ source: once, added: 0 });
	expect(markComplaints('content/zh/a.mdx', once)).toEqual([]);
});

test('names file and line of what is missing or stray', () => {
	const source = [
		'没有记号的一段。',
		'有记号。 ^k7q2',
		'记号后面 ^m3x5 又写了字。 ^n3x5',
		'<Note claims="a">没有标识的注。</Note>',
		'```python\nx = 1\n```',
		'```\nx = 1\n```',
	].join('\n\n');
	const complaints = markComplaints('content/zh/a.mdx', source);
	expect(complaints.map(({ where, what }) => `${where} ${what}`)).toEqual([
		'content/zh/a.mdx:1 This paragraph has no id.',
		'content/zh/a.mdx:5 A block mark stands inside the paragraph and would be printed.',
		'content/zh/a.mdx:7 This note has no id.',
		'content/zh/a.mdx:9 This code block has no id.',
		'content/zh/a.mdx:13 This code block has no id.',
	]);
	expect(complaints.at(-1)?.mend).toContain('Name the language');
});

test('gives a translation the ids of the original, and refuses where blocks differ', () => {
	const zh =
		'开头。 ^k2k2\n\n## 题 {#topic}\n\n一。 ^k3k3\n\n- 甲 ^k4k4\n\n## 尾 {#tail}\n\n完。 ^k5k5';
	const en = 'Start.\n\n## Topic {#topic}\n\nOne.\n\n- A\n\n## Tail {#tail}\n\nEnd.\n\nMore.';
	const { source, added, complaints } = stampedLike(zh, en, 'content/en/a.mdx');
	expect(source).toContain('Start. ^k2k2');
	expect(source).toContain('One. ^k3k3\n\n- A ^k4k4');
	expect(added).toBe(3);
	expect(complaints).toHaveLength(1);
	expect(complaints[0]?.where).toBe('content/en/a.mdx:11');
	expect(complaints[0]?.what).toContain('paragraph, paragraph; the original has paragraph');
});

test('sees in every page of the site the blocks that the page shows', () => {
	const taken = new Set<string>();
	for (const [slug, source] of sourcesOf('content/zh')) {
		const full = stamped(source, () => mintId(taken)).source;
		const { article } = renderedPage(full, slug);
		const figures = article.querySelectorAll('figure').length;
		const elements = blockElementsOf(article);
		expect(elements.filter((element) => !element.id).map((element) => element.outerHTML)).toEqual(
			[],
		);
		expect(elements.length - figures).toBe(sourceBlocksOf(full).length);
	}
});
