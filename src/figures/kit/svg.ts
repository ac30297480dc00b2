/** Drawings as SVG: for the page, styled by its style sheet, and standalone with colours resolved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colour, withColours, type Theme } from '../../base/colours.ts';
import { escaped } from '../../base/html.ts';
import { shapes, type Drawing, type Mark } from './drawing.ts';
import { rounded } from './scale.ts';

/** Attributes of an element; those without value are left out. */
const attributes = (values: Record<string, string | number | undefined>) =>
	Object.entries(values)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');

const percent = (value: number) => `${rounded(value)}%`;

function element(mark: Mark): string {
	const common = { class: mark.class, 'data-cell': mark.cell };
	switch (mark.kind) {
		case 'bar': {
			const { x, width, y, height } = mark;
			return `<rect${attributes({ ...common, x: percent(x), width: percent(width), y, height })}/>`;
		}
		case 'line': {
			const { x, width, y, height } = mark;
			const [x1, x2] = [percent(x), percent(x + width)];
			return `<line${attributes({ ...common, x1, x2, y1: y, y2: y + height })}/>`;
		}
		case 'point': {
			const { x, y, dx, shape } = mark;
			const shift = dx ? `translate(${dx} 0)` : undefined;
			return `<svg x="${percent(x)}" y="${y}" overflow="visible"><path${attributes({ ...common, transform: shift, d: shapes[shape] })}/></svg>`;
		}
		case 'label': {
			const { x, y, dx, anchor, text } = mark;
			const end = anchor === 'start' ? undefined : anchor;
			return `<text${attributes({ ...common, x: percent(x), y, dx, 'text-anchor': end })}>${escaped(text)}</text>`;
		}
	}
}

/** The marks as SVG elements, without the `svg` around them. */
export const inner = ({ marks }: Drawing): string => marks.map(element).join('');

/** The style sheet of drawings with a theme's colours. */
export const drawingStyle = (theme: Theme): string =>
	withColours(readFileSync(join(process.cwd(), 'src/figures/kit/drawing.css'), 'utf8'), theme);

/** Fonts of a standalone drawing: what readers are likely to have; PNGs bring their own. */
const fonts = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', Roboto, sans-serif";

export interface Standalone {
	/** Width in px. */
	width: number;
	theme: Theme;
	/** Name of the drawing for screen readers, and its language tag. */
	title: string;
	lang: string;
}

/** A drawing as an SVG file that needs no style sheet, on the theme's paper. */
export function standalone(drawing: Drawing, { width, theme, title, lang }: Standalone): string {
	const { height } = drawing;
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width="${width}" height="${height}"` +
		` viewBox="0 0 ${width} ${height}" lang="${lang}" role="img" font-family="${fonts}">` +
		`<title>${escaped(title)}</title><style>${drawingStyle(theme)}</style>` +
		`<rect width="100%" height="100%" fill="${colour('paper', theme)}"/>${inner(drawing)}</svg>\n`
	);
}
