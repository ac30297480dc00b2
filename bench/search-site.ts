import type { Browser, Page } from 'playwright-core';
import { headingPathOf, type PageText } from '../src/search/page-text.ts';
import { mean, quantile, recallAndPrecision } from './search-measure.ts';
import type { OurAnswer } from './search-ours.ts';
import type { QuerySet } from './search-queries.ts';
import type { StockAnswer } from './search-stock.ts';
import { trueHits, truthForm, type TrueBlock } from './search-truth.ts';

/** How good a set of answers is; shares from 0 to 1. */
export interface Quality {
	queries: number;
	recall: number;
	precision: number;
	/** Share of queries with any exact hit. */
	answered: number;
}

/** Our exact hits against the blocks that hold the query. */
export function ourQuality(
	answers: readonly OurAnswer[],
	blocks: readonly TrueBlock[],
): Quality & { faults: string[] } {
	const scored = answers.map(({ query, hrefs, exact, state }) => {
		const wanted = trueHits(blocks, query).map(({ href }) => href);
		const score = recallAndPrecision(hrefs, wanted);
		const counts = exact === hrefs.length && state === 'done';
		const isRight = counts && score.recall === 1 && score.precision === 1;
		return { ...score, exact, fault: isRight ? [] : [`${query} (${exact} of ${wanted.length})`] };
	});
	return {
		queries: answers.length,
		recall: mean(scored.map(({ recall }) => recall)),
		precision: mean(scored.filter(({ exact }) => exact > 0).map(({ precision }) => precision)),
		answered: mean(scored.map(({ exact }) => (exact > 0 ? 1 : 0))),
		faults: scored.flatMap(({ fault }) => fault),
	};
}

/** Stock's pages against the pages that hold the query: it has no finer answer to check. */
export function stockQuality(
	answers: readonly StockAnswer[],
	blocks: readonly TrueBlock[],
): Quality {
	const scored = answers.map(({ query, paths }) => ({
		...recallAndPrecision(
			paths,
			trueHits(blocks, query).map(({ path }) => path),
		),
		found: paths.length,
	}));
	return {
		queries: answers.length,
		recall: mean(scored.map(({ recall }) => recall)),
		precision: mean(scored.filter(({ found }) => found > 0).map(({ precision }) => precision)),
		answered: mean(scored.map(({ found }) => (found > 0 ? 1 : 0))),
	};
}

/** Queries that stand in a title or heading. */
export function titleQueries(sets: readonly QuerySet[], blocks: readonly TrueBlock[]): string[] {
	const titles = blocks.filter(({ kind }) => kind === 'title' || kind === 'heading');
	return sets
		.filter(({ absent }) => !absent)
		.flatMap(({ queries }) => queries)
		.filter((query) => trueHits(titles, query).length > 0);
}

/** Share of our answers whose first hit is a title or heading with the query. */
export function ourTitleFirst(answers: readonly OurAnswer[], blocks: readonly TrueBlock[]): number {
	return mean(
		answers.map(({ query, hrefs }) => {
			const form = truthForm(query);
			const first = blocks.filter(({ href }) => href === hrefs[0]);
			const isTitle = first.some(
				(block) => ['title', 'heading'].includes(block.kind) && block.form.includes(form),
			);
			return isTitle ? 1 : 0;
		}),
	);
}

/** The same for stock: the title of the first page or of its first section. */
export function stockTitleFirst(answers: readonly StockAnswer[]): number {
	return mean(
		answers.map(({ query, sections }) =>
			truthForm(sections[0]?.title ?? '').includes(truthForm(query)) ? 1 : 0,
		),
	);
}

/** A question and the sections that answer it, as in `tests/search-golden.json`. */
export interface Golden {
	query: string;
	sections: string[];
}

function sectionsOf(href: string, pages: readonly PageText[]): string[] {
	const [path, id] = href.split('#');
	const page = pages.find((candidate) => candidate.path === path);
	const at = page?.blocks.findIndex((block) => block.id === id) ?? -1;
	if (!page || at < 0) return [path!];
	const headings = headingPathOf(page, at).map((heading) => page.blocks[heading]!.id);
	return headings.length > 0 ? headings.map((heading) => `${path}#${heading}`) : [path!];
}

/** Mean reciprocal rank of the first section that answers. */
export function meanReciprocalRank(
	golden: readonly Golden[],
	hrefsOf: (query: string) => readonly string[],
	pages: readonly PageText[],
): number {
	return mean(
		golden.map(({ query, sections }) => {
			const shown = new Set(hrefsOf(query).map((href) => sectionsOf(href, pages).join(' ')));
			const rank = [...shown].findIndex((path) =>
				path.split(' ').some((section) => sections.includes(section)),
			);
			return rank < 0 ? 0 : 1 / (rank + 1);
		}),
	);
}

/** Median and 95th percentile, as printed. */
export function spread(times: readonly number[]): string {
	const form = (value: number) => value.toFixed(value < 10 ? 1 : 0);
	return `${form(quantile(times, 0.5))} / ${form(quantile(times, 0.95))} ms`;
}

/** Opens our search page with one way of finding candidates. */
export async function openSearchPage(browser: Browser, url: string, engine: string): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	const page = await context.newPage();
	await page.goto(`${url}search/?engine=${engine}`, { waitUntil: 'networkidle' });
	return page;
}
