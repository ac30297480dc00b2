import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { atomFeed } from './atom.ts';
import { changesBetween, correctionsIn, changeIn, type ReleasedTexts } from './changes.ts';
import { idProblems, releasedIds, withReleased } from './id-list.ts';
import { mintId, sourceBlocksOf, stamped, stampedLike } from './source-blocks.ts';

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
const file = 'content/zh/origin.mdx';
const blocksOf = (source: string) =>
	sourceBlocksOf(file, source).map(({ kind, id }) => `${kind} ${id}`);

describe('a source', () => {
	test('has a block for what carries an id', () => {
		expect(blocksOf(page)).toEqual([
			'paragraph ab12',
			'note b8z8',
			'heading first-part',
			'paragraph undefined',
			'list item cd23',
			'list item undefined',
			'code block undefined',
			'note undefined',
			'figure drawing',
			'note l2k3',
		]);
		expect(sourceBlocksOf(file, page)[3]).toMatchObject({
			text: '正文两行 写成一段，见下文。',
			line: 15,
		});
	});

	test('gets ids where it has none, nothing else, and none the second time', () => {
		count = 0;
		const source = stamped(file, page, nextId);
		expect(count).toBe(4);
		expect(source.replace(/ \^n\d| id="n\d"/g, '')).toBe(page);
		expect(source).toContain('写成一段，见[下文](/risks/#x)。 ^n1\n');
		expect(source).toContain('- 又一项 ^n2\n  - 项');
		expect(source).toContain('```python title="一步" ^n3\n');
		expect(source).toContain('<Note id="n4" matter="other" />');
		expect(stamped(file, source, nextId)).toBe(source);
	});

	test('that does not parse is refused with its line', () => {
		expect(() => stamped(file, `${page}\n<Abstract>\n`, nextId)).toThrow(/origin\.mdx:\d+/);
	});

	test.each([
		['摘要较长的一段。\n\n尾。 ^ab12', ['paragraph ab12', 'paragraph n1']],
		['摘。\n\n要较长的一段。 ^ab12', ['paragraph n1', 'paragraph ab12']],
		['另外写的一段，也很长。\n\n尾。 ^ab12', ['paragraph n1', 'paragraph ab12']],
		['摘要较长的一段，又另外改了。\n\n尾。 ^ab12', ['paragraph ab12', 'paragraph n1']],
		['摘要较长的一段。\n\n中。\n\n尾。 ^ab12', ['paragraph ab12', 'paragraph n1', 'paragraph n2']],
	])('of a split paragraph, the longest part keeps the id: %s', (split, expected) => {
		count = 0;
		const before = new Map([['ab12', split.replace(/\s+|\^ab12/g, '').replace('另外', '别的')]]);
		expect(blocksOf(stamped(file, split, nextId, before))).toEqual(expected);
	});

	test('gives its ids to a translation block for block, and says where it cannot', () => {
		count = 0;
		const original = stamped(file, page, nextId);
		const bare = page.replace(/ \^[a-z]\d\d\d?|\^cd23/g, '').replace(' ^cd23', '');
		const english = 'content/en/origin.mdx';
		const { source, problems } = stampedLike(original, english, bare);
		expect(problems).toEqual([]);
		expect(blocksOf(source)).toEqual(blocksOf(original));
		const other = stampedLike(original, english, bare.replace('- 又一项\n', ''));
		expect(other.problems).toMatchObject([{ where: 'content/en/origin.mdx:15' }]);
	});
});

describe('content/ids', () => {
	const list = '# head\nk7q2\nm3x5 -> k7q2  Now part of it.\n';

	test('has one entry a line, sorted; new ids are added', () => {
		const text = withReleased(['k7q2', 'a2b3', 'a2b3'], list);
		expect(text).toBe('# head\na2b3\nk7q2\nm3x5 -> k7q2  Now part of it.\n');
		expect(withReleased(['a2b3'], text)).toBe(text);
		expect(releasedIds(text).map(({ id, to }) => [id, to])).toEqual([
			['a2b3', undefined],
			['k7q2', undefined],
			['m3x5', 'k7q2'],
		]);
	});

	test.each([
		['k7q2 m3x5', [], ['content/ids:1']],
		['m3x5 -> k7q2', ['k7q2'], ['content/ids:1']],
		['k7q2\nm3x5 -> k7q2  Why.', ['k7q2', 'new1'], []],
		['k7q2\nm3x5 -> k7q2  Why.', [], ['content/ids:1', 'content/ids:2']],
		['k7q2\nm3x5 -> k7q2  Why.', ['k7q2', 'm3x5'], ['content/ids:2']],
		['k7q2\nk7q2', ['k7q2'], ['content/ids:2']],
	])('%j with %j on the site is refused at %j', (text, onSite, where) => {
		expect(idProblems(new Set(onSite), text).map((one) => one.where)).toEqual(where);
	});

	test('new ids are free, readable aloud and spell nothing', () => {
		const taken = new Set(['c3c3']);
		const draws = [1, 1, 1, 1, 2, 2, 2, 2];
		expect(mintId(taken, () => draws.shift()!)).toBe('d5d5');
		expect(mintId(new Set())).toMatch(/^[b-z]\d[b-z]\d$/);
	});
});

test('a release writes down what blocks said and say', () => {
	const texts = (words: string, last: string): ReleasedTexts => ({
		zh: { ab12: ['缘起 & 起因', words], [last]: ['origin', '新段。'] },
		en: {},
	});
	const changes = changesBetween(texts('旧。', 'zz99'), texts('新。', 'yy88'));
	expect(changes).toEqual([
		{ id: 'ab12', page: '缘起 & 起因', zh: { was: '旧。', now: '新。' } },
		{ id: 'zz99', page: 'origin', zh: { was: '新段。' } },
	]);
	const releases = [{ date: '2026-12-01', tag: 'release-2026-12-01', changes }];
	expect(correctionsIn('zh', releases).map(({ now }) => now)).toEqual(['新。', undefined]);
	expect(correctionsIn('en', releases)).toEqual([]);
	const address = { origin: 'https://example.org', base: '/r/' };
	const feed = atomFeed('zh', address, correctionsIn('zh', releases));
	// The elements and forms that RFC 4287 asks for.
	const { document } = parseHTML(feed.replace(/^<\?xml.*\n/, ''));
	const textsIn = (selector: string) =>
		[...document.querySelectorAll(selector)].map(({ textContent }) => textContent);
	expect(feed).toMatch(
		/^<\?xml version="1.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www.w3.org\/2005\/Atom" /,
	);
	expect(feed).toContain('<link rel="self" href="https://example.org/r/changes.xml"/>');
	expect(textsIn('feed > id, feed > title, feed > updated, feed > author > name')).toHaveLength(4);
	expect(new Set(textsIn('entry > id')).size).toBe(2);
	expect(textsIn('entry > title')[0]).toBe('缘起 & 起因 · 段落 ab12');
	expect(textsIn('updated')).toEqual(Array(3).fill('2026-12-01T00:00:00Z'));
	expect(feed.match(/&(?!amp;|lt;|gt;|quot;)/)).toBeNull();
	expect(
		[...document.querySelectorAll('entry > link')].map((one) => one.getAttribute('href')),
	).toEqual(['https://example.org/r/s/ab12/', 'https://example.org/r/origin/']);
	expect(changeIn('aaa', 'aa')).toEqual(['aa', 'a', '', '']);
	expect(changeIn('甲乙丁', '甲丙丁')).toEqual(['甲', '乙', '丙', '丁']);
});
