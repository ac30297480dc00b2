import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../../base/languages.ts';
import { twinPathOf } from '../../base/urls.ts';
import type { Stage } from '../../base/built-site.ts';
import { llmsPathOf, llmsTxtOf } from './llms-txt.ts';
import { twinOf } from './page-twin.ts';

/** Writes each content page as Markdown beside its HTML, and a list of them for each edition. */
export const twinStage: Stage = {
	name: 'markdown twins',
	async run({ root, address, pages }) {
		for (const page of pages) {
			await writeFile(join(root, twinPathOf(page.slug, page.language)), twinOf(page, address));
		}
		for (const language of languages) {
			if (!pages.some((page) => page.language === language)) continue;
			await writeFile(join(root, llmsPathOf(language)), llmsTxtOf(language, pages, address));
		}
	},
};
