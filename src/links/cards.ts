/** Which cards the site has, and what each says. */
import { textOf, type Block } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import { readReport } from '../content/readers.ts';
import { formatDate } from '../base/numbers.ts';
import { homeSlug } from '../base/urls.ts';
import type { BuiltPage, BuiltSite } from '../base/built-site.ts';
import { drawingRoom, pathRoom, textRoom, type CardContent } from './card-drawing.ts';
import { clipped } from './excerpt.ts';
import { placeOf, placeTitle } from './place.ts';
import { figureNode } from '../figures/registry.ts';

/** A card and whose it is: a block's, or without block the page's. */
export interface Card {
	page: BuiltPage;
	block: Block | undefined;
	content: CardContent;
}

/** Kinds of block that have a card of their own; others show their heading's. */
const withCard = new Set<Block['kind']>(['heading', 'figure', 'table']);

/** A caption's parts as the figure room marks them, or the whole caption. */
function captionOf({ element }: Block): { title: string; finding: string } {
	const caption = element.querySelector('figcaption, caption');
	const part = (name: string) => {
		const found = caption?.querySelector(`.figure-${name}`);
		return found ? textOf(found) : undefined;
	};
	return {
		title: part('title') ?? (caption ? textOf(caption) : ''),
		finding: part('finding') ?? '',
	};
}

const cellsOf = (row: Element) => [...row.querySelectorAll('th, td')].map(textOf);

/** First words that stand under a heading. */
function firstTextUnder(heading: Block, blocks: readonly Block[]): string {
	const from = blocks.indexOf(heading);
	const next = blocks
		.slice(from + 1)
		.find(({ kind, headingPath }) => kind === 'paragraph' && headingPath.includes(heading.id));
	if (next) return next.text;
	const list = blocks.filter(
		({ kind, headingPath }) => kind === 'item' && headingPath.includes(heading.id),
	);
	return list.map(firstLineOf).join(' · ');
}

/** What an item is about: its link or strong words if it begins with them, else all of it. */
function firstLineOf({ element, text }: Block): string {
	const statement = element.querySelector('.entry-statement, .wording > div');
	if (statement) return textOf(statement);
	const lead = element.querySelector('a:not(.permalink), strong');
	const words = lead ? textOf(lead) : '';
	return words && text.startsWith(words) ? words : text;
}

/** The table's figure, when it is the data under one. */
const figureAround = (table: Block, { blocks }: BuiltPage) =>
	blocks.find((block) => block.kind === 'figure' && block.element.contains(table.element));

/** Width of a title made of a block's words, where a table has no caption. */
const longestTitle = 30;

function contentOf(page: BuiltPage, block: Block | undefined): CardContent {
	const { language, document } = page;
	const report = readReport();
	const common = {
		language,
		source: `${report.institute[language]}${language === 'zh' ? '，' : ', '}${formatDate(report.published, language)}`,
		site: report.site[language],
	};
	const below = (title: string, text: string) => clipped(text, language, textRoom(title), 30);
	const path = (text: string) => clipped(text, language, pathRoom);
	if (!block) {
		return {
			...common,
			path: path(page.slug === homeSlug ? report.series[language] : report.title[language]),
			title: page.title,
			text: below(
				page.title,
				document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
			),
		};
	}
	const place = placeOf(document, block);
	if (block.kind === 'heading') {
		return {
			...common,
			path: path(place.page),
			title: block.text,
			text: below(block.text, firstTextUnder(block, page.blocks)),
		};
	}
	const figure = block.kind === 'table' ? figureAround(block, page) : block;
	const title = captionOf(block).title || clipped(block.text, language, longestTitle);
	const shown = figure ?? block;
	return {
		...common,
		path: path(placeTitle(place)),
		title,
		drawing: figureNode(shown.id, language, drawingRoom(title))?.node,
		text: below(title, captionOf(shown).finding || firstRowsOf(block, language)),
	};
}

/** A table without finding is known by what it lists. */
function firstRowsOf({ element }: Block, language: Language): string {
	return [...element.querySelectorAll('tbody tr')]
		.map((row) => cellsOf(row).slice(0, 2).join(' '))
		.join(language === 'zh' ? '；' : '; ');
}

/** Every card of the site. */
export function cardsOf({ pages }: Pick<BuiltSite, 'pages'>): Card[] {
	return pages.flatMap((page) => [
		{ page, block: undefined, content: contentOf(page, undefined) },
		...page.blocks
			.filter(({ kind }) => withCard.has(kind))
			.map((block) => ({ page, block, content: contentOf(page, block) })),
	]);
}

/** The id whose card a block shows: its own, its heading's, or `undefined` for the page's. */
export function cardOwnerOf(block: Block): string | undefined {
	return withCard.has(block.kind) ? block.id : block.headingPath.at(-1);
}
