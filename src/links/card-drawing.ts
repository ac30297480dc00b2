/** How a card looks, 1200 by 630 px, readable at 520 px wide. */
import type { Node } from '@takumi-rs/core';
import { readGlossary } from '../content/readers.ts';
import { languageTags, type Language } from '../base/languages.ts';
import { colour } from '../base/colours.ts';
import { widthOf } from './excerpt.ts';

export const cardSize = { width: 1200, height: 630 } as const;

/** Least distance of the foot from the card's lower edge, px. */
export const cardMargin = 50;

/** Everything a card says. What is here decides its file name. */
export interface CardContent {
	language: Language;
	/** Where it stands: 技术逻辑 § 三步训练. */
	path: string;
	title: string;
	/** The finding or the first words of the section. */
	text: string;
	/** The figure's own drawing, in place of the text. */
	drawing?: Node | undefined;
	/** Who published the report, and when. */
	source: string;
	site: string;
}

/** Width of a line of text between the margins, px. */
const lineWidth = 1016;

type Style = Record<string, string>;
const box = (className: string, children: readonly Node[]): Node => ({
	type: 'container',
	className,
	children: [...children],
});
const line = (className: string, text: string, style: Style = {}): Node => ({
	type: 'text',
	className,
	text,
	style,
});

const [paper, ink, quiet, rule, accent] = ['paper', 'ink', 'ink-quiet', 'rule', 'cinnabar'].map(
	(name) => colour(name),
);

export const cardCss = `
.leaf {
	background: ${paper}; color: ${ink}; display: flex; flex-direction: column;
	font-family: song; height: 630px; padding: 64px 84px 56px 100px; width: 1200px;
}
.frame { border: 2px solid ${rule}; height: 582px; left: 24px; position: absolute; top: 24px; width: 1152px; }
.thread { background: ${accent}; height: 76px; left: 24px; position: absolute; top: 64px; width: 10px; }
.path { color: ${accent}; font-family: hei; font-size: 30px; font-weight: 500; line-height: 1.4; }
.title { font-weight: 700; line-height: 1.3; margin-top: 18px; text-wrap: balance; word-break: keep-all; }
.body { align-items: flex-start; display: flex; flex: 1; flex-direction: column; margin-top: 22px; min-height: 0; }
.drawn { justify-content: center; margin-top: 14px; }
.text { color: ${quiet}; line-height: 1.6; text-wrap: pretty; }
.foot {
	border-top: 2px solid ${rule}; color: ${quiet}; display: flex; flex-direction: row;
	font-family: hei; font-size: 26px; gap: 40px; justify-content: space-between;
	line-height: 1.4; padding-top: 20px;
}
.site { color: ${ink}; flex-shrink: 0; font-family: song; font-weight: 700; }
/* English quotation marks are narrow; see card-fonts.ts. */
.latin, .latin .site { font-family: latin-marks, song; }
.latin .path, .latin .foot { font-family: latin-marks, hei; }`;

/** Type size of the title, px: as large as two lines allow, three for the longest. */
function titleSize(title: string, beside: 'text' | 'drawing'): number {
	// A bold title's Latin letters are wider than half a Han character.
	const width = widthOf(title, 0.62);
	if (beside === 'drawing') return width <= 21 ? 46 : width <= 26 ? 38 : 34;
	if (width <= 13) return 78;
	if (width <= 26) return 66;
	if (width <= 36) return 58;
	return 50;
}

/** Lines a text takes; words at line ends leave a few per cent of the room unused. */
const linesOf = (text: string, size: number) =>
	Math.ceil((widthOf(text) * size * 1.06) / lineWidth);

/** Room for a figure's drawing below its title, px. */
export const drawingRoom = (title: string) => ({
	width: lineWidth,
	height: linesOf(title, titleSize(title, 'drawing')) > 2 ? 230 : 280,
});

/** Type size of the text below a title, px. */
const textSize = (title: string) => (linesOf(title, titleSize(title, 'text')) <= 1 ? 44 : 37);

/** Width of text, in Han characters, for which a card has room in its path. */
export const pathRoom = Math.floor(lineWidth / 30);
/** Width of text below the title: a clause, since every character is some 130 bytes of picture. */
export const textRoom = 28;

/** Where a title may break although no space stands there; never drawn. */
const breakMark = '\u200b';

/** Positions of a title at which a name of the glossary would be cut: 生成式人工|智能. */
function insideNames(title: string): Set<number> {
	const names = readGlossary().flatMap(({ zh, aliases = [] }) => [zh, ...aliases]);
	const inside = new Set<number>();
	for (const name of names) {
		for (let at = title.indexOf(name); at >= 0; at = title.indexOf(name, at + 1)) {
			for (let cut = at + 1; cut < at + name.length; cut++) inside.add(cut);
		}
	}
	return inside;
}

/** Lets a Chinese title break between words only, the glossary's names among them. */
function breakable(title: string, language: Language): string {
	const words = new Intl.Segmenter(languageTags[language], { granularity: 'word' });
	const inside = insideNames(title);
	// A mark stays with the word it follows; an opening one with the word it begins.
	const mayBreak = (before: string, next: string) =>
		!(/^[\p{P}\s]/u.test(next) && !/^[（(“‘《「]/u.test(next)) && !/[（(“‘《「]$/u.test(before);
	return [...words.segment(title)].reduce(
		(text, { segment, index }) =>
			text + (text && !inside.has(index) && mayBreak(text, segment) ? breakMark : '') + segment,
		'',
	);
}

/** Scales of the text, tried in turn until it fits above the foot. */
export const textScales = [1, 0.9, 0.8] as const;

/** The card as Takumi’s tree, its text at one of `textScales`. */
export function cardTree(content: CardContent, scale: number = textScales[0]): Node {
	const { language, path, title, text, drawing, source, site } = content;
	const size = titleSize(title, drawing ? 'drawing' : 'text');
	const fontSize = `${Math.round(textSize(title) * scale)}px`;
	const body = drawing ?? line('text', text, { fontSize });
	return {
		...box(language === 'zh' ? 'leaf' : 'leaf latin', [
			box('frame', []),
			box('thread', []),
			line('path', path),
			line('title', breakable(title, language), { fontSize: `${size}px` }),
			box(drawing ? 'body drawn' : 'body', [body]),
			box('foot', [line('source', source), line('site', site)]),
		]),
		lang: languageTags[language],
	};
}

/** All words of a card: what its fonts must cover. */
export const cardWords = (content: CardContent): string =>
	wordsOf(cardTree(content)).replaceAll(breakMark, '');

/** All words below a node of Takumi's. */
export function wordsOf(node: Node): string {
	const children = 'children' in node ? (node.children ?? []) : [];
	return ('text' in node ? node.text : '') + children.map(wordsOf).join('');
}
