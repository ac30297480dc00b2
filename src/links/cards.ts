/** Which cards the site has, and what each says. */
import { textOf, type Block } from '../base/blocks.ts';
import type { Language } from '../base/languages.ts';
import { readReport } from '../content/readers.ts';
import { formatDate } from '../base/numbers.ts';
import { homeSlug } from '../base/urls.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { figureNode } from '../figures/registry.ts';
import { drawingRoom, pathRoom, textRoom, type CardContent } from './card-drawing.ts';
import { clipped } from './excerpt.ts';
import { captionOf, openingOf, placeOf, placeTitle, summaryOf } from './quote.ts';

/** A card and whose it is: a block's, or without block the page's. */
export interface Card {
	page: BuiltPage;
	block: Block | undefined;
	content: CardContent;
}

/** Whether a block has a card of its own; any other shows its page's. */
const hasCard = ({ kind, element }: Block) =>
	kind === 'heading' || kind === 'figure' || kind === 'table' || element.matches('.matter');

/** Width of a title made of a block's words, where a table has no caption. */
const longestTitle = 30;

const firstRowsOf = ({ element }: Block, language: Language) =>
	[...element.querySelectorAll('tbody tr')]
		.map((row) =>
			[...row.querySelectorAll('th, td')]
				.slice(0, 2)
				.map((cell) => textOf(cell))
				.join(' '),
		)
		.join(language === 'zh' ? '；' : '; ');

/** What a block's card says: where it stands, its title, and its finding or first words. */
function wordsOf(block: Block, page: BuiltPage): Pick<CardContent, 'path' | 'title' | 'text'> {
	const { language, document, blocks } = page;
	const place = placeOf(document, block);
	if (block.kind === 'heading') {
		return { path: place.page, title: block.text, text: openingOf(block, blocks, language) };
	}
	if (block.kind === 'item') {
		const note = block.element.querySelector('.matter-note');
		const title = clipped(note ? textOf(note) : block.text, language, longestTitle);
		return { path: placeTitle(place), title, text: '' };
	}
	const { title, finding } = captionOf(block);
	return {
		path: placeTitle(place),
		title: title || clipped(block.text, language, longestTitle),
		text: finding || firstRowsOf(block, language),
	};
}

/** The drawing of a figure, which its table of data shows too. */
function drawingOf(block: Block | undefined, title: string, language: Language) {
	if (block?.kind !== 'figure' && block?.kind !== 'table') return undefined;
	const id = block.element.closest('figure')?.id ?? '';
	return figureNode(id, language, drawingRoom(title))?.node;
}

function contentOf(page: BuiltPage, block: Block | undefined): CardContent {
	const { language, document } = page;
	const report = readReport();
	const { path, title, text } = block
		? wordsOf(block, page)
		: {
				path: page.slug === homeSlug ? report.series[language] : report.title[language],
				title: page.title,
				text: summaryOf(document),
			};
	return {
		language,
		path: clipped(path, language, pathRoom),
		title,
		text: clipped(text, language, textRoom),
		drawing: drawingOf(block, title, language),
		source: `${report.institute[language]}${language === 'zh' ? '，' : ', '}${formatDate(report.published, language)}`,
		site: report.site[language],
	};
}

/** Every card of a page; its own comes first. */
export function cardsOf(page: BuiltPage): Card[] {
	return [undefined, ...page.blocks.filter(hasCard)].map((block) => ({
		page,
		block,
		content: contentOf(page, block),
	}));
}
