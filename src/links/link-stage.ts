import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, rootOf, type Language } from '../base/languages.ts';
import { toolSlugs } from '../base/urls.ts';
import type { Block } from '../base/blocks.ts';
import type { Stage } from '../base/built-site.ts';
import { throwProblems } from '../base/content-error.ts';
import { wordsIn } from '../base/words/index.ts';
import { addControl, addFormerTarget } from './control.ts';
import { clipped } from './excerpt.ts';
import { idProblems, movedIds } from './id-list.ts';
import { blockName, pageNameOf, quoteOf } from './quote.ts';
import type { LinkMap } from './repair.ts';

/** Width of the words by which the map knows a block, in Han characters. */
const mapWords = 26;

/**
 * The words by which the map knows a block; of a heading all, which other programs make ids of, and
 * of a claim its number first, by which readers know it.
 */
function knownWords(block: Block, language: Language): string {
	if (block.kind === 'heading') return block.text;
	const number = block.element.matches('.entry') ? `${blockName(block, language)} ` : '';
	const quote = quoteOf(block, language).replace(/\s+/gu, ' ');
	return number + clipped(quote, language, mapWords);
}

/**
 * Refuses a site that has lost a released id; puts self-links and targets for former ids into
 * the pages, and writes the maps by which damaged addresses are repaired.
 */
export const linkStage: Stage = {
	name: 'links',
	async run({ root, pages, address: { base } }) {
		const onSite = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
		throwProblems(idProblems(onSite));
		const moved = movedIds();
		for (const language of languages) {
			const edition = pages.filter((page) => page.language === language);
			const { site, search, links } = wordsIn(language);
			const titles = {
				report: site.wholeReport.title,
				search: search.title,
				changes: links.changes.title,
			};
			const map: LinkMap = {
				pages: edition.map(({ slug, document, blocks }) => [
					slug,
					pageNameOf(document),
					blocks.map((block) => [block.id, knownWords(block, language)]),
				]),
				moved: Object.fromEntries(moved.map(({ id, to }) => [id, to])),
			};
			for (const slug of toolSlugs) map.pages.push([slug, titles[slug], []]);
			const file = join(root, `${rootOf(language)}links.json`);
			await writeFile(file, JSON.stringify(map));
		}
		for (const page of pages) {
			for (const block of page.blocks) {
				addControl(block, page, base);
				// What has moved to another page is found through the map.
				for (const { id, to } of moved) if (to === block.id) addFormerTarget(id, block);
			}
		}
	},
};
