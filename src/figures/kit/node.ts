/**
 * A drawing for Takumi, which draws cards and PNGs: shapes as an SVG image, labels as text above
 * it. Takumi sets text in the site's own fonts only outside of SVG, and no system font is needed.
 */
import type { Node } from '@takumi-rs/core';
import { colour } from '../../base/colours.ts';
import { isHan, type Language } from '../../base/languages.ts';
import type { Drawing, Label } from './drawing.ts';
import { standalone } from './svg.ts';

/** Where the baseline of Noto Sans SC lies in a line as high as the type, in em. */
const baseline = 0.88;

function textNode(mark: Label, width: number, scale: number, language: Language): Node {
	const size = (mark.class === 'title' ? 20 : 13) * scale;
	const x = ((mark.x / 100) * width + (mark.dx ?? 0)) * scale;
	const shift = { start: 0, middle: -50, end: -100 }[mark.anchor ?? 'start'];
	return {
		type: 'text',
		text: mark.text,
		style: {
			backgroundColor: colour('paper'),
			color: colour(mark.class === 'quiet' ? 'ink-quiet' : 'ink'),
			fontFamily: isHan(language) ? 'hei' : 'latin-marks, hei',
			fontSize: `${size}px`,
			fontWeight: /strong|title/.test(mark.class) ? '700' : '400',
			left: `${x}px`,
			lineHeight: `${size}px`,
			position: 'absolute',
			top: `${mark.y * scale - baseline * size}px`,
			transform: `translateX(${shift}%)`,
			whiteSpace: 'nowrap',
		},
	};
}

/** A drawing `width` px wide as Takumi's node, so many times as large, and its size then. */
export function drawingNode(drawing: Drawing, width: number, scale: number, language: Language) {
	const labels = drawing.marks.filter((mark) => mark.kind === 'label');
	const shapes = drawing.marks.filter((mark) => mark.kind !== 'label');
	const svg = standalone({ ...drawing, marks: shapes }, width);
	const drawn = { width: width * scale, height: drawing.height * scale };
	const size = { width: `${drawn.width}px`, height: `${drawn.height}px` };
	const node: Node = {
		type: 'container',
		style: { ...size, display: 'flex', flexShrink: '0', position: 'relative' },
		children: [
			{
				type: 'image',
				src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
				style: { ...size, left: '0', position: 'absolute', top: '0' },
			},
			...labels.map((mark) => textNode(mark, width, scale, language)),
		],
	};
	return { node, ...drawn };
}
