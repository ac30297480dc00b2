/**
 * Every kind of bad content must stop the build and say where. The cases are those Astro was seen
 * to let through, to refuse without a line, or to crash on, and what our own rules add.
 */
import { describe, expect, test } from 'vitest';
import { inspectContent } from '../src/content/inspect.ts';
import { describeComplaint } from '../src/base/content-error.ts';
import { soundContent, withContent, type Files } from './content-fixture.ts';

const page = 'zh/origin.mdx';

/** Spoils the sound content. */
type Spoil = (files: Files) => void;

const replace =
	(path: string, from: string, to: string): Spoil =>
	(files) => {
		const text = files[path] as string;
		if (!text.includes(from)) throw new Error(`The sound ${path} has no “${from}”`);
		files[path] = text.replace(from, () => to);
	};
const inPage = (from: string, to: string) => replace(page, from, to);
const write =
	(path: string, text: string | Buffer): Spoil =>
	(files) => {
		files[path] = text;
	};
const copy =
	(from: string, to: string): Spoil =>
	(files) => {
		files[to] = files[from]!;
	};
const remove =
	(path: string): Spoil =>
	(files) => {
		delete files[path];
	};
/** Changes one claim. */
const ofClaim =
	(at: number, change: object): Spoil =>
	(files) => {
		const claims = JSON.parse(files['claims.json'] as string);
		Object.assign(claims[at], change);
		files['claims.json'] = JSON.stringify(claims, null, '\t');
	};
/** Puts a block in place of the page's last paragraph, line 33. */
const block = (text: string) => inPage('末段。 ^ab12', text);

const lastLine = `content/${page}:33`;
const front = (line: number) => `content/${page}:${line}`;

