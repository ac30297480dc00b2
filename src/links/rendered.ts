/**
 * The pages of a content folder as the site would write them, in memory and in milliseconds: the
 * same Markdown engine and block plugin, plain stand-ins for the components. For tests that change
 * the source and ask what the ledger says.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { evaluate } from 'satteri';
import { blocksOf } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import { pathOf } from '../base/urls.ts';
import { blockIds } from '../reading/block-ids.ts';
import type { BuiltPage, BuiltSite } from '../base/built-site.ts';
import { sourceBlocksOf } from './source-blocks.ts';

type Props = Record<string, unknown> & { children?: unknown };
type Component = (props: Props) => string;

const voidTags = new Set(['br', 'hr', 'img']);
const attributeNames: Record<string, string> = { className: 'class' };

const htmlOf = (value: unknown): string =>
	Array.isArray(value)
		? value.map(htmlOf).join('')
		: typeof value === 'string'
			? value
			: value == null || value === false
				? ''
				: String(value);

const escaped = (value: unknown) =>
	typeof value === 'string' && !value.startsWith('<')
		? value.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
		: htmlOf(value);

function element(tag: string, { children, ...attributes }: Props): string {
	const written = Object.entries(attributes)
		.filter(([, value]) => value !== undefined)
		.map(([name, value]) => ` ${attributeNames[name] ?? name}="${htmlOf(value)}"`)
		.join('');
	if (voidTags.has(tag)) return `<${tag}${written}>`;
	const inside = Array.isArray(children) ? children.map(escaped).join('') : escaped(children);
	return `<${tag}${written}>${inside}</${tag}>`;
}

const jsx = (type: unknown, props: unknown) =>
	typeof type === 'string' ? element(type, props as Props) : (type as Component)(props as Props);

const components: Record<string, Component> = {
	Claim: ({ id, children }) => element('span', { 'data-claims': id, children }),
	Term: ({ children }) => element('dfn', { children }),
	Abstract: ({ children }) => element('section', { class: 'abstract', children }),
	Lacks: ({ id, children }) => element('p', { class: 'lacks', id, children }),
	Listing: ({ children }) => element('details', { class: 'listing', children }),
	Note: ({ id, claims, children }) =>
		element('div', { class: 'note', id, 'data-claims': claims, children }),
	Figure: ({ id }) => element('figure', { id, children: `图 ${String(id)}` }),
	...Object.fromEntries(
		['Abstracts', 'PagesRead', 'ReportContents', 'Imprint'].map((name) => [name, () => '']),
	),
};

/** One MDX source as a built page. */
export function renderedPage(source: string, slug: string, language: Language = 'zh'): BuiltPage {
	const { default: content } = evaluate(source, {
		Fragment: ({ children }: Props) => htmlOf(children),
		jsx,
		jsxs: jsx,
		mdastPlugins: [blockIds],
		features: { headingAttributes: true, smartPunctuation: false },
	}) as { default: (props: { components: unknown }) => string };
	const title = /^title: (.*)$/m.exec(source)?.[1] ?? slug;
	const summary = /^summary: (.*)$/m.exec(source)?.[1] ?? '';
	const html = `<!doctype html><html lang="zh-Hans"><head><title>${title}</title><meta name="description" content="${summary}"></head><body><main><article data-page="${slug}"><h1>${title}</h1>${content({ components })}</article></main></body></html>`;
	const { document } = parseHTML(html);
	const article = document.querySelector('article') as unknown as Element;
	// The site's code blocks get their ids from Shiki's transformer, which does not run here.
	const codes = sourceBlocksOf(source).filter(({ kind }) => kind === 'code');
	article.querySelectorAll('pre').forEach((pre, at) => {
		const id = codes[at]?.id;
		if (id) pre.id = id;
	});
	return {
		path: pathOf(slug, language),
		file: `${slug}.html`,
		slug,
		language,
		title,
		html,
		document: document as unknown as Document,
		article,
		blocks: blocksOf(article),
	};
}

/** Sources by slug, as a map a test can change. */
export function sourcesOf(folder: string): Map<string, string> {
	return new Map(
		readdirSync(folder)
			.filter((name) => name.endsWith('.mdx'))
			.sort()
			.map((name) => [name.replace(/\.mdx$/, ''), readFileSync(join(folder, name), 'utf8')]),
	);
}

/** A site in memory. */
export function renderedSite(sources: ReadonlyMap<string, string>): BuiltSite {
	return {
		root: '',
		address: { origin: 'https://example.org', base: '/' },
		pages: [...sources].map(([slug, source]) => renderedPage(source, slug)),
	};
}
