import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Renderer } from '@takumi-rs/core';
import type { Stage } from '../base/built-site.ts';
import { colour } from '../base/colours.ts';

/** Lines of a page, the last with the annotator's mark. */
const icon = (radius: number) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${radius}" fill="${colour('cinnabar')}"/><path d="M9 7v18M16 7v18M23 7v11" stroke="${colour('paper')}" stroke-width="2.5" stroke-linecap="round"/><circle cx="23" cy="24" r="2" fill="${colour('paper')}"/></svg>`;

function drawnIcon(svg: string, size: number, format: 'ico' | 'png') {
	const src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
	const box = { width: size, height: size };
	return new Renderer().render({ type: 'image', src, ...box }, { ...box, format });
}

/** Writes the site's icons at the addresses that browsers and link previews ask for by default. */
export const iconStage: Stage = {
	name: 'icons',
	async run({ root }) {
		await writeFile(join(root, 'favicon.svg'), icon(5));
		await writeFile(join(root, 'favicon.ico'), await drawnIcon(icon(5), 32, 'ico'));
		// iOS rounds the corners itself.
		await writeFile(join(root, 'apple-touch-icon.png'), await drawnIcon(icon(0), 180, 'png'));
	},
};
