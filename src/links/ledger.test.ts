import { describe, expect, test } from 'vitest';
import type { Entry } from './ledger.ts';
import {
	ledgerComplaints,
	ledgerText,
	recorded,
	redirected,
	redirectsOf,
	rewrittenIds,
} from './ledger.ts';
import { stamped } from './marks.ts';
import { mintId } from './mint.ts';
import { publishedBlocksOf } from './published.ts';
import { sourceBlocksOf } from './source-blocks.ts';
import { renderedSite, sourcesOf } from './rendered.ts';

const today = '2026-11-24';
type Sources = Map<string, string>;

/** The real Chinese pages, every block marked. */
const taken = new Set<string>();
const original: Sources = new Map(
	[...sourcesOf('content/zh')].map(([slug, source]) => [
		slug,
		stamped(source, () => mintId(taken)).source,
	]),
);
const blocksIn = (sources: Sources) => publishedBlocksOf(renderedSite(sources));
const ledger = recorded([], blocksIn(original), { today });

/** A copy of the pages with one of them changed. */
function changed(slug: string, change: (source: string) => string): Sources {
	const before = original.get(slug)!;
	const after = change(before);
	if (after === before) throw new Error(`The mutation changes nothing in ${slug}.`);
	return new Map(original).set(slug, after);
}

const complaintsAbout = (sources: Sources, known: readonly Entry[] = ledger) =>
	ledgerComplaints(known, blocksIn(sources));

const idsOf = (sources: Sources) =>
	[...sources.values()].flatMap((source) => sourceBlocksOf(source).map(({ id }) => id)).sort();

