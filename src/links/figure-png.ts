/** Draws a figure's download with the cards' renderer and fonts. */
import { Renderer, type Node } from '@takumi-rs/core';
import { fontsFor } from './card-fonts.ts';
import { wordsOf } from './card-drawing.ts';

/** A node as a PNG, `width` by `height` px. */
export async function pngOf(drawn: { node: Node; width: number; height: number }): Promise<Buffer> {
	const { node, width, height } = drawn;
	const renderer = new Renderer();
	for (const font of fontsFor(wordsOf(node))) await renderer.registerFont(font);
	return renderer.render(node, { width, height, format: 'png' });
}
