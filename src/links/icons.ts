import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Stage } from '../base/built-site.ts';
import { colour } from '../base/colours.ts';

/** Lines of a page, the last with the annotator's mark. */
const icon = (radius: number) =>
	`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="${radius}" fill="${colour('cinnabar')}"/><path d="M9 7v18M16 7v18M23 7v11" stroke="${colour('paper')}" stroke-width="2.5" stroke-linecap="round"/><circle cx="23" cy="24" r="2" fill="${colour('paper')}"/></svg>`;

const png = (svg: string, size: number) =>
	sharp(Buffer.from(svg), { density: (72 * size) / 32 })
		.resize(size, size)
		.png()
		.toBuffer();

/** One PNG as an ICO file: https://en.wikipedia.org/wiki/ICO_(file_format) */
function icoOf(image: Buffer, size: number): Buffer {
	const head = Buffer.alloc(22);
	head.writeUInt16LE(1, 2);
	head.writeUInt16LE(1, 4);
	head.writeUInt8(size, 6);
	head.writeUInt8(size, 7);
	head.writeUInt16LE(1, 10);
	head.writeUInt16LE(32, 12);
	head.writeUInt32LE(image.length, 14);
	head.writeUInt32LE(head.length, 18);
	return Buffer.concat([head, image]);
}

/** Writes the site's icons at the addresses that browsers and link previews ask for by default. */
export const iconStage: Stage = {
	name: 'icons',
	async run({ root }) {
		await writeFile(join(root, 'favicon.svg'), icon(5));
		await writeFile(join(root, 'favicon.ico'), icoOf(await png(icon(5), 32), 32));
		// iOS rounds the corners itself.
		await writeFile(join(root, 'apple-touch-icon.png'), await png(icon(0), 180));
	},
};
