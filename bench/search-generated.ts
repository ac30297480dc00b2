import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { writeEngine, writeLanguageIndex } from '../src/search/index-stage.ts';
import { pageTextOf, type PageText } from '../src/search/page-text.ts';
import { enoughHits, type SearchSession } from '../src/search/session.ts';
import { serve } from '../src/preview/serve.ts';
import { filesBelow } from '../src/base/built-site.ts';
import { folderBytes, freshPage, weighed } from './search-measure.ts';
import type { Random } from './search-random.ts';
import { stockAnswers, writeStock, type StockAnswer } from './search-stock.ts';

/** Sentences that make a generated page: about as much text as a page of the report. */
const sectionsPerPage = 5;
const paragraphsPerSection = 5;
const sentencesPerParagraph = 3;
const clausesPerSentence = 3;

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Share of clauses taken as they are; the rest is recombined from pairs of characters. */
const realPerMille = 150;
/** Characters of a recombined clause: this many, and up to as many more. */
const clauseLength = 6;

/** Clauses in which each character follows two that it follows in the text: new, and like it. */
function recombiner(clauses: readonly string[], random: Random): () => string {
	const followers = new Map<string, string[]>();
	for (const clause of clauses) {
		const characters = [...clause];
		for (let at = 2; at < characters.length; at++) {
			const pair = characters[at - 2]! + characters[at - 1]!;
			followers.set(pair, [...(followers.get(pair) ?? []), characters[at]!]);
		}
	}
	return () => {
		const made = [...random.pick(clauses)].slice(0, 2);
		const length = clauseLength + random.below(clauseLength);
		while (made.length < length) {
			const next = followers.get(made.slice(-2).join(''));
			if (!next) made.push(...[...random.pick(clauses)].slice(0, 2));
			else made.push(random.pick(next));
		}
		return made.join('');
	};
}

/**
 * Pages of the site's own text, recombined. Whole clauses alone would recur on every fifth page,
 * as nothing does in real text; so most are put together from the text's runs of characters.
 */
export function generatedPages(texts: readonly PageText[], count: number, random: Random) {
	const blocks = texts.flatMap((page) => page.blocks);
	const clauses = blocks
		.filter(({ kind }) => ['paragraph', 'note', 'item'].includes(kind))
		.flatMap(({ text }) => text.split(/[，。；：！？]/u))
		.map((text) => text.trim())
		.filter((text) => text.length > 3);
	const headings = blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
	const recombined = recombiner(clauses, random);
	const clause = () => (random.below(1000) < realPerMille ? random.pick(clauses) : recombined());
	const sentence = () => `${Array.from({ length: clausesPerSentence }, clause).join('，')}。`;
	const paragraph = () => Array.from({ length: sentencesPerParagraph }, sentence).join('');
	return Array.from({ length: count }, (_, page) => {
		const title = `${random.pick(headings)} ${page + 1}`;
		const sections = Array.from({ length: sectionsPerPage }, (_, section) => {
			const paragraphs = Array.from({ length: paragraphsPerSection }, (_, at) => {
				const id = `p${page}-${section}-${at}`;
				return `<p id="${id}">${escapeHtml(paragraph())}</p>`;
			});
			const heading = escapeHtml(random.pick(headings));
			return `<h2 id="h${page}-${section}">${heading}</h2>${paragraphs.join('')}`;
		});
		const path = `/page-${page}/`;
		const html =
			`<!doctype html><html lang="zh-Hans"><head><title>${escapeHtml(title)}</title></head><body>` +
			`<main id="content"><article data-page="page-${page}"><h1>${escapeHtml(title)}</h1>` +
			`<div class="prose">${sections.join('')}</div></article></main></body></html>`;
		return { path, html };
	});
}

/** A generated site with both searches. */
export interface GeneratedSite {
	texts: PageText[];
	url: string;
	stockUrl: string;
	ourIndexMs: number;
	stockIndexMs: number;
	ourBytes: number;
	stockBytes: number;
	close(): Promise<void>;
}

async function timed(run: () => Promise<void>): Promise<number> {
	const startedAt = performance.now();
	await run();
	return performance.now() - startedAt;
}

