/** Drawings as SVG: for the page, styled by its style sheet, and standalone with colours resolved. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colour, withColours } from '../../base/colours.ts';
import { escaped } from '../../base/html.ts';
import { shapes, type Drawing, type Mark } from './drawing.ts';

/** Attributes of an element; those without value are left out. */
const attributes = (values: Record<string, string | number | undefined>) =>
	Object.entries(values)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
		.join('');

/** Rounded to hundredths: invisible to a reader, and shorter in the page. */
const percent = (value: number) => `${Math.round(value * 100) / 100}%`;

function svgElement(mark: Mark): string {
	const { y, dx } = mark;
	const common = { class: mark.class, 'data-cell': mark.cell };
	const x = percent(mark.x);
	if (mark.kind === 'label') {
		const anchor = mark.anchor === 'start' ? undefined : mark.anchor;
		const place = attributes({ ...common, x, y, dx, 'text-anchor': anchor });
		return `<text${place}>${escaped(mark.text)}</text>`;
	}
	if (mark.kind === 'point') {
		const transform = dx && `translate(${dx} 0)`;
		const path = attributes({ ...common, transform, d: shapes[mark.shape] });
		return `<svg x="${x}" y="${y}" overflow="visible"><path${path}/></svg>`;
	}
	const { width, height } = mark;
	if (mark.kind === 'bar') {
		return `<rect${attributes({ ...common, x, width: percent(width), y, height })}/>`;
	}
	const x2 = percent(mark.x + width);
	return `<line${attributes({ ...common, x1: x, x2, y1: y, y2: y + height })}/>`;
}

/** The marks as SVG elements, without the `svg` around them. */
export const inner = ({ marks }: Drawing): string => marks.map(svgElement).join('');

/** Fonts of a standalone drawing: what readers are likely to have; PNGs bring their own. */
const fonts = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Segoe UI', Roboto, sans-serif";

/** A drawing as an SVG file that needs no style sheet; `title` names it for screen readers. */
export function standalone(drawing: Drawing, width: number, title = '', lang = ''): string {
	const { height } = drawing;
	const css = readFileSync(join(process.cwd(), 'src/figures/kit/drawing.css'), 'utf8');
	return (
		`<svg xmlns="http://www.w3.org/2000/svg" class="drawing" width="${width}" height="${height}"` +
		` viewBox="0 0 ${width} ${height}" lang="${lang}" role="img" font-family="${fonts}">` +
		`<title>${escaped(title)}</title><style>${withColours(css)}</style>` +
		`<rect width="100%" height="100%" fill="${colour('paper')}"/>${inner(drawing)}</svg>\n`
	);
}
