/**
 * Every kind of bad content is refused with file and line, the cause, once, and without a stack.
 * The cases, in `bad-input.txt`, are those Astro was seen to let through, to refuse without a line,
 * or to crash on, and what our own rules add.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readCsv } from '../src/content/data-files.ts';
import { id, number } from '../src/content/fields.ts';
import { inspectContent } from '../src/content/inspect.ts';
import { ContentError, describeProblem } from '../src/base/content-error.ts';
import { soundContent, withContent, type Files } from './content-fixture.ts';

const zh = 'zh/origin.mdx';
const en = 'en/origin.mdx';
const last = '规模为 13 亿，在 2022 年 11 月 30 日公布。 ^ab12';
const files: Record<string, string> = { zh, en, figure: '../src/figures/drawing/figure.yaml' };

/** A cell of the table as text. */
const textOfCell = (cell: string) =>
	cell
		.replace(/\\(?:\\|u[\da-f]{4}|[nt])/g, (written) => JSON.parse(`"${written}"`) as string)
		.replace(/(.)×(\d+)/gsu, (_, one: string, count) => one.repeat(Number(count)))
		.replace('LAST', last);

/** The table's lines by kind. */
const kinds = readFileSync('tests/bad-input.txt', 'utf8')
	.split('\n# ')
	.slice(1)
	.map((part): [kind: string, cases: string[][]] => {
		const [kind = '', ...lines] = part.trim().split('\n');
		return [kind, lines.map((line) => line.split(' ¦ '))];
	});

/** The sound content with one thing changed, and where that is. */
function spoilt([, name = '', from = '', to = '', , place = '0']: string[]) {
	const path = files[name] ?? name;
	const content = soundContent();
	const text = (content[path] as string | undefined) ?? '';
	const there = from === 'ALL' ? text : textOfCell(from);
	if (!text.includes(there)) throw new Error(`The sound ${path} has no “${there}”`);
	// What is written last is what changed last.
	delete content[path];
	if (to !== 'NONE') content[path] = text.replace(there, () => textOfCell(to));
	if (place.includes(':')) return { content, where: `content/${place}` };
	const line = text.slice(0, text.indexOf(there)).split('\n').length + Number(place);
	return { content, where: `content/${path}:${line}`.replace('content/../', '') };
}

describe.each(kinds)('bad input: %s', (_kind, cases) => {
	test.each(cases)('%s', async (...given) => {
		const { content, where } = spoilt(given);
		const cause = given[4]!;
		const problems = await withContent(content, inspectContent);
		// The whole of what is reported, each cause cut to what the case expects of it.
		expect(
			problems.map((found) => `${found.where} ${found.what.slice(0, cause.length)}`),
			problems.map(describeProblem).join('\n'),
		).toEqual(cause === 'NOTHING' ? [] : [`${where} ${cause}`]);
	});
});

test('the table has its cases', () => {
	expect(kinds.flatMap(([, cases]) => cases).length).toBeGreaterThan(200);
});

/** What is reported of the sound content after a change, as `file:line`. */
const placesAfter = async (change: (files: Files) => void) => {
	const files = soundContent();
	change(files);
	return (await withContent(files, inspectContent)).map(({ where }) => where);
};
const textIn = (files: Files, path: string) => files[path] as string;

