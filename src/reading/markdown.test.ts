import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { locatorOf } from '../content/locators.ts';
import { readClaims } from '../content/readers.ts';
import { markdownFeatures } from '../content/mdx.ts';
import { markdownPlugins } from './markdown.ts';

const fileOf = (language: string) => new URL(`file:///site/content/${language}/page.mdx`);
const options = (language: string) => ({
	mdastPlugins: markdownPlugins('/repo/'),
	features: markdownFeatures,
	fileURL: fileOf(language),
});

const html = (markdown: string, language = 'zh') =>
	markdownToHtml(markdown, options(language)).html.trim();

/** The JSX of an MDX text, for what plain Markdown lacks. */
const jsx = (mdx: string, language = 'zh') =>
	mdxToJs(mdx, {
		...options(language),
		jsx: true,
		elementAttributeNameCase: 'html',
	}).code.replaceAll('_components.', '');

describe('block marks', () => {
	test.each([
		['paragraph', '正文。 ^k7q2', '<p id="k7q2">正文。</p>'],
		['item of a tight list', '- 一项 ^a1b2', '<ul>\n<li id="a1b2">一项</li>\n</ul>'],
		['heading', '## 标题 {#title}', '<h2 id="title">标题</h2>'],
		['mark inside a text', '2 ^k7q2 次', '<p>2 ^k7q2 次</p>'],
		['exponent', 'x^k7q2', '<p>x^k7q2</p>'],
		['mark after emphasis', '*字* ^k7q2', '<p id="k7q2"><em>字</em></p>'],
	])('of a %s', (_, markdown, expected) => {
		expect(html(markdown)).toBe(expected);
	});
});

describe('links', () => {
	test('inside the site get the base path', () => {
		expect(html('[去](/origin/#launch)')).toBe('<p><a href="/repo/origin/#launch">去</a></p>');
		expect(html('[去](#here)')).toBe('<p><a href="#here">去</a></p>');
	});

	test('outside are marked, and say when a source was read', () => {
		expect(html('[去](https://unread.example/)')).toBe(
			'<p><a href="https://unread.example/" rel="external">去</a></p>',
		);
		const source = readClaims().flatMap(({ sources }) => sources)[0]!;
		expect(html(`[去](<${source.url}>)`)).toMatch(
			/rel="external" title="\d+ 年 \d+ 月 \d+ 日查阅"/,
		);
		expect(html(`[go](<${source.url}>)`, 'en')).toMatch(/title="read \d+ \w+ \d{4}"/);
	});
});

describe('spans', () => {
	test('mark an English phrase of a Chinese page', () => {
		expect(html('分 First attempts 一档')).toBe(
			'<p>分 <span lang="en">First attempts</span> 一档</p>',
		);
	});

	test('mark no phrase of an English page, nor a single word', () => {
		expect(html('First attempts', 'en')).toBe('<p>First attempts</p>');
		expect(html('代码里的 bug')).toBe('<p>代码里的 bug</p>');
	});

	test('keep names on one line, in links and emphasis too', () => {
		expect(html('*GPT-3.5* 之后', 'en')).toBe(
			'<p><em><span class="unbroken">GPT-3.5</span></em> 之后</p>',
		);
	});
});

describe('locators', () => {
	const [first, second] = readClaims();
	const twoClaims = `<Claim id="${first!.id}">甲</Claim>，<Claim id="${second!.id}">乙</Claim>。 ^k7q2`;

	test.each(['zh', 'en'] as const)(
		'end a paragraph with the place of its claims, %s',
		(language) => {
			const code = jsx(twoClaims, language);
			expect(code).toContain('<p id="k7q2">');
			const place = locatorOf([first!, second!], language);
			expect(place).not.toBe('');
			expect(code).toContain(`<small class="locator">{"${place}"}</small></p>`);
		},
	);

	test('leave out a paragraph without claims, and unknown claims', () => {
		expect(jsx('没有论断。')).not.toContain('locator');
		expect(jsx('<Claim id="no-such-claim">甲</Claim>。')).not.toContain('locator');
	});
});
