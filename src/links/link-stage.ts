import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { languages, type Language } from '../base/languages.ts';
import { pathOf, withBase } from '../base/urls.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { refuse } from '../base/content-error.ts';
import { stringsFor } from '../base/words/index.ts';
import { backlinksOf, type Backlink } from './backlinks.ts';
import { addControl, addFormerTarget } from './control.ts';
import { clipped } from './excerpt.ts';
import { promiseComplaints, releasedIds, type ReleasedId } from './id-list.ts';
import { nameOf, pageNameOf, quoteOf } from './quote.ts';
import type { LinkMap } from './repair.ts';

/** Refuses a site that has lost a released id. */
export const idStage: Stage = {
	name: 'released ids',
	async run({ pages }) {
		const { ids, complaints } = releasedIds();
		refuse(complaints);
		const onSite = new Set(pages.flatMap(({ blocks }) => blocks.map(({ id }) => id)));
		refuse(promiseComplaints(ids, onSite));
	},
};

function backlinksElement(backlinks: readonly Backlink[], page: BuiltPage, base: string): Element {
	const { document, language } = page;
	const box = document.createElement('div');
	box.className = 'backlinks';
	box.setAttribute('data-search-ignore', '');
	const label = document.createElement('span');
	label.textContent = stringsFor(language).permalinks.backlinks;
	box.append(label);
	for (const { from, title } of backlinks) {
		const link = document.createElement('a');
		link.setAttribute('href', withBase(from, base));
		link.textContent = title;
		box.append(' ', link);
	}
	return box;
}

/** Backlinks stand at the end of their section: before the next heading, or last on the page. */
function addBacklinks(
	page: BuiltPage,
	backlinks: ReadonlyMap<string, Backlink[]>,
	base: string,
): void {
	const headings = page.blocks.filter(({ kind }) => kind === 'heading');
	for (const [at, { id }] of headings.entries()) {
		const found = backlinks.get(`${page.path}#${id}`);
		if (!found) continue;
		const box = backlinksElement(found, page, base);
		const next = headings[at + 1];
		if (next) next.element.before(box);
		else page.article.querySelector('.prose')?.append(box);
	}
}

/** Empty targets for former ids whose text is on the same page; those elsewhere need the map. */
function addFormerTargets(page: BuiltPage, moved: readonly ReleasedId[]): void {
	for (const { id, to } of moved) {
		const block = page.blocks.find((candidate) => candidate.id === to);
		if (block) addFormerTarget(id, block);
	}
}

/** Width of the words by which the map knows a block, in Han characters. */
const mapWords = 26;

/** All places of an edition; headings with all their words, which other programs make ids of. */
export function linkMapOf(
	pages: readonly BuiltPage[],
	language: Language,
	moved: readonly ReleasedId[],
): LinkMap {
	return {
		pages: pages
			.filter((page) => page.language === language)
			.map(({ slug, document, blocks }) => [
				slug,
				pageNameOf(document),
				blocks.map((block) => [
					block.id,
					block.kind === 'heading'
						? block.text
						: clipped(quoteOf(block, language).replace(/\s+/gu, ' '), language, mapWords),
				]),
			]),
		moved: Object.fromEntries(moved.map(({ id, to }) => [id, to!])),
	};
}

async function writeLinkMaps({ root, pages }: BuiltSite, moved: ReleasedId[]): Promise<void> {
	for (const language of languages) {
		if (!pages.some((page) => page.language === language)) continue;
		const file = join(root, `${pathOf('links', language).slice(0, -1)}.json`);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, JSON.stringify(linkMapOf(pages, language, moved)));
	}
}

/** Puts self-links, former targets and backlinks into the pages, and writes the link maps. */
export const linkStage: Stage = {
	name: 'links',
	async run(site) {
		const moved = releasedIds().ids.filter(({ to }) => to);
		const backlinks = backlinksOf(site.pages, site.address.base);
		await writeLinkMaps(site, moved);
		for (const page of site.pages) {
			const { permalinkTo } = stringsFor(page.language);
			for (const block of page.blocks) addControl(block, permalinkTo(nameOf(block, page.language)));
			addFormerTargets(page, moved);
			addBacklinks(page, backlinks, site.address.base);
		}
	},
};
