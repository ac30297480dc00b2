import { describe, expect, test } from 'vitest';
import { languageTags, languages, type Language } from '../../src/base/languages.ts';
import { homeSlug, pathOf, urlOf, withBase } from '../../src/base/urls.ts';
import { address, builtSite, pagesIn } from './dist.ts';

const { pages } = await builtSite();
const [chinese, english] = [await pagesIn('zh'), await pagesIn('en')];

/** Visible text nodes of an element with the language they are in. */
function* textsOf(element: Element, lang: string): Generator<{ text: string; lang: string }> {
	for (const node of element.childNodes) {
		if (node.nodeType === 3) yield { text: node.nodeValue ?? '', lang };
		if (node.nodeType !== 1) continue;
		const child = node as Element;
		if (/^(SCRIPT|STYLE|TEMPLATE)$/i.test(child.tagName)) continue;
		yield* textsOf(child, child.getAttribute('lang') ?? lang);
	}
}

describe('two editions', () => {
	test('each page exists in both, with the same blocks in the same order', () => {
		expect(english.map(({ slug }) => slug).sort()).toEqual(chinese.map(({ slug }) => slug).sort());
		for (const page of chinese) {
			const other = english.find(({ slug }) => slug === page.slug)!;
			const idsOf = ({ blocks }: typeof page) => blocks.map(({ id, kind }) => `${kind} ${id}`);
			// The glossary is in the order of each alphabet.
			if (page.slug === 'glossary') expect(idsOf(other).sort()).toEqual(idsOf(page).sort());
			else expect(idsOf(other), page.slug).toEqual(idsOf(page));
		}
	});

	test('Han on English pages is marked as Chinese, in text and in labels', () => {
		const isChinese = (text: string | null) => /\p{Script=Han}/u.test(text ?? '');
		const faults = english.flatMap(({ path, document }) => {
			const texts = [...textsOf(document.body, 'en')]
				.filter(({ lang }) => !lang.startsWith('zh'))
				.map(({ text }) => text.trim());
			const labels = [...document.querySelectorAll('[aria-label], [title], [alt]')]
				.filter((element) => !element.closest('[lang^="zh"]'))
				.flatMap((one) => ['aria-label', 'title', 'alt'].map((name) => one.getAttribute(name)));
			const head = [...document.querySelectorAll('head > title, head > meta[content]')].map(
				(element) => element.getAttribute('content') ?? element.textContent,
			);
			return [...texts, ...labels, ...head].filter(isChinese).map((text) => `${path}: ${text}`);
		});
		expect(faults).toEqual([]);
	});

	test('English phrases on Chinese pages are marked as English', () => {
		const texts = chinese.flatMap(({ path, document }) =>
			[...textsOf(document.body, 'zh-Hans')].map((run) => ({ ...run, path })),
		);
		// Three words of small letters in a row: no name has them, an English sentence does.
		const phrase = /\b[A-Za-z]+ [a-z]{2,} [a-z]{2,}\b/;
		const marked = texts.filter(({ text, lang }) => lang === 'en' && phrase.test(text));
		expect(marked.length).toBeGreaterThan(20);
		const faults = texts.filter(({ text, lang }) => lang !== 'en' && phrase.test(text));
		expect(faults.map(({ path, text }) => `${path}: ${text.trim()}`)).toEqual([]);
	});

	test('in English a space follows each sentence, also where the next one is a link', () => {
		const texts = english.flatMap(({ blocks }) =>
			blocks.flatMap(({ kind, id, text }) => (kind === 'code' ? [] : `${id}: ${text}`)),
		);
		expect(texts.length).toBeGreaterThan(300);
		expect(texts.filter((text) => /[a-z][.!?][”’)]?[A-Z][a-z]/.test(text))).toEqual([]);
	});

	test('each page names its editions, and the switch leads to the same page', () => {
		for (const { slug, language, document, path } of pages) {
			const read = (selector: string, ...names: string[]) =>
				[...document.querySelectorAll(selector)].map((link) =>
					names.map((name) => link.getAttribute(name)),
				);
			const editions = languages.map((one) => [
				languageTags[one],
				urlOf(pathOf(slug, one), address),
			]);
			editions.push(['x-default', urlOf(pathOf(slug), address)]);
			const named = read('link[rel="alternate"][hreflang]', 'hreflang', 'href');
			expect(named.sort(), path).toEqual(editions.sort());
			const other: Language = language === 'zh' ? 'en' : 'zh';
			const tag = languageTags[other];
			expect(read('language-switch a', 'href', 'hreflang', 'lang'), path).toEqual([
				[withBase(pathOf(slug, other), address.base), tag, tag],
			]);
		}
		expect(pages.some(({ slug }) => slug === homeSlug)).toBe(true);
	});
});

const chineseBlocks = chinese
	.flatMap((page) => page.blocks.map((block) => ({ ...block, page: page.path })))
	// Code and a citation's half-width marks (GB/T 7714) keep rules of their own.
	.filter(({ kind, text }) => kind !== 'code' && !/\[(R|EB\/OL)\]/.test(text));

/** Lists where a pattern stands in Chinese text, each with what is around it. */
function find(pattern: RegExp): string[] {
	return chineseBlocks.flatMap(({ page, id, text }) =>
		[...text.matchAll(pattern)].map(
			({ index }) => `${page}#${id}: …${text.slice(Math.max(0, index - 8), index + 10)}…`,
		),
	);
}

test('Han and Latin stand a space apart', () => {
	expect(chineseBlocks.length).toBeGreaterThan(150);
	expect(find(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)).toEqual([]);
});

test('punctuation after Han is full-width', () => {
	expect(find(/\p{Script=Han}\s?[,;:!?](?!\/)/gu)).toEqual([]);
});

test('ChatGPT is spelled as OpenAI spells it, except where the spelling is the subject', () => {
	// The report's title, the note on its spelling, and the other spellings a glossary lists.
	const allowed = /(从|写作|又名) (Chat|Instruct)-G|-GPT、Instruct-G/;
	const found = find(/(?!ChatGPT)Chat-?\s?GPT|Instruct-GPT/gu);
	expect(found.filter((place) => !allowed.test(place))).toEqual([]);
});
