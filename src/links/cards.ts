/** Preview cards: which there are, what each says, how it looks: 1200 by 630 px, readable at 520. */
import type { Node } from '@takumi-rs/core';
import { textOf, type Block } from '../base/blocks.ts';
import type { BuiltPage } from '../base/built-site.ts';
import { colour } from '../base/colours.ts';
import { languageTags, punctuation, type Language } from '../base/languages.ts';
import { formatDate } from '../base/numbers.ts';
import { homeSlug } from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { readGlossary, readReport } from '../content/readers.ts';
import { figureNode } from '../figures/registry.ts';
import { clipped, widthOf, wordsOf } from './excerpt.ts';
import { captionOf, openingOf, placeOf, quoteOf, summaryOf } from './quote.ts';

/** Size of a preview card in px. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A card: the block's or, without one, the page's. Everything it says decides its file name. */
export interface Card {
	language: Language;
	/** Id of its block, or slug of its page. */
	owner: string;
	/** Where it stands: 技术逻辑 § 三步训练. */
	path: string;
	title: string;
	/** The finding or the first words of the section. */
	text: string;
	/** The figure's own drawing, in place of the text. */
	drawing?: Node | undefined;
}

/** Width of a line between the margins, px. */
const lineWidth = 1016;

/** Widths in Han characters for which a card has room. */
const room = {
	path: Math.floor(lineWidth / 30),
	title: 60,
	/** A title made of a block's words, where it has none. */
	madeTitle: 42,
	/** A clause, since every character is some 130 bytes of picture. */
	text: 28,
} as const;

/** Type size of a title, px: two lines, three for the longest; above a drawing one, or two. */
function titleSize(title: string, isDrawn: boolean): number {
	// A bold title's Latin letters are wider than half a Han character.
	const fitting = ((isDrawn ? 1 : 2) * lineWidth * 0.92) / widthOf(title, 0.62);
	const [least, most] = isDrawn ? [34, 46] : [50, 78];
	return Math.floor(Math.min(most, Math.max(least, fitting)));
}

/** Names of rows and what follows; a number would stand there without its unit. */
const firstRowsOf = ({ element }: Block, language: Language) =>
	[...element.querySelectorAll('tbody tr')]
		.map((row) => [...row.querySelectorAll('tr > :nth-child(-n + 2):not(.numeric)')])
		.map((cells) => cells.map(textOf).join(' '))
		.join(punctuation[language].semicolon);

/** What a block's card says: where it stands, its title, and its finding or first words. */
function wordsOfBlock(block: Block, page: BuiltPage): Pick<Card, 'path' | 'title' | 'text'> {
	const { language, document, blocks } = page;
	const place = placeOf(document, block);
	if (block.kind === 'heading') {
		return { path: place.page, title: block.text, text: openingOf(block, blocks, language) };
	}
	const { title, finding } = captionOf(block);
	const made = block.element.matches('.matter') ? quoteOf(block, language) : title;
	return {
		path: place.path,
		title: block.kind === 'figure' ? title : clipped(made, language, room.madeTitle),
		text: finding || firstRowsOf(block, language),
	};
}

/** The drawing of a figure, which its table of data shows too; of two tables it may draw either. */
function drawingOf({ kind, element }: Block, title: string, language: Language) {
	const figure = /figure|table/.test(kind) && element.closest('figure');
	const isUnclear = kind === 'table' && figure && figure.querySelectorAll('table').length > 1;
	if (!figure || isUnclear) return undefined;
	const height = widthOf(title, 0.62) * titleSize(title, true) > lineWidth * 0.96 ? 275 : 305;
	return figureNode(figure.id, language, { width: lineWidth, height })?.node;
}

function cardOf(page: BuiltPage, block?: Block): Card {
	const { language, document, slug } = page;
	const report = readReport();
	const series = slug === homeSlug ? report.series[language] : report.title[language];
	const own = { path: series, title: page.title, text: summaryOf(document) };
	const { path, title, text } = block ? wordsOfBlock(block, page) : own;
	return {
		language,
		owner: block?.id ?? (slug === homeSlug ? 'home' : slug),
		path: clipped(path, language, room.path),
		title: clipped(title, language, room.title),
		text: clipped(text, language, room.text),
		drawing: block && drawingOf(block, title, language),
	};
}