/** What is wrong, how the sound content is spoiled, where it must be told, and a word of it. */
const cases: [name: string, spoil: Spoil, where: string, what: RegExp][] = [
	// Frontmatter
	['an unknown field', inPage('pages:', 'author: me\npages:'), front(4), /“author” is not a field/],
	['a misspelt field', inPage('summary:', 'sumary:'), front(3), /“sumary” is not a field/],
	['a missing field', inPage('coverage: body\n', ''), front(2), /The section has no coverage/],
	['a field of the wrong type', inPage('起源', '[1]'), front(2), /title: found \[1\]/],
	['a word outside its list', inPage('body', 'most'), front(5), /one of body, partial/],
	['a day that does not exist', inPage('11-23', '02-30'), front(6), /a date of the calendar/],
	['a hyphen between pages', inPage('7–10', '7-10'), front(4), /pages such as 7–10/],
	['pages in the wrong order', inPage('7–10', '10–7'), front(4), /pages such as 7–10/],
	['pages the report has not', inPage('7–10', '7–18'), front(4), /the report has 17/],
	['a summary without full stop', inPage('写。', '写'), front(3), /full stop/],
	['a key twice', inPage('pages:', 'title: 又\npages:'), front(4), /unique/],
	['broken YAML', inPage('title: 起源', 'title: "起源'), front(2), /quote|implicit|key/i],
	[
		'frontmatter that is not closed',
		inPage('2026-11-23\n---', '2026-11-23'),
		front(1),
		/not closed/,
	],
	['no frontmatter', inPage('---\ntitle', 'title'), front(1), /does not begin with frontmatter/],
	['an empty file', write(page, ''), front(1), /empty/],
	[
		'an empty body',
		(files) => {
			files['zh/index.mdx'] =
				`${(files['zh/index.mdx'] as string).split('---\n').slice(0, 2).join('---\n')}---\n`;
		},
		'content/zh/index.mdx:8',
		/no text/,
	],

	// Files
	['x.md beside x.mdx', copy(page, 'zh/origin.md'), 'content/zh/origin.mdx:1', /would be one page/],
	[
		'a page in plain Markdown',
		write('zh/more.md', '# x'),
		'content/zh/more.md:1',
		/cannot be a page/,
	],
	['names that differ in case', copy(page, 'zh/Origin.mdx'), front(1), /would be one page/],
	[
		'an odd file name',
		copy(page, 'zh/a b%20c#d?e&.mdx'),
		'content/zh/a b%20c#d?e&.mdx:1',
		/cannot be a page/,
	],
	[
		'a draft with an underscore',
		copy(page, 'zh/_draft.mdx'),
		'content/zh/_draft.mdx:1',
		/cannot be a page/,
	],
	['a Chinese file name', copy(page, 'zh/起源.mdx'), 'content/zh/起源.mdx:1', /cannot be a page/],
	[
		'a page in a folder',
		copy(page, 'zh/more/deep.mdx'),
		'content/zh/more/deep.mdx:1',
		/cannot be a page/,
	],
	['an unknown folder', copy(page, 'fr/origin.mdx'), 'content/fr/origin.mdx:1', /no known kind/],
	['a file of unknown kind', write('notes.txt', 'x'), 'content/notes.txt:1', /no known kind/],
	[
		'a table nobody described',
		write('data/other.csv', 'id\n'),
		'content/data/other.csv:1',
		/not a table/,
	],
	['a page in no list', copy(page, 'zh/extra.mdx'), 'content/zh/extra.mdx:1', /in no list/],
	[
		'a page that is missing',
		remove('zh/risks.mdx'),
		'content/report.yaml:13',
		/risks\.mdx is missing/,
	],
	[
		'a home page that is missing',
		remove('zh/index.mdx'),
		'content/report.yaml:11',
		/index\.mdx is missing/,
	],
	['a data file that is missing', remove('glossary.yaml'), 'content/glossary.yaml:1', /missing/],
	[
		'half an English edition',
		copy(page, 'en/origin.mdx'),
		'content/report.yaml:13',
		/en\/risks\.mdx is missing/,
	],
	['a page of ten megabytes', block('长'.repeat(400_000)), front(1), /bytes/],

	// Characters
	['a byte order mark', inPage('---\ntitle', '\uFEFF---\ntitle'), front(1), /byte order mark/],
	[
		'line ends of Windows',
		(files) => {
			files[page] = (files[page] as string).replaceAll('\n', '\r\n');
		},
		front(1),
		/carriage return/,
	],
	[
		'line ends of old Macs',
		(files) => {
			files[page] = (files[page] as string).replaceAll('\n', '\r');
		},
		front(1),
		/carriage return/,
	],
	[
		'UTF-16',
		(files) => {
			files[page] = Buffer.from(`\uFEFF${files[page] as string}`, 'utf16le');
		},
		front(1),
		/UTF-16/,
	],
	[
		'bytes that are not UTF-8',
		(files) => {
			const [before, after] = (files[page] as string).split('末段');
			files[page] = Buffer.concat([
				Buffer.from(before!),
				Buffer.from([0xff, 0xc3]),
				Buffer.from(after!),
			]);
		},
		lastLine,
		/not UTF-8/,
	],
	['a NUL', block('a\0b'), lastLine, /NUL/],
	['a bidi override', block('a\u202Eb'), lastLine, /turns the direction.*U\+202E/],
	['a zero-width space', block('a\u200Bb'), lastLine, /does not show.*U\+200B/],
	['a control character', block('a\u0007b'), lastLine, /control character/],
	['a lost character', block('a\uFFFDb'), lastLine, /lost character/],

	// MDX
	['a tag that is not closed', block('<Claim id="c-one">x'), lastLine, /closing tag/],
	['a stray closing tag', block('a </Claim>'), lastLine, /closing tag/],
	['a brace that is not closed', block('a {b'), lastLine, /brace/],
	['an expression', block('a {process.env.HOME} b'), lastLine, /expression/],
	['an expression of its own', block('{1 + 1}'), lastLine, /expression/],
	['a comment', block('{/* later */}'), lastLine, /expression/],
	['an import', block("import x from '../../secret.txt?raw'"), lastLine, /import or export/],
	['an export', block('export const x = 1'), lastLine, /import or export/],
	['an expression in an attribute', block('<Figure id={name} />'), lastLine, /no id="…"/],
	['spread attributes', block('<Figure id="drawing" {...all} />'), lastLine, /attribute/],
	['a script', block('<script>alert(1)</script>'), lastLine, /<script> is raw HTML/],
	['an inline handler', block('a <b onclick="x()">b</b>'), lastLine, /<b> is raw HTML/],
	[
		'a handler on a component',
		block('a <Claim id="c-one" onclick="x">b</Claim> c'),
		lastLine,
		/attribute onclick/,
	],
	[
		'a style attribute',
		block('a <span style="color:red">b</span>'),
		lastLine,
		/<span> is raw HTML/,
	],
	['an unknown component', block('<Chart id="x" />'), lastLine, /<Chart> is no component/],
	['a misspelt component', block('a <claim id="c-one">b</claim>'), lastLine, /raw HTML/],
	['quotes nested five thousand deep', block(`${'>'.repeat(5000)} a`), lastLine, /nested/],
	['an image', block('![](https://example.org/a.png)'), lastLine, /image/],
	['an image from the root', block('![x](/none.png)'), lastLine, /image/],
	['a table by hand', block('| a | b |\n|---|---|\n| 1 | 2 |'), lastLine, /table written by hand/],
	['a footnote', block('a[^1]\n\n[^1]: b'), lastLine, /footnote/],
	['a range with tildes', block('7~10 和 8~12'), lastLine, /struck out/],
	['a link by reference', block('[a][b]\n\n[b]: https://example.org'), lastLine, /by reference/],
	['a rule', block('***'), lastLine, /rule/],

	// Text
	['bold that ends in Chinese punctuation', block('前**加粗。**后'), lastLine, /\*\*/],
	['a link with a gap', block('[a] (/risks/) 和 [b](/risks/ x y)'), lastLine, /printed as it is/],
	['a line break between Chinese characters', block('第一行\n第二行'), front(33), /line break/],

	// Code
	['a fence that is not closed', block('```python title="x"\na = 1'), lastLine, /not closed/],
	[
		'a fence closed by fewer marks',
		block('````python title="x"\na = 1\n```'),
		lastLine,
		/not closed/,
	],
	['an unknown language', block('```pyhton title="x"\na\n```'), lastLine, /“pyhton”/],
	['code without a language', block('```\na\n```'), lastLine, /“”/],
	['code without a title', block('```python\na\n```'), lastLine, /title="…"/],
	[
		'a line of code too wide',
		block(`\`\`\`python title="x"\na\n${'x'.repeat(77)}\n\`\`\``),
		front(35),
		/77 columns/,
	],
	[
		'wide Chinese in code',
		block(`\`\`\`text title="x"\n${'宽'.repeat(39)}\n\`\`\``),
		front(34),
		/78 columns/,
	],
	['too much code', block(`\`\`\`text title="x"\n${'x\n'.repeat(25)}\`\`\``), lastLine, /25 lines/],

	// Headings and ids
	['a heading without id', block('## 无'), lastLine, /has no id/],
	['an id in Chinese', block('## 有 {#标题}'), lastLine, /cannot be an id|has no id/],
	['an id too long', block(`## 有 {#${'a'.repeat(25)}}`), lastLine, /cannot be an id/],
	['a class on a heading', block('## 有 {#some-id .big}'), lastLine, /className/],
	['an id in the text', block('正文 \\{#some-id}'), lastLine, /id in braces/],
	['a second h1', block('# 大 {#big}'), lastLine, /second h1/],
	['a heading underlined', block('大\n='), lastLine, /second h1/],
	[
		'a jump between levels',
		inPage('### 小小节', '#### 小小节'),
		front(23),
		/jumps from level 2 to level 4/,
	],
	[
		'a heading twice on a page',
		block('## 又 {#first-part}'),
		lastLine,
		/used twice; first at content\/zh\/origin\.mdx:17/,
	],
	[
		'a heading twice on the site',
		block('## 又 {#risk-part}'),
		'content/zh/risks.mdx:18',
		/used twice/,
	],
	['a heading named like a figure', block('## 又 {#drawing}'), lastLine, /used twice/],
	['a heading named like a table', block('## 又 {#drawing-table}'), lastLine, /used twice/],
	['a heading named like a row', block('## 又 {#row-one}'), lastLine, /used twice/],
	['a mark twice', block('甲。 ^ab12\n\n乙。 ^ab12'), front(35), /used twice/],

	// Composition
	['a loose list', block('- 甲\n\n- 乙'), front(35), /blank line between the items/],
	[
		'a note after a heading',
		block('## 又 {#again}\n\n<Note matter="some-matter" />'),
		front(35),
		/follows nothing/,
	],
	['a note in a paragraph', block('文<Note matter="some-matter" />。'), lastLine, /on its own/],
	[
		'a claim that swallows its paragraph',
		block('<Claim id="c-one">一句话。</Claim>'),
		lastLine,
		/stands alone/,
	],
	[
		'a claim in a claim',
		block('a <Claim id="c-one">b <Claim id="c-two">c</Claim></Claim> d'),
		lastLine,
		/inside <Claim>/,
	],

	[
		'a section without abstract',
		inPage('<Abstract>\n\n报告的概要。\n\n</Abstract>', '概要。'),
		front(9),
		/does not begin with <Abstract>/,
	],
	[
		'a claim in the abstract',
		inPage('报告的概要。', '报告的<Claim id="c-one">概要</Claim>。'),
		front(11),
		/stands in the abstract/,
	],
	['a note without a matter', block('文。\n\n<Note id="x1y2" />'), front(35), /no matter="…"/],
	['an abstract below the top', block('<Abstract>\n\n文。\n\n</Abstract>'), lastLine, /at the top/],
	[
		'text after what is lacking',
		block('<Lacks id="x1y2">缺。</Lacks>\n\n文。'),
		lastLine,
		/follows <Lacks>/,
	],
	[
		'a listing without code',
		block('<Listing title="x">\n\n文。\n\n</Listing>'),
		lastLine,
		/no code block/,
	],
	[
		'a note with a matter and a text',
		block('文。\n\n<Note id="x1y2" matter="some-matter">注。</Note>'),
		front(35),
		/holds text/,
	],
	[
		'an unknown matter',
		block('文。\n\n<Note id="x1y2" matter="some-mater" />'),
		front(35),
		/“some-mater”, which is not in matters/,
	],

	// References
	[
		'an unknown claim',
		inPage('<Claim id="c-one">', '<Claim id="c-onn">'),
		front(19),
		/“c-onn” is no claim/,
	],
	['an unknown term', inPage('<Term id="rlhf">', '<Term id="rhlf">'), front(19), /“rhlf”/],
	['an unknown figure', block('<Figure id="drawing2" />'), lastLine, /“drawing2”/],
	[
		'a claim nobody states',
		inPage('<Claim id="c-one">一句话</Claim>', '一句话'),
		'content/claims.json:3',
		/on no page/,
	],
	[
		'a figure on no page',
		inPage('<Figure id="drawing" />', '文。'),
		'src/figures/drawing/figure.yaml:1',
		/on no page/,
	],
	['a figure twice', block('<Figure id="drawing" />'), lastLine, /used twice/],

	// Links
	['a link to no page', block('[x](/risk/)'), lastLine, /leads nowhere/],
	['a link without the last slash', block('[x](/risks)'), lastLine, /leads nowhere/],
	['a relative link', block('[x](../risks/)'), lastLine, /relative/],
	['a fragment that is not there', block('[x](/risks/#none)'), lastLine, /not on \/risks\//],
	['a fragment of another page', block('[x](#risk-part)'), lastLine, /not on \/origin\//],
	['a link over http', block('[x](http://example.org/)'), lastLine, /http/],
	['a link that runs code', block('[x](javascript:alert(1))'), lastLine, /neither https/],
	['a link with tracking', block('[x](https://example.org/?utm_source=a)'), lastLine, /tracking/],
	['a link without text', block('[](/risks/)'), lastLine, /no text/],
	['a link that is no source', block('[x](https://example.org/b)'), lastLine, /no source of any/],

	// Data
	[
		'a cell that is not a number',
		replace('data/missing-figures.csv', ',7,', ',7 页,'),
		'content/data/missing-figures.csv:2',
		/a plain number/,
	],
	[
		'a number with a comma',
		replace('data/missing-figures.csv', ',7,', ',"4,152",'),
		'content/data/missing-figures.csv:2',
		/a plain number/,
	],
	[
		'a row with too few cells',
		replace('data/missing-figures.csv', ',NA,risks,', ',NA,risks'),
		'content/data/missing-figures.csv:3',
		/7 cells; expected 8/,
	],
	[
		'columns of another table',
		replace('data/missing-figures.csv', 'label_zh', 'label'),
		'content/data/missing-figures.csv:1',
		/Found the columns/,
	],
	[
		'a quote that is not closed',
		replace('data/missing-figures.csv', '图 2', '"图 2'),
		'content/data/missing-figures.csv:3',
		/quote/i,
	],
	[
		'a row id twice',
		replace('data/missing-figures.csv', 'row-two', 'row-one'),
		'content/data/missing-figures.csv:3',
		/used twice/,
	],
	[
		'a row id that cannot be one',
		replace('data/missing-figures.csv', 'row-two', 'Row_2'),
		'content/data/missing-figures.csv:3',
		/an id of lower-case/,
	],
	[
		'an unknown claim in a row',
		replace('data/missing-figures.csv', 'c-four', 'c-five'),
		'content/data/missing-figures.csv:2',
		/“c-five”/,
	],
	[
		'an unknown section in a row',
		replace('data/missing-figures.csv', 'risks', 'risk'),
		'content/data/missing-figures.csv:3',
		/“risk”/,
	],
	[
		'a number that another claim has',
		replace('claims.json', '"number": 2', '"number": 1'),
		'content/claims.json:36',
		/a number above 1/,
	],
	[
		'a key of a term that is too long for its link',
		replace('glossary.yaml', 'id: rlhf', 'id: twenty-characters-an'),
		'content/glossary.yaml:1',
		/at most 19/,
	],
	[
		'JSON that does not parse',
		replace('claims.json', '"id": "c-two",', '"id": "c-two"'),
		'content/claims.json:36',
		/Not JSON/,
	],
	[
		'an unknown field of a claim',
		replace('claims.json', '"kind"', '"sort"'),
		'content/claims.json:6',
		/“0\.sort” is not a field/,
	],
	[
		'a key twice in a claim',
		replace('claims.json', '"kind": "fact"', '"kind": "fact",\n"kind": "fact"'),
		'content/claims.json:7',
		/unique/,
	],
	[
		'a claim twice',
		replace('claims.json', '"c-two"', '"c-one"'),
		'content/claims.json:35',
		/stands twice/,
	],
	[
		'a claim of no section',
		replace('claims.json', '"risks"', '"risk"'),
		'content/claims.json:37',
		/“risk”/,
	],
	[
		'a source over http',
		replace('claims.json', 'https:', 'http:'),
		'content/claims.json:27',
		/https address/,
	],
	[
		'a label of a figure in the body',
		replace('claims.json', '"pages"', '"ref"'),
		'content/claims.json:17',
		/ref/,
	],
	[
		'a number written as text',
		replace('report.yaml', '17\nauthors', "'17'\nauthors"),
		'content/report.yaml:6',
		/a number/,
	],
	[
		'a term without definition',
		replace('glossary.yaml', 'definition', 'meaning'),
		'content/glossary.yaml:5',
		/“0\.meaning”/,
	],
	[
		'a figure without data',
		replace('../src/figures/drawing/figure.yaml', 'missing-figures', 'missing'),
		'src/figures/drawing/figure.yaml:4',
		/no such table/,
	],
	[
		'a figure with an unknown claim',
		replace('../src/figures/drawing/figure.yaml', 'c-three', 'c-thre'),
		'src/figures/drawing/figure.yaml:5',
		/“c-thre”/,
	],
	[
		'a difference that no matter tells',
		ofClaim(0, { check: 'conflict' }),
		'content/claims.json:20',
		/no matter says how/,
	],
	[
		'a forecast with a verdict',
		ofClaim(0, { kind: 'forecast' }),
		'content/claims.json:20',
		/opinions and forecasts carry no verdict/,
	],
	[
		'an opinion with a verdict',
		ofClaim(0, { kind: 'opinion', check: 'unverified' }),
		'content/claims.json:20',
		/carry no verdict/,
	],
	[
		'confirmed without a source',
		ofClaim(0, { sources: [] }),
		'content/claims.json:20',
		/no source is one the report did not follow/,
	],
	[
		'a copy before the primary source',
		ofClaim(0, {
			sources: [{ url: 'https://example.org/a', title: 'A', kind: 'copy', read: '2026-11-23' }],
			check: 'not-checkable',
		}),
		'content/claims.json:25',
		/primary source before a copy/,
	],
	[
		'claim numbers swapped',
		ofClaim(1, { number: 5 }),
		'content/claims.json:68',
		/a number above 5/,
	],
	[
		'a matter of an unknown claim',
		replace('matters.yaml', 'c-three', 'c-thre'),
		'content/matters.yaml:4',
		/“c-thre” is no claim/,
	],
	[
		'a note over its budget',
		replace('matters.yaml', '来源不这样说。', '长'.repeat(46)),
		'content/matters.yaml:7',
		/at most 45 Han/,
	],
	[
		'a source on the host of another kind',
		replace('matters.yaml', 'kind: paper', 'kind: sec'),
		'content/matters.yaml:13',
		/paper, by the hosts/,
	],
	[
		'a source read before it appeared',
		replace('matters.yaml', '2022-03\n', '2026-12\n'),
		'content/matters.yaml:14',
		/after the source appeared/,
	],
	// Marks
	['a paragraph without id', block('没有记号的一段。'), lastLine, /paragraph has no id/],
	[
		'a mark that would be printed',
		block('记号 ^k7q2 在中间。 ^m3x5'),
		lastLine,
		/would be printed/,
	],
];

/** The sound content with an English edition, block for block. */
function inTwoEditions(): Files {
	const files = soundContent();
	for (const name of ['index', 'origin', 'risks']) {
		const text = files[`zh/${name}.mdx`] as string;
		files[`en/${name}.mdx`] = text
			.replaceAll('](/', '](/en/')
			.replaceAll(/\p{Script=Han}+/gu, 'words');
	}
	return files;
}

const english = 'en/origin.mdx';
const inEnglish = (from: string, to: string) => replace(english, from, to);

/** What is wrong with the English edition, where it must be told, and a word of it. */
const englishCases: [name: string, spoil: Spoil, where: string, what: RegExp][] = [
	[
		'a block that is missing',
		inEnglish('### words {#inner-part}\n\n', ''),
		`content/${english}:21`,
		/“inner-part” \(content\/zh\/origin\.mdx:23\) is missing after “origin-4” in content\/en/,
	],
	[
		'a block too many',
		inEnglish('### words {#inner-part}', '### words {#inner-part}\n\n### words {#more}'),
		`content/${english}:25`,
		/“more” is not in content\/zh\/origin\.mdx/,
	],
	[
		'blocks in another order',
		inEnglish(
			'<Figure id="drawing" />\n\n```python title="words"\nx = 1\n```',
			'```python title="words"\nx = 1\n```\n\n<Figure id="drawing" />',
		),
		`content/${english}:27`,
		/“origin-\d+” stands where content\/zh\/origin\.mdx has “drawing”/,
	],
	[
		'a claim told in another block',
		inEnglish('words。 ^', 'words，<Claim id="c-two">words</Claim>。 ^'),
		`content/${english}:33`,
		/tells the claim “c-two”, but not in content\/zh/,
	],
	[
		'Chinese that is left',
		inEnglish('words。 ^', '末段。 ^'),
		`content/${english}:33`,
		/“末段” is Chinese/,
	],
	[
		'a Chinese title',
		inEnglish('title: words', 'title: 起源'),
		`content/${english}:2`,
		/“起源” is Chinese/,
	],
	['Chinese in code', inEnglish('x = 1', 'x = "一"'), `content/${english}:29`, /“一” is Chinese/],
];

describe('inspectContent', () => {
	test('accepts an English edition, block for block, with Chinese names marked', async () => {
		const files = inTwoEditions();
		inEnglish('words。 ^', '<Zh>末段</Zh> words。 ^')(files);
		expect(await withContent(files, inspectContent)).toEqual([]);
	});

	test.each(englishCases)('refuses in English %s', async (_name, spoil, where, what) => {
		const files = inTwoEditions();
		spoil(files);
		expect(await withContent(files, inspectContent)).toContainEqual({
			where,
			what: expect.stringMatching(what),
			mend: expect.stringMatching(/./),
		});
	});

	test('finds nothing wrong with sound content', async () => {
		expect(await withContent(soundContent(), inspectContent)).toEqual([]);
	});

	test.each(cases)('refuses %s', async (_name, spoil, where, what) => {
		const files = soundContent();
		spoil(files);
		// Unmarked: a mark may mend what a case spoils.
		const complaints = await withContent(files, inspectContent, { marks: false });
		expect(complaints).toContainEqual({
			where,
			what: expect.stringMatching(what),
			mend: expect.stringMatching(/./),
		});
	});

	test('tells all faults of a page at once, top to bottom', async () => {
		const files = soundContent();
		inPage('pages:', 'author: me\npages:')(files);
		block('## 无')(files);
		const complaints = await withContent(files, inspectContent);
		expect(complaints.map(({ where }) => where)).toEqual([front(4), front(34)]);
	});

	test('finds nothing wrong with our own content', async () => {
		expect((await inspectContent('content')).map(describeComplaint)).toEqual([]);
	});
});
