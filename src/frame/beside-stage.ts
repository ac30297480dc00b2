/** Writes each page's article alone, for the reader who sets both editions side by side. */
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Stage } from '../base/built-site.ts';

/**
 * `article.txt` beside each `index.html`: the page without its styles and scripts, which the policy
 * of another page would refuse and report. It is text, so that no search engine takes it for a page.
 */
export const besideStage: Stage = {
	name: 'articles',
	async run({ pages }) {
		await Promise.all(
			pages.map(({ file, article }) =>
				writeFile(join(dirname(file), 'article.txt'), `<!doctype html>${article.outerHTML}\n`),
			),
		);
	},
};
