/**
 * What a link preview says of each block: a title and a description that no other block has.
 * Crawlers never see a fragment, so each block's share page must carry these itself.
 */
import { textOf, type Block } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { clipped, widthOf } from './excerpt.ts';
import { placeOf, placeTitle } from './place.ts';
import { quoteOf } from './quotes.ts';

/** Widths in Han characters; a Latin letter counts half. */
export const previewWidths = { title: 30, leastDescription: 40, description: 100 } as const;

export interface Preview {
	title: string;
	description: string;
	/** The block's words in full, as the share page quotes them. */
	quote: string;
}

const colon = { zh: '：', en: ': ' } as const;
const stop = { zh: '。', en: '.' } as const;
const comma = { zh: '，', en: ', ' } as const;
const dash = { zh: '——', en: ' — ' } as const;
const gap = { zh: '', en: ' ' } as const;

/** What a heading opens: the first words below it. */
function openingOf(heading: Block, { blocks, language }: BuiltPage): string {
	return blocks
		.filter(({ kind, headingPath }) => kind !== 'heading' && headingPath.includes(heading.id))
		.slice(0, 2)
		.map(({ text }) => text)
		.join(gap[language]);
}

/** The table a row stands in, by its caption. */
function tableNameOf({ element }: Block): string {
	const caption = element.closest('figure, table')?.querySelector('figcaption, caption');
	return caption ? textOf(caption.querySelector('.figure-title') ?? caption) : '';
}

function descriptionOf(block: Block, page: BuiltPage, quote: string): string {
	const { language } = page;
	const { leastDescription: least, description: most } = previewWidths;
	const within = (text: string) => clipped(text, language, most, least);
	if (widthOf(quote) >= least) return within(quote);
	const told = /[。！？.!?]$/u.test(quote) ? quote : `${quote}${stop[language]}`;
	const opening = block.kind === 'heading' ? gap[language] + openingOf(block, page) : '';
	if (widthOf(told + opening) >= least) return within(told + opening);
	const table = block.kind === 'row' ? tableNameOf(block) : '';
	const source = [table, placeTitle(placeOf(page.document, block))].filter(Boolean);
	const summary =
		page.document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '';
	return within(
		`${told}${opening}${dash[language]}${source.join(comma[language])}${colon[language]}${summary}`,
	);
}

function titleOf(block: Block, page: BuiltPage, quote: string): string {
	const { language } = page;
	const place = placeOf(page.document, block);
	const shelf = block.kind === 'heading' ? place.page : (place.section ?? place.page);
	const mark = language === 'zh' ? '｜' : ' | ';
	const name = clipped(shelf, language, 13);
	const room = previewWidths.title - widthOf(mark) - widthOf(name);
	return `${clipped(quote, language, room)}${mark}${name}`;
}

/** The first candidate nobody has taken; the id tells apart what words cannot. */
function unique(
	text: string,
	id: string,
	taken: Set<string>,
	most: number,
	lang: Language,
): string {
	const told = taken.has(text) ? `${clipped(text, lang, most - widthOf(id) - 2)}（${id}）` : text;
	taken.add(told);
	return told;
}

/**
 * Previews of all blocks of an edition, by id. Titles are at most 30 Han characters wide (60 Latin
 * letters), descriptions 40 to 100; both are unique in the edition.
 */
export function previewsOf(pages: readonly BuiltPage[]): Map<string, Preview> {
	const titles = new Set<string>();
	const descriptions = new Set<string>();
	return new Map(
		pages.flatMap((page) =>
			page.blocks.map((block): [string, Preview] => {
				const quote = quoteOf(block, page.language);
				const { title, description } = previewWidths;
				const { id } = block;
				return [
					id,
					{
						quote,
						title: unique(titleOf(block, page, quote), id, titles, title, page.language),
						description: unique(
							descriptionOf(block, page, quote),
							id,
							descriptions,
							description,
							page.language,
						),
					},
				];
			}),
		),
	);
}
