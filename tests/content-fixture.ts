/** A small content folder that is sound, made of text, so that a test can spoil one thing in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { tableSchemas } from '../src/content/schema.ts';
import { stamped } from '../src/links/source-blocks.ts';

/** Files by path below `content/`. */
export type Files = Record<string, string | Buffer>;

const claim = (id: string, section: string, number: number) => ({
	id,
	number,
	section,
	kind: 'fact',
	statement: { zh: '一句话。', en: 'One sentence.' },
	figures: ['40%'],
	places: [{ part: 'body', pages: '7–8' }],
	check: 'confirmed',
	note: { zh: '', en: '' },
	sources: [
		{ url: 'https://arxiv.org/abs/1', title: 'A paper, 2022', kind: 'paper', read: '2026-11-23' },
	],
});

const frontmatter = `---
title: 起源
summary: 这一页说明报告从哪里来，为何而写。
pages: 7–10
coverage: body
updated: 2026-11-23
---
`;

/** Line 1 to 7 are the frontmatter; the tests count on these line numbers. */
const origin = `${frontmatter}
<Abstract>

报告的概要。

</Abstract>

开场的一段。

## 小节 {#first-part}

正文里有<Claim id="c-one">一句话</Claim>，也有<Term id="rlhf">术语</Term>。

<Note matter="some-matter" />

### 小小节 {#inner-part}

见[下文](/risks/#risk-part)，也见[图一](#drawing)和[某行](#row-one)。

<Figure id="drawing" />

\`\`\`python title="一步"
x = 1
\`\`\`

末段。 ^ab12
`;

const risks = `${frontmatter}
<Abstract>

报告的概要。

</Abstract>

- 第一点
- 第二点

## 风险 {#risk-part}

正文里有<Claim id="c-two">另一句话</Claim>。见[首页](/)。
`;

const home = `${frontmatter}
报告的概要，见[搜索](/search/)。

<Abstracts />
`;

const figure = `title: { zh: 一图, en: A drawing }
finding: { zh: 一句话。, en: One sentence. }
source: { zh: 报告, en: The report }
data: [missing-figures]
claims: [c-three]
`;

const tableHeader = Object.keys(tableSchemas['missing-figures'].shape).join(',');

/** A fresh copy of the sound content. */
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
		'claims.json': JSON.stringify(
			[
				claim('c-one', 'origin', 1),
				claim('c-two', 'risks', 2),
				claim('c-three', 'origin', 3),
				claim('c-four', 'origin', 4),
			],
			null,
			'\t',
		),
		'matters.yaml': `- id: some-matter
  weight: 2
  kind: differs
  claims: [c-three]
  report: { place: [{ part: body, pages: '7' }], zh: 一句话。, en: One sentence. }
  source: { zh: 别的话。, en: Another., where: { zh: 摘要, en: abstract } }
  note: { zh: 来源不这样说。, en: The source says otherwise. }
  sources:
    - title: A paper
      publisher: Somebody
      url: https://arxiv.org/abs/2203.02155
      date: 2022-03
      kind: paper
      read: 2026-11-23
      how: { zh: 读全文。, en: Read whole. }
`,
		'glossary.yaml': `- id: rlhf
  zh: 人类反馈强化学习
  en: reinforcement learning from human feedback
  abbr: RLHF
  definition: { zh: 一句话。, en: One sentence. }
  aliases: []
`,
		'../src/figures/drawing/figure.yaml': figure,
		'data/missing-figures.csv': `${tableHeader}
row-one,图 1,Fig. 1,甲,A,7,origin,c-four
row-two,图 2,Fig. 2,乙,B,NA,risks,
`,
		'zh/index.mdx': home,
		'zh/origin.mdx': origin,
		'zh/risks.mdx': risks,
	};
}

/**
 * A page with a mark on each block that lacks one, so that tests of other rules need not write
 * them: `origin-1` and on, the same in both editions. A page that does not parse stays as it is.
 */
function marked(path: string, text: string | Buffer): string | Buffer {
	if (typeof text !== 'string' || !path.endsWith('.mdx')) return text;
	let count = 0;
	const nextId = () => {
		count += 1;
		return `${basename(path, '.mdx')}-${count}`;
	};
	try {
		return stamped(`content/${path}`, text, nextId);
	} catch {
		return text;
	}
}

/** Writes files into a fresh folder, hands its `content/` to a function, and removes it; `marks: false` leaves pages unmarked. */
export async function withContent<Result>(
	files: Files,
	use: (root: string) => Promise<Result>,
	options: { marks?: boolean } = {},
): Promise<Result> {
	const folder = mkdtempSync(join(tmpdir(), 'content-'));
	try {
		for (const [path, text] of Object.entries(files)) {
			const file = join(folder, 'content', path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, options.marks === false ? text : marked(path, text));
		}
		return await use(join(folder, 'content'));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
