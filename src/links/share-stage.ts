import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReport } from '../content/readers.ts';
import { languages } from '../base/languages.ts';
import { pathOf, sharePathOf, urlOf, withBase } from '../base/urls.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { cardNameOf, writeCards } from './card-files.ts';
import { cardOwnerOf, cardsOf, type Card } from './cards.ts';
import { readLedger, redirectsOf, type Redirect } from './ledger.ts';
import { placeOf, placeTitle } from './place.ts';
import { previewsOf, type Preview } from './previews.ts';
import { sharePageHtml, type SharePage } from './share-page.ts';

/** Cards of one page: its own under `''`, its blocks' under their ids. */
function cardsByOwner(cards: readonly Card[], page: BuiltPage): Map<string, Card> {
	return new Map(
		cards.filter((card) => card.page === page).map((card) => [card.block?.id ?? '', card]),
	);
}

/** Share pages of a page's blocks, by id. */
function sharePagesOf(
	site: BuiltSite,
	page: BuiltPage,
	previews: ReadonlyMap<string, Preview>,
	cards: readonly Card[],
): Map<string, SharePage> {
	const { address } = site;
	const { language, document } = page;
	const own = cardsByOwner(cards, page);
	const siteName = readReport().site[language];
	return new Map(
		page.blocks.map((block) => {
			const preview = previews.get(block.id)!;
			const place = placeOf(document, block);
			const card = (own.get(cardOwnerOf(block) ?? '') ?? own.get(''))!;
			return [
				block.id,
				{
					...preview,
					language,
					place: placeTitle(place),
					reportPages: place.reportPages,
					siteName,
					url: urlOf(sharePathOf(block.id, language), address),
					canonical: urlOf(page.path, address),
					target: `${withBase(page.path, address.base)}#${block.id}`,
					image: urlOf(`/cards/${cardNameOf(card)}`, address),
					imageAlt: `${card.content.title}${language === 'zh' ? '。' : '. '}${card.content.text}`,
				},
			];
		}),
	);
}

async function writeSharePage(root: string, path: string, page: SharePage): Promise<void> {
	const folder = join(root, path);
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'index.html'), sharePageHtml(page));
}

/** An old id's share page: the successor's, under the old address. */
function successorPage(
	{ id }: Redirect,
	page: SharePage,
	address: BuiltSite['address'],
): SharePage {
	return {
		...page,
		title: `${page.title}（${id}）`,
		url: urlOf(sharePathOf(id, page.language), address),
	};
}

/** Writes `/s/<id>/` for every block, and for every old id that leads on to one. */
export const shareStage: Stage = {
	name: 'share pages',
	async run(site) {
		const cards = cardsOf(site);
		await writeCards(cards, site.root);
		const gone = redirectsOf(readLedger()).filter(({ id, to }) => id !== to);
		for (const language of languages) {
			const pages = site.pages.filter((page) => page.language === language);
			const previews = previewsOf(pages);
			const shared = new Map(
				pages.flatMap((page) => [...sharePagesOf(site, page, previews, cards)]),
			);
			for (const [id, page] of shared)
				await writeSharePage(site.root, sharePathOf(id, language), page);
			for (const redirect of gone) {
				const successor = shared.get(redirect.to);
				if (!successor) continue;
				const page = successorPage(redirect, successor, site.address);
				await writeSharePage(site.root, pathOf(`s/${redirect.id}`, language), page);
			}
		}
	},
};