describe('inspectContent', () => {
	test('finds nothing wrong with sound content', async () => {
		expect(await placesAfter(() => {})).toEqual([]);
	});

	test('finds nothing wrong with our own content', async () => {
		expect((await inspectContent('content')).map(describeProblem)).toEqual([]);
	});

	test('refuses bytes that are no UTF-8, at their line', async () => {
		const spoilt = (path: string, bytes: (text: string) => Buffer) =>
			placesAfter((files) => Object.assign(files, { [path]: bytes(textIn(files, path)) }));
		const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
		expect(await spoilt(zh, utf16)).toEqual([`content/${zh}:1`]);
		expect(await spoilt('claims.json', utf16)).toEqual(['content/claims.json:1']);
		const latin1 = (text: string) => Buffer.from(text.replace('开场', 'é'), 'latin1');
		expect((await spoilt(zh, latin1))[0]).toMatch(/^content\/zh\/origin\.mdx:/);
	});

	test('refuses a folder in place of a file', async () => {
		const found = await placesAfter((files) => {
			delete files['glossary.yaml'];
			files['glossary.yaml/terms.yaml'] = '';
		});
		expect(found).toEqual(['content/glossary.yaml:1']);
	});

	test('reports pages in the wrong folder once each', async () => {
		const swapped = await placesAfter((files) => {
			[files[zh], files[en]] = [files[en]!, files[zh]!];
		});
		expect(swapped).toEqual([`content/${en}:1`, `content/${zh}:1`]);
	});

	test('reports all causes at once, file by file, top to bottom', async () => {
		const found = await placesAfter((files) => {
			files[zh] = textIn(files, zh).replace('pages:', 'author: me\npages:').replace(last, '## 无');
			files['glossary.yaml'] = textIn(files, 'glossary.yaml').replace('一句话。', "''");
			files['zh/risks.mdx'] = textIn(files, 'zh/risks.mdx').replace('</Claim>', '');
		});
		expect(found).toEqual([
			'content/glossary.yaml:5',
			`content/${zh}:4`,
			`content/${zh}:34`,
			'content/zh/risks.mdx:20',
		]);
	});

	test('refuses a note on a page that makes none of its claims', async () => {
		const note = '<Note id="a4a4" matter="some-matter" />\n\n';
		const found = await placesAfter((files) => {
			for (const [from, to] of [zh, en].map((path) => [path, path.replace('origin', 'risks')])) {
				files[from!] = textIn(files, from!).replace(note, '');
				files[to!] = textIn(files, to!).replace('<Lacks', `${note}<Lacks`);
			}
		});
		expect(found).toEqual(['content/zh/risks.mdx:22']);
	});

	test('leaves drafts out: a page in one language only, blocks, and new claims', async () => {
		const found = await placesAfter((files) => {
			files['report.yaml'] = textIn(files, 'report.yaml').replace('- risks', '- risks\n  - more');
			files['zh/more.mdx'] = textIn(files, zh)
				.replace('updated', 'draft: true\nupdated')
				.replace(last, '新的一段，99 页。 ^x1x1');
			files[zh] = textIn(files, zh).replace(
				last,
				`${last}\n\n<Draft>\n\n未译的 99 页。\n\n</Draft>`,
			);
		});
		expect(found).toEqual([]);
	});

	test('fails a build with its problems, not with a stack of ours', () => {
		const problem = { what: 'Not so.', where: 'content/ids:1', fix: 'Do this.' };
		const error = new ContentError(problem);
		expect(error.message).toContain(describeProblem(problem));
		expect(error.stack).toBe('');
	});
});

test('bad input: an edition without pages is refused once', async () => {
	const content = soundContent();
	for (const path of Object.keys(content)) if (path.startsWith('zh/')) delete content[path];
	const problems = await withContent(content, inspectContent);
	expect(problems.map(({ what }) => what)).toEqual(['content/zh has no page.']);
});

test('bad input: the dev server reports a problem in front matter with its line', async () => {
	const opened = (path: string, text?: string) =>
		withContent({ ...soundContent(), ...(text && { [path]: text }) }, async (root) => {
			vi.resetModules();
			vi.spyOn(process, 'cwd').mockReturnValue(dirname(root));
			try {
				const { openReport } = await import('../src/content/open-report.ts');
				return openReport('zh').home.title;
			} catch (error) {
				return (error as Error).message;
			} finally {
				vi.restoreAllMocks();
				vi.resetModules();
			}
		});
	expect(await opened(zh)).toBe('起源');
	for (const path of ['zh/index.mdx', zh]) {
		const text = textIn(soundContent(), path).replace('coverage: body', 'coverage: most');
		expect(await opened(path, text)).toContain(`content/${path}:5\n  coverage: expected`);
		expect(await opened(path, 'No front matter')).toContain(`content/${path}:1\n  The page does`);
	}
});

const bounds = (name: string, least: number, other: string, found: number) =>
	`a.${name}: expected at least ${least}, the value of ${other}; found "${found}".`;

test.each([
	['size_low', 'size_high', '3,2', [bounds('size_high', 3, 'size_low', 2)]],
	['from_year', 'to_year', '2020,2015', [bounds('to_year', 2020, 'from_year', 2015)]],
	['size_low', 'size_high', '2,2', []],
])('bad input: bounds in a table, %s,%s: %s', (low, high, row, expected) => {
	const schema = z.strictObject({ id: id(), [low]: number(), [high]: number() });
	const text = `id,${low},${high}\na,${row}\n`;
	const { problems } = readCsv({ file: 'a.csv', text }, schema);
	expect(problems.map(({ what }) => what)).toEqual(expected);
});
