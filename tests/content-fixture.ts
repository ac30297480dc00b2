/** A small content folder that is sound, made of text, so that a test can spoil one thing in it. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Files by path below `content/`. */
export type Files = Record<string, string | Buffer>;

const claim = (id: string, section: string, number: number, zh: string, en: string) => ({
	id,
	number,
	section,
	kind: 'fact',
	statement: { zh, en },
	figures: ['40%'],
	places: [{ part: 'body', pages: '7–8' }],
	check: 'confirmed',
	note: { zh: '', en: '' },
	sources: [
		{ url: 'https://arxiv.org/abs/1', title: 'A paper, 2022', kind: 'paper', read: '2026-11-23' },
	],
});

const claims = [
	claim('c-one', 'origin', 1, '去年增长 40%。', 'It grew by 40% last year.'),
	claim('c-two', 'risks', 2, '可能出错 40%。', 'It may err by 40%.'),
	claim('c-three', 'origin', 3, '市值为 4,152 亿美元，占 40%。', 'The value is US$415.2 bn, 40%.'),
	claim('c-four', 'origin', 4, '报告图 1 占 40%。', 'Figure 1 of the report takes 40%.'),
];
Object.assign(claims[2]!, { figures: ['4,152', '40%'], check: 'conflict' });

const zhFront = `---
title: 起源
summary: 这一页说明报告从哪里来，为何而写。
pages: 7–10
coverage: body
updated: 2026-11-23
---
`;
const enFront = zhFront
	.replace('起源', 'Origin')
	.replace('这一页说明报告从哪里来，为何而写。', 'This page tells where the report comes from.');

const origin = `${zhFront}
<Abstract>

报告的概要。 ^a1a1

</Abstract>

开场的一段，共 17 页。 ^a2a2

## 小节 {#first-part}

正文里说<Claim id="c-one">去年增长 40%</Claim>，也有<Term id="rlhf">术语</Term>。 ^a3a3

<Note id="a4a4" matter="some-matter" />

### 小小节 {#inner-part}

见[下文](/risks/#risk-part)，也见[图一](#drawing)和[某行](#row-one)。 ^a5a5

<Figure id="drawing" />

\`\`\`python title="一步" ^a6a6
x = 1
\`\`\`

规模为 13 亿，在 2022 年 11 月 30 日公布。 ^ab12
`;

const originEn = `${enFront}
<Abstract>

What the report says. ^a1a1

</Abstract>

An opening paragraph, 17 pages in all. ^a2a2

## A part {#first-part}

The text says <Claim id="c-one">it grew by 40% last year</Claim>, with a <Term id="rlhf">term</Term>. ^a3a3

<Note id="a4a4" matter="some-matter" />

### An inner part {#inner-part}

See [below](/en/risks/#risk-part), [figure 1](#drawing) and [a row](#row-one). ^a5a5

<Figure id="drawing" />

\`\`\`python title="One step" ^a6a6
x = 1
\`\`\`

The size is 1.3 billion, announced on 30 November 2022. ^ab12
`;

const risks = `${zhFront}
<Abstract>

报告的概要。 ^b1b1

</Abstract>

- 第一点 ^b2b2
- 第二点 ^b3b3

## 风险 {#risk-part}

正文里说<Claim id="c-two">可能出错 40%</Claim>。见[首页](/)。 ^b4b4

<Lacks id="b5b5">报告图 2 的图。</Lacks>
`;

const risksEn = `${enFront}
<Abstract>

What the report says. ^b1b1

</Abstract>

- The first point ^b2b2
- The second point ^b3b3

## Risk {#risk-part}

The text says <Claim id="c-two">it may err by 40%</Claim>. See [the home page](/en/). ^b4b4

<Lacks id="b5b5">Figure 2 of the report.</Lacks>
`;

