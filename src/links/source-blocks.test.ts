import { describe, expect, test } from 'vitest';
import { idText, promiseComplaints, readIds, withReleased } from './id-list.ts';
import { mintId } from './mint.ts';
import { blockTexts, changesBetween } from './release.ts';
import { sourceBlocksOf } from './source-blocks.ts';
import { stamped, stampedLike } from './stamp.ts';

const page = `---
title: 起源
---

<Abstract>

摘要一段。 ^ab12

</Abstract>

<Note id="b8z8" matter="copilot-funding" />

## 小节 {#first-part}

<Claim id="a b">正文</Claim>两行
写成一段，见[下文](/risks/#x)。

- 一项 ^cd23
- 又一项
  - 项中之项

\`\`\`python title="一步"
x = 1
\`\`\`

<Note matter="other" />

<Figure id="drawing" />

<Lacks id="l2k3">摘录里没有图 1。</Lacks>
`;

let count = 0;
const nextId = () => {
	count += 1;
	return `n${count}`;
};
const kindsAndIds = (source: string) =>
	sourceBlocksOf(source).map(({ kind, id }) => `${kind} ${id}`);

describe('a source', () => {
	test('has a block for what stands between blank lines', () => {
		expect(kindsAndIds(page)).toEqual([
			'paragraph ab12',
			'note b8z8',
			'heading first-part',
			'paragraph undefined',
			'item cd23',
			'item undefined',
			'code undefined',
			'note undefined',
			'note l2k3',
		]);
		expect(sourceBlocksOf(page)[3]).toMatchObject({
			text: '正文两行 写成一段，见下文。',
			line: 15,
		});
	});

	test('gets ids where it has none, nothing else, and none the second time', () => {
		count = 0;
		const { source, added } = stamped(page, nextId);
		expect(added).toBe(4);
		expect(source.replace(/ \^n\d| id="n\d"/g, '')).toBe(page);
		expect(source).toContain('写成一段，见[下文](/risks/#x)。 ^n1\n');
		expect(source).toContain('- 又一项 ^n2\n  - 项');
		expect(source).toContain('```python title="一步" ^n3\n');
		expect(source).toContain('<Note id="n4" matter="other" />');
		expect(stamped(source, nextId)).toEqual({ source, added: 0 });
	});

	test('split by Enter keeps its id where the mark is left', () => {
		const split = page.replace('摘要一段。 ^ab12', '摘要。\n\n一段。 ^ab12');
		expect(kindsAndIds(stamped(split, nextId).source)[1]).toBe('paragraph ab12');
	});

	test('gives its ids to a translation block for block, and says where it cannot', () => {
		count = 0;
		const original = stamped(page, nextId).source;
		const bare = page.replace(/ \^[a-z]\d\d\d?|\^cd23/g, '').replace(' ^cd23', '');
		const { source, complaints } = stampedLike(original, bare, 'content/en/origin.mdx');
		expect(complaints).toEqual([]);
		expect(kindsAndIds(source)).toEqual(kindsAndIds(original));
		const other = stampedLike(original, bare.replace('- 又一项\n', ''), 'content/en/origin.mdx');
		expect(other.complaints).toMatchObject([{ where: 'content/en/origin.mdx:15' }]);
	});
});

describe('content/ids', () => {
	const { ids } = readIds('# head\nk7q2\nm3x5 -> k7q2  Now part of it.\n');

	test('reads back what it writes, sorted, one entry a line', () => {
		const text = idText([...ids, { id: 'a2b3' }]);
		expect(text.split('\n').slice(1)).toEqual([
			'a2b3',
			'k7q2',
			'm3x5 -> k7q2  Now part of it.',
			'',
		]);
		expect(readIds(text).ids.map(({ id }) => id)).toEqual(['a2b3', 'k7q2', 'm3x5']);
		expect(readIds('k7q2 m3x5').complaints).toHaveLength(1);
		expect(readIds('m3x5 -> k7q2').complaints).toHaveLength(1);
	});

	test('holds promises: no released id is lost, and none leads astray', () => {
		const faults = (onSite: string[], text = 'k7q2\nm3x5 -> k7q2  Why.\n') =>
			promiseComplaints(readIds(text).ids, new Set(onSite)).map(({ where }) => where);
		expect(faults(['k7q2', 'new1'])).toEqual([]);
		expect(faults([])).toEqual(['content/ids:1', 'content/ids:2']);
		expect(faults(['k7q2', 'm3x5'])).toEqual(['content/ids:2']);
		expect(faults(['k7q2'], 'k7q2\nk7q2\n')).toEqual(['content/ids:2']);
		expect(withReleased(ids, ['k7q2', 'z2z2']).map(({ id }) => id)).toEqual([
			'k7q2',
			'm3x5',
			'z2z2',
		]);
	});

	test('new ids are free, readable aloud and spell nothing', () => {
		const taken = new Set(['c3c3']);
		const draws = [1, 1, 1, 1, 2, 2, 2, 2];
		expect(mintId(taken, () => draws.shift()!)).toBe('d5d5');
		expect(mintId(new Set())).toMatch(/^[b-z]\d[b-z]\d$/);
	});
});

test('a release writes down what blocks said and say', () => {
	const texts = (words: string) =>
		blockTexts(
			new Map([['origin', `${words} ^ab12\n\n新段。 ^${words === '旧。' ? 'zz99' : 'yy88'}\n`]]),
		);
	const none = new Map();
	const changes = changesBetween({ zh: texts('旧。'), en: none }, { zh: texts('新。'), en: none });
	expect(changes).toEqual([
		{ id: 'ab12', page: 'origin', zh: { was: '旧。', now: '新。' } },
		{ id: 'zz99', page: 'origin', zh: { was: '新段。' } },
	]);
});