/** Cards of a page: its own under `''`, those of its blocks under their ids. */
export function cardsOf(page: BuiltPage): Map<string, Card> {
	const own = page.blocks.filter(
		({ kind, element }) =>
			/heading|figure|table/.test(kind) || element.classList.contains('matter'),
	);
	return new Map([['', cardOf(page)], ...own.map((one) => [one.id, cardOf(page, one)] as const)]);
}

const [paper, ink, quiet, rule, accent] = ['paper', 'ink', 'ink-quiet', 'rule', 'cinnabar'].map(
	(name) => colour(name),
);

export const cardCss = `
.leaf {
	background: ${paper}; color: ${ink}; display: flex; flex-direction: column;
	font-family: song; height: 630px; padding: 64px 84px 56px 100px; width: 1200px;
}
.frame { border: 2px solid ${rule}; height: 582px; left: 24px; position: absolute; top: 24px; width: 1152px; }
.thread { background: ${accent}; height: 582px; left: 24px; position: absolute; top: 24px; width: 10px; }
.path { color: ${accent}; font-family: hei; font-size: 30px; font-weight: 500; line-height: 1.4; }
.title { font-weight: 700; line-height: 1.3; margin-top: 18px; text-wrap: balance; word-break: keep-all; }
.body { align-items: flex-start; display: flex; flex: 1; flex-direction: column; margin-top: 22px; min-height: 0; }
.drawn { justify-content: center; margin-top: 14px; }
.text { color: ${quiet}; line-height: 1.6; text-wrap: pretty; }
.foot {
	border-top: 2px solid ${rule}; color: ${quiet}; display: flex; flex-direction: row;
	font-family: hei; font-size: 25px; gap: 25px; justify-content: space-between;
	line-height: 1.4; padding-top: 20px; white-space: nowrap;
}
.site { color: ${ink}; flex-shrink: 0; font-family: song; font-weight: 700; }
/* English quotation marks are narrow; see card-files.ts. */
.en, .en .site { font-family: latin-marks, song; }
.en .path, .en .foot { font-family: latin-marks, hei; }`;

/** Lets a Chinese title break between words only; the glossary's names are words. */
function breakable(title: string, language: Language): string {
	const names = new RegExp(
		`(${readGlossary()
			.flatMap(({ zh, aliases = [] }) => [zh, ...aliases])
			.map((name) => name.replace(/[^\p{L}\p{N}]/gu, '\\$&'))
			.join('|')})`,
	);
	const parts = title.split(names);
	const words = parts.flatMap((part, at) => (at % 2 ? [part] : wordsOf(part, language)));
	// A mark stays with the word it follows; an opening one with the word it begins.
	return words
		.join('\u200b')
		.replace(/\u200b(?=[^\P{P}（(“‘《「]|\s)|(?<=[（(“‘《「])\u200b/gu, '');
}

/** A card as Takumi’s tree. */
export function cardTree({ language, path, title, text, drawing }: Card): Node {
	const { institute, published, site } = readReport();
	const { cardSource } = wordsIn(language).links;
	const source = cardSource(institute[language], formatDate(published, language));
	const box = (className: string, ...children: Node[]): Node => {
		return { type: 'container', className, children };
	};
	const line = (className: string, says: string): Node => ({ type: 'text', className, text: says });
	const sized = (node: Node, px: number): Node => ({ ...node, style: { fontSize: `${px}px` } });
	const size = titleSize(title, Boolean(drawing));
	const words = sized(line('text', text), size === 78 ? 44 : 37);
	return {
		...box(
			`leaf ${language}`,
			box('frame'),
			box('thread'),
			line('path', path),
			sized(line('title', breakable(title, language)), size),
			box(drawing ? 'body drawn' : 'body', drawing ?? words),
			box('foot', line('source', source), line('site', site[language])),
		),
		lang: languageTags[language],
	};
}