/** Lines of a page that are paragraphs with a mark and tell a claim. */
const claimLines = (source: string) =>
	source.split('\n').filter((line) => /^[^<\-#>`].*<Claim .*\^[a-z0-9]{4}$/.test(line));

const markOf = (line: string) => /\^([a-z0-9]{4})$/.exec(line)![1]!;

const slug = 'industry-impact';
const lines = claimLines(original.get(slug)!);
const [first, second] = lines as [string, string];

describe('a page may change while its ids hold', () => {
	test('accepts the pages as recorded', () => {
		expect(complaintsAbout(original)).toEqual([]);
		expect(ledger.length).toBeGreaterThan(100);
	});

	test('holds when all text that tells claims is rewritten', () => {
		const rewritten = changed(slug, (source) =>
			source
				.split('\n')
				.map((line) => {
					if (!lines.includes(line)) return line;
					const claims = [...line.matchAll(/<Claim id="([^"]+)">/g)].map((match) => match[1]);
					return `换了一种全新的说法。${claims.map((id) => `<Claim id="${id}">句子重写过</Claim>`).join('。')} ^${markOf(line)}`;
				})
				.join('\n'),
		);
		expect(idsOf(rewritten)).toEqual(idsOf(original));
		expect(complaintsAbout(rewritten)).toEqual([]);
	});

	test('holds without claims too, once a person vouches for the new words', () => {
		const line = original
			.get(slug)!
			.split('\n')
			.find((text) => /^[^<\-#>`].*\^[a-z0-9]{4}$/.test(text) && !text.includes('<Claim'))!;
		const id = markOf(line);
		const rewritten = changed(slug, (source) => source.replace(line, `另起炉灶的说明。 ^${id}`));
		expect(complaintsAbout(rewritten)).toEqual([
			expect.objectContaining({ mend: expect.stringContaining(`--accept ${id}`) as string }),
		]);
		const vouched = recorded(ledger, blocksIn(rewritten), { today, accept: new Set([id]) });
		expect(complaintsAbout(rewritten, vouched)).toEqual([]);
	});

	test('holds when every word of a page is rewritten: claims by themselves, the rest by a person', () => {
		let words = 0;
		const invented = () => {
			words += 1;
			return `改写第${words}处`;
		};
		// Text between tags, ids and marks; what makes a block a block stays as it is.
		const markup =
			/^---$[\s\S]*?^---$|^```[\s\S]*?^```|^\s*[-#>]+ |\{#[^}]+\}|\^[a-z0-9]{4}$|<[^>]+>/gm;
		const rewritten = changed(slug, (source) => {
			const kept = source.match(markup)!;
			return source
				.split(markup)
				.map((text, at) => text.replace(/[^\s]+/gu, invented) + (kept[at] ?? ''))
				.join('');
		});
		expect(words).toBeGreaterThan(80);
		expect(idsOf(rewritten)).toEqual(idsOf(original));
		const blocks = blocksIn(rewritten);
		const doubtful = rewrittenIds(ledger, blocks);
		expect(doubtful.length).toBeGreaterThan(3);
		const told = ledger.filter(({ claims }) => claims !== undefined).map(({ id }) => id);
		expect(doubtful.filter((id) => told.includes(id))).toEqual([]);
		expect(ledgerComplaints(ledger, blocks)).toHaveLength(doubtful.length);
		const vouched = recorded(ledger, blocks, { today, accept: new Set(doubtful) });
		expect(ledgerComplaints(vouched, blocks)).toEqual([]);
		expect(vouched.map(({ id }) => id)).toEqual(ledger.map(({ id }) => id));
	});

	test('holds when two paragraphs are swapped', () => {
		const swapped = changed(slug, (source) =>
			source.replace(first, '\0').replace(second, first).replace('\0', second),
		);
		expect(complaintsAbout(swapped)).toEqual([]);
	});

	test('holds when a heading is renamed', () => {
		const renamed = changed(slug, (source) =>
			source.replace(/^## .* \{#impact-lessons\}$/m, '## 完全不同的题目 {#impact-lessons}'),
		);
		expect(complaintsAbout(renamed)).toEqual([]);
	});
});

describe('the build refuses a broken promise and names it', () => {
	test('a paragraph deleted without an entry', () => {
		const [complaint, ...others] = complaintsAbout(changed(slug, (s) => s.replace(first, '')));
		expect(others).toEqual([]);
		expect(complaint?.what).toContain(`paragraph “${markOf(first)}” is no longer on`);
		expect(complaint?.where).toMatch(/^content\/anchors\.json:\d+$/);
		expect(complaint?.mend).toContain(`--retire ${markOf(first)}`);
	});

	test('an entry gone from a register, by the file it is written in', () => {
		const entry = (page: string): Entry => ({
			id: 'claim-40',
			page,
			kind: 'item',
			first: today,
			status: 'live',
			fingerprint: { zh: '' },
		});
		const found = (page: string) => ledgerComplaints([entry(page)], [])[0]?.what;
		expect(found('claims')).toContain('no longer on content/claims.json');
		expect(found('glossary')).toContain('no longer on content/glossary.yaml');
	});

	test('an id re-used for another statement', () => {
		const reused = changed(slug, (source) =>
			source.replace(
				first,
				`<Claim id="impact-closed-gpu-barrier">一句毫不相干的新话</Claim>。 ^${markOf(first)}`,
			),
		);
		const [complaint] = complaintsAbout(reused);
		expect(complaint?.what).toContain(`“${markOf(first)}” now stands at other content`);
		expect(complaint?.where).toMatch(new RegExp(`^content/zh/${slug}\\.mdx:\\d+$`));
		// Recording does not smuggle it in either.
		expect(complaintsAbout(reused, recorded(ledger, blocksIn(reused), { today }))).toHaveLength(1);
	});

	test('two ids exchanged', () => {
		const [a, b] = [markOf(first), markOf(second)];
		const exchanged = changed(slug, (source) =>
			source.replace(`^${a}`, '^\0').replace(`^${b}`, `^${a}`).replace('^\0', `^${b}`),
		);
		expect(complaintsAbout(exchanged).map(({ what }) => what)).toEqual([
			expect.stringContaining(`“${a}” now stands at other content`),
			expect.stringContaining(`“${b}” now stands at other content`),
		]);
	});

	test('a heading’s id put on another section', () => {
		const exchanged = changed(slug, (source) =>
			source
				.replace('{#impact-lessons}', '{#\0}')
				.replace('{#impact-third-stage}', '{#impact-lessons}')
				.replace('{#\0}', '{#impact-third-stage}'),
		);
		expect(complaintsAbout(exchanged)).toHaveLength(2);
	});

	test('a new block that nobody recorded, and a retired id that returns', () => {
		const added = changed(slug, (source) => `${source}\n新的一段。 ^z9z9\n`);
		expect(complaintsAbout(added)[0]?.mend).toContain('npm run ids');
		const retired = redirected(ledger, markOf(first), markOf(second), '并入下一段');
		expect(complaintsAbout(original, retired)[0]?.what).toContain('may not be used again');
	});

	test('an id too long to publish', () => {
		const long = changed('risks', (source) => `${source}\n一段。 ^much-too-long-for-a-public-id\n`);
		expect(complaintsAbout(long).map(({ what }) => what)).toEqual([
			expect.stringContaining('“much-too-long-for-a-public-id” is not an id'),
		]);
		const after = recorded(ledger, blocksIn(long), { today });
		expect(after).toHaveLength(ledger.length);
	});

	test('a redirect to nothing, in two hops, or in a circle', () => {
		const entry = (id: string, to?: string): Entry => ({
			id,
			page: 'risks',
			kind: 'paragraph',
			first: today,
			fingerprint: {},
			...(to ? { status: 'moved', to } : { status: 'live' }),
		});
		const found = (known: Entry[]) => ledgerComplaints(known, []).map(({ what }) => what);
		expect(found([entry('a1', 'b1')])[0]).toContain('never published');
		expect(found([entry('a1', 'b1'), entry('b1', 'c1'), entry('c1')])[0]).toContain('leads on to');
		expect(found([entry('a1', 'b1'), entry('b1', 'a1')])[0]).toContain('lead to each other');
	});
});

describe('old links land', () => {
	test('a paragraph moved to another page keeps its id and its old address', () => {
		const moved = changed(slug, (source) => source.replace(first, ''));
		moved.set('risks', `${moved.get('risks')}\n${first}\n`);
		const id = markOf(first);
		expect(complaintsAbout(moved)[0]?.what).toContain('old links would miss it');
		const after = recorded(ledger, blocksIn(moved), { today });
		expect(complaintsAbout(moved, after)).toEqual([]);
		expect(redirectsOf(after)).toEqual([{ id, page: slug, to: id, toPage: 'risks' }]);
	});

	test('a merged or retired paragraph leads to its successor in one hop', () => {
		const [a, b] = [markOf(first), markOf(second)];
		const gone = changed(slug, (source) => source.replace(first, ''));
		const merged = redirected(ledger, a, b);
		expect(complaintsAbout(gone, merged)).toEqual([]);
		const third = markOf(lines[2]!);
		const further = redirected(merged, b, third, '重复');
		expect(
			redirectsOf(further)
				.map(({ id, to }) => `${id} → ${to}`)
				.sort(),
		).toEqual([`${a} → ${third}`, `${b} → ${third}`].sort());
	});
});

test('keeps one entry a line and never drops one', () => {
	const text = ledgerText(ledger);
	expect(text.trimEnd().split('\n')).toHaveLength(ledger.length + 2);
	const gone = changed(slug, (source) => source.replace(first, ''));
	expect(recorded(ledger, blocksIn(gone), { today })).toHaveLength(ledger.length);
});
