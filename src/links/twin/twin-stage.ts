import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages } from '../../base/languages.ts';
import { twinPathOf } from '../../base/urls.ts';
import type { Stage } from '../../base/built-site.ts';
import { llmsPathOf, llmsTxtOf } from './llms-txt.ts';
import { twinOf } from './page-twin.ts';

/** Writes each content page as Markdown beside its HTML, a list of them for each edition, and all of them in one file. */
export const twinStage: Stage = {
	name: 'markdown twins',
	async run({ root, address, pages }) {
		for (const language of languages) {
			const edition = pages.filter((page) => page.language === language);
			if (edition.length === 0) continue;
			const write = (path: string, text: string) => writeFile(join(root, path), text);
			const twins = edition.map((page) => twinOf(page, address));
			for (const [at, { slug }] of edition.entries()) {
				await write(twinPathOf(slug, language), twins[at]!);
			}
			await write(llmsPathOf(language), llmsTxtOf(language, pages, address));
			await write(llmsPathOf(language, 'llms-full'), twins.join('\n'));
		}
	},
};
