import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../base/languages.ts';
import { pathOf, urlOf, withBase } from '../base/urls.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { stringsFor } from '../base/words/index.ts';
import { backlinksOf, type Backlink } from './backlinks.ts';
import { cardNameOf } from './card-files.ts';
import { cardsOf, type Card } from './cards.ts';
import {
	controlInsertions,
	formerTarget,
	spansOf,
	withInserted,
	type Insertion,
	type Span,
} from './control.ts';
import { escaped } from './html.ts';
import { readLedger, redirectsOf, type Redirect } from './ledger.ts';
import { blockMapOf, movedMapOf } from './link-maps.ts';

/** Preview picture of a page; its other tags are in the layout, which cannot know the file name. */
function imageTags({ content }: Card, url: string): string {
	const alt = escaped(`${content.title}${content.language === 'zh' ? '。' : '. '}${content.text}`);
	return [
		`<meta property="og:image" content="${escaped(url)}">`,
		`<meta property="og:image:type" content="image/png">`,
		`<meta property="og:image:width" content="1200">`,
		`<meta property="og:image:height" content="630">`,
		`<meta property="og:image:alt" content="${alt}">`,
		`<meta name="twitter:card" content="summary_large_image">`,
	].join('');
}

function backlinkHtml(backlinks: readonly Backlink[], page: BuiltPage, base: string): string {
	const { backlinks: label } = stringsFor(page.language).permalinks;
	const links = backlinks.map(
		({ from, title }) => `<a href="${escaped(withBase(from, base))}">${escaped(title)}</a>`,
	);
	return `<div class="backlinks" data-search-ignore><span>${label}</span> ${links.join(' ')}</div>`;
}

/** Backlinks stand at the end of their section: before the next heading, or last on the page. */
function backlinkInsertions(
	page: BuiltPage,
	spans: ReadonlyMap<string, Span>,
	backlinks: ReadonlyMap<string, Backlink[]>,
	base: string,
): Insertion[] {
	const headings = page.blocks.filter(({ kind }) => kind === 'heading');
	return headings.flatMap((heading, at): Insertion[] => {
		const found = backlinks.get(`${page.path}#${heading.id}`);
		const next = headings[at + 1];
		const end = next ? spans.get(next.id)?.before : spans.get('.prose')?.end;
		if (!found || end === undefined) return [];
		return [{ at: end, html: backlinkHtml(found, page, base) }];
	});
}

/** Empty targets for old ids whose text is on the same page: such links need no script. */
function formerInsertions(
	page: BuiltPage,
	spans: ReadonlyMap<string, Span>,
	redirects: readonly Redirect[],
): Insertion[] {
	return redirects
		.filter(({ id, to, page: from, toPage }) => id !== to && from === page.slug && toPage === from)
		.flatMap(({ id, to }) => {
			const block = page.blocks.find((candidate) => candidate.id === to);
			const span = spans.get(to);
			return block && span ? [formerTarget(id, block, span)] : [];
		});
}

/** The last tag the layout writes for previews; the styles after it are longer than crawlers read. */
const lastPreviewTag = /<meta property="og:locale"[^>]*>/;

/** Where the picture's tags go. Throws when the layout writes no preview. */
function previewEnd({ html, path }: BuiltPage): number {
	const found = lastPreviewTag.exec(html);
	if (!found) throw new Error(`${path} has no og:locale, after which its picture would stand`);
	return found.index + found[0].length;
}

/** A page with everything that makes it linkable. */
function linkedPage(
	site: BuiltSite,
	page: BuiltPage,
	card: Card,
	backlinks: ReadonlyMap<string, Backlink[]>,
	redirects: readonly Redirect[],
): string {
	const { html, blocks, language } = page;
	const spans = spansOf(html);
	return withInserted(html, [
		{
			at: previewEnd(page),
			html: imageTags(card, urlOf(`/cards/${cardNameOf(card)}`, site.address)),
		},
		...controlInsertions(blocks, spans, stringsFor(language)),
		...formerInsertions(page, spans, redirects),
		...backlinkInsertions(page, spans, backlinks, site.address.base),
	]);
}

/** Writes a JSON file below the root, without spaces: browsers read it, people do not. */
async function writeJson(root: string, path: string, value: unknown): Promise<void> {
	const file = join(root, path);
	await mkdir(join(file, '..'), { recursive: true });
	await writeFile(file, JSON.stringify(value));
}

/** Puts self-links, old targets, backlinks and preview pictures into the pages, and writes maps. */
export const linkStage: Stage = {
	name: 'links',
	async run(site) {
		const redirects = redirectsOf(readLedger());
		const backlinks = backlinksOf(site.pages, site.address.base);
		const cards = cardsOf(site);
		for (const page of site.pages) {
			const card = cards.find((candidate) => candidate.page === page && !candidate.block)!;
			page.html = linkedPage(site, page, card, backlinks, redirects);
			await writeFile(page.file, page.html);
		}
		await writeJson(site.root, 'moved.json', movedMapOf(redirects));
		for (const language of languages) {
			if (!site.pages.some((page) => page.language === language)) continue;
			await writeJson(
				site.root,
				`${pathOf('links', language).slice(0, -1)}.json`,
				blockMapOf(site.pages, language),
			);
		}
	},
};