const figure = `title: { zh: 一图, en: A drawing }
finding: { zh: 两年里增长 40%。, en: Growth of 40% in two years. }
source: { zh: 报告, en: The report }
data: [values]
claims: [c-three]
`;

const columns = `import { z } from '${import.meta.resolve('zod')}';
import { both, claims, id, number, printed } from '${pathToFileURL('src/content/fields.ts').href}';
export const tables = {
	values: z.strictObject({ id: id(), ...both('name'), value: printed(number()), claim: claims() }),
};
`;

/** A fresh copy of the sound content, in two editions. */
export function soundContent(): Files {
	return {
		'report.yaml': `title: { zh: 报告, en: Report }
series: { zh: 系列, en: Series }
institute: { zh: 某所, en: Institute }
published: 2023-01-19
prices: 2023-01-17
pageCount: 17
authors:
  - { zh: 某人, en: Somebody }
site: { zh: 本站, en: Site }
editor: { zh: 编者, en: Editors }
sections:
  - origin
  - risks
pagesRead: 1–10
`,
		'claims.json': `${JSON.stringify(claims, null, '\t')}\n`,
		'claim-numbers': '1 c-one\n2 c-two\n3 c-three\n4 c-four\n',
		'matters.yaml': `- id: some-matter
  weight: 2
  kind: differs
  claims: [c-three]
  report: { place: [{ part: body, pages: '7' }], zh: 一句话。, en: One sentence. }
  source: { zh: 别的话。, en: Another., where: { zh: 摘要, en: abstract } }
  note: { zh: 来源说的是 50%。, en: The source says 50%. }
  sources:
    - title: A paper
      publisher: Somebody
      url: https://arxiv.org/abs/2203.02155
      date: 2022-03
      kind: paper
      read: 2026-11-23
      how: { zh: 读全文。, en: Read whole. }
    - title: A letter
      publisher: Somebody (on example.org)
      url: https://example.org/letter
      date: 2022-03-04
      kind: copy
      read: 2026-11-23
      how: { zh: 读副本。, en: A copy was read. }
`,
		'glossary.yaml': `- id: rlhf
  zh: 人类反馈强化学习
  en: reinforcement learning from human feedback
  abbr: RLHF
  definition: { zh: 一句话。, en: One sentence. }
  aliases: []
`,
		'names.yaml': `names:
  - { zh: 特斯拉, en: Tesla, kind: company, also: [TSLA] }
questions:
  - ask: [为什么]
    find: { zh: 原因, en: reason }
`,
		'../src/figures/drawing/figure.yaml': figure,
		'../src/figures/drawing/data.ts': columns,
		'data/values.csv': `id,name_zh,name_en,value,claim
row-one,甲,A,4152,c-four
row-two,乙,B,40,
`,
		'data/report-figures.csv': `id,label_zh,label_en,title_zh,title_en,page,excerpt,ours,claim
report-fig-1,图 1,Fig. 1,某图,A figure,7,title,,
`,
		'zh/index.mdx': `${zhFront}
报告的概要，见[搜索](/search/)。 ^d1d1

<Abstracts />
`,
		'zh/origin.mdx': origin,
		'zh/risks.mdx': risks,
		'en/index.mdx': `${enFront}
What the report says; see [the search](/en/search/). ^d1d1

<Abstracts />
`,
		'en/origin.mdx': originEn,
		'en/risks.mdx': risksEn,
	};
}

const folder = mkdtempSync(join(tmpdir(), 'content-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/**
 * Writes files, each a second after the one before, into a folder without others, and hands its
 * `content/` to a function.
 */
export async function withContent<Result>(
	files: Files,
	use: (root: string) => Promise<Result>,
): Promise<Result> {
	rmSync(join(folder, 'content'), { recursive: true, force: true });
	for (const [at, [path, text]] of Object.entries(files).entries()) {
		const file = join(folder, 'content', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		utimesSync(file, at, at);
	}
	return use(join(folder, 'content'));
}