/** The engine alone, bundled as the site's build bundles it. */
async function writeSession(root: string): Promise<void> {
	await build({
		configFile: false,
		logLevel: 'warn',
		build: {
			outDir: root,
			emptyOutDir: false,
			rolldownOptions: {
				input: 'src/search/session.ts',
				preserveEntrySignatures: 'allow-extension',
				output: { entryFileNames: 'session.js' },
			},
		},
	});
}

/** Generates a site, indexes it with both and serves it. */
export async function generatedSite(
	source: readonly PageText[],
	count: number,
	random: Random,
): Promise<GeneratedSite> {
	const root = await mkdtemp(join(tmpdir(), 'search-ours-'));
	const stockRoot = await mkdtemp(join(tmpdir(), 'search-stock-'));
	const pages = generatedPages(source, count, random);
	const texts: PageText[] = [];
	const ourIndexMs = await timed(async () => {
		for (const [order, { path, html }] of pages.entries()) {
			const article = parseHTML(html).document.querySelector('article')!;
			texts.push(pageTextOf(article as unknown as Element, { path, language: 'zh', order }));
		}
		await writeLanguageIndex(root, 'zh', texts);
		await writeEngine(root);
	});
	const stockIndexMs = await timed(() => writeStock(stockRoot, pages));
	await writeSession(root);
	await mkdir(root, { recursive: true });
	await writeFile(
		join(root, 'index.html'),
		'<!doctype html><html lang="zh-Hans" data-base="/"><meta charset="utf-8"><title>-</title></html>',
	);
	const ourFiles = (await filesBelow(root)).filter((file) => /pagefind|search-text/.test(file));
	const [ours, stock] = await Promise.all([serve({ root }), serve({ root: stockRoot })]);
	return {
		texts,
		url: ours.url,
		stockUrl: stock.url,
		ourIndexMs,
		stockIndexMs,
		ourBytes: await folderBytes(ourFiles),
		stockBytes: await folderBytes(await filesBelow(join(stockRoot, 'pagefind'))),
		async close() {
			await Promise.all([ours.close(), stock.close()]);
			await Promise.all([root, stockRoot].map((path) => rm(path, { recursive: true })));
		},
	};
}

/** What the engine says, without a page round it. */
export interface EngineAnswer {
	query: string;
	state: string;
	hrefs: string[];
	/** Kind of the block of the first hit. */
	firstKind: string | undefined;
	notices: string[];
	ms: number;
}

/** Asks the engine in the browser; `enough` exact hits end its reading of candidates. */
export async function engineAnswers(
	page: Page,
	queries: readonly string[],
	enough: number | null,
): Promise<EngineAnswer[]> {
	return page.evaluate(
		async ([asked, limit]) => {
			const held = window as unknown as { session?: Pick<SearchSession, 'ask'> };
			if (!held.session) {
				const url = '/session.js';
				const { SearchSession } = await import(url);
				held.session = new SearchSession({ base: '/', language: 'zh' });
			}
			const answers = [];
			for (const query of asked) {
				const startedAt = performance.now();
				const reply = await held.session!.ask(query, limit ?? Infinity);
				const ms = performance.now() - startedAt;
				const hits = reply.answer.exact.flatMap(({ hits }) => hits);
				answers.push({
					query,
					state: reply.state,
					hrefs: hits.map(({ page: { path }, block }) => `${path}#${block.id}`),
					firstKind: hits[0]?.block.kind,
					notices: reply.notices,
					ms,
				});
			}
			return answers;
		},
		[queries, enough] as const,
	);
}

/** Bytes (Brotli) of a first answer in a fresh browser profile: ours, with its script. */
export async function engineFirstBytes(
	browser: Browser,
	url: string,
	query: string,
): Promise<number> {
	const page = await freshPage(browser, url);
	const scale = weighed(page.context());
	await engineAnswers(page, [query], enoughHits);
	const bytes = await scale.bytes();
	await page.context().close();
	return bytes;
}

/** The same for stock's API with the data of its first five pages. */
export async function stockFirstBytes(
	browser: Browser,
	url: string,
	query: string,
): Promise<{ bytes: number; answer: StockAnswer }> {
	const page = await freshPage(browser, `${url}pagefind/pagefind-entry.json`);
	const scale = weighed(page.context());
	const [answer] = await stockAnswers(page, [query], false);
	const bytes = await scale.bytes();
	await page.context().close();
	return { bytes, answer: answer! };
}
