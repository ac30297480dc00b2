/** Share pages: everything a crawler reads of one block, its quote, and an instant hop to it. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block } from '../base/blocks.ts';
import type { BuiltPage, BuiltSite, Stage } from '../base/built-site.ts';
import { languages, languageTags, type Language } from '../base/languages.ts';
import { formatDate, formatPages } from '../base/numbers.ts';
import { sharePathOf, urlOf, withBase, type Address } from '../base/urls.ts';
import { permalinkWords } from '../base/words/index.ts';
import { readReport } from '../content/readers.ts';
import { cardNameOf, writeCards } from './card-files.ts';
import { cardsOf, type Card } from './cards.ts';
import { lastChangeOf, readChanges, type Edition } from './changes.ts';
import { escaped } from './html.ts';
import { releasedIds } from './id-list.ts';
import { placeOf, placeTitle, previewOf, quoteOf } from './quote.ts';

const locales: Record<Language, string> = { zh: 'zh_CN', en: 'en_GB' };

type Tag = [key: 'name' | 'property', name: string, content: string];

/** A card as a preview shows it; `alt` says what it shows. */
interface CardImage {
	url: string;
	alt: string;
}

function imageOf(card: Card, address: Address): CardImage {
	const { title, text, language } = card.content;
	return {
		url: urlOf(`/cards/${cardNameOf(card)}`, address),
		alt: `${title}${language === 'zh' ? '。' : '. '}${text}`,
	};
}

/** The tags of a preview picture. */
function imageTags({ url, alt }: CardImage): Tag[] {
	return [
		['property', 'og:image', url],
		['property', 'og:image:type', 'image/png'],
		['property', 'og:image:width', '1200'],
		['property', 'og:image:height', '630'],
		['property', 'og:image:alt', alt],
		['name', 'twitter:card', 'summary_large_image'],
	];
}

/** Day of a page's present text, from its own metadata. */
export const updatedOf = ({ document }: BuiltPage) =>
	document.querySelector('meta[property="article:modified_time"]')?.getAttribute('content') ?? '';

interface Shared {
	site: BuiltSite;
	page: BuiltPage;
	block: Block;
	/** Id of the address: the block's, or a former one that leads to it. */
	id: string;
	image: CardImage;
	editions: readonly Edition[];
}

/**
 * The HTML of a share page, a few kB, no script and no style of its own. `og:url` is the share page
 * itself, because a crawler that follows it to the whole page would show the page's preview.
 */
function sharePageHtml({ site, page, block, id, image, editions }: Shared): string {
	const { address, pages } = site;
	const { language } = page;
	const words = permalinkWords[language];
	const { title, description } = previewOf(block, page);
	const place = placeOf(page.document, block);
	const url = urlOf(sharePathOf(id, language), address);
	const target = `${withBase(page.path, address.base)}#${block.id}`;
	const date = lastChangeOf(block.id, language, editions) ?? updatedOf(page);
	const siteName = readReport().site[language];
	const others = languages.filter(
		(other) => other !== language && pages.some((one) => one.language === other),
	);
	const tags: Tag[] = [
		['name', 'viewport', 'width=device-width, initial-scale=1'],
		['name', 'color-scheme', 'light dark'],
		['name', 'description', description],
		['name', 'author', siteName],
		['property', 'og:type', 'article'],
		['property', 'og:site_name', siteName],
		['property', 'og:locale', locales[language]],
		...others.map((other): Tag => ['property', 'og:locale:alternate', locales[other]]),
		['property', 'og:url', url],
		['property', 'og:title', title],
		['property', 'og:description', description],
		...imageTags(image),
		['property', 'article:modified_time', date],
		['property', 'article:author', siteName],
	];
	const links = [
		['canonical', urlOf(page.path, address)],
		// https://www.rfc-editor.org/rfc/rfc8574: the address to cite the block by.
		['cite-as', url],
		['icon', withBase('/favicon.ico', address.base)],
		['apple-touch-icon', withBase('/apple-touch-icon.png', address.base)],
	];
	const quote = escaped(quoteOf(block, language));
	const report = place.reportPages ? words.inReport(formatPages(place.reportPages, language)) : '';
	return `<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<meta http-equiv="refresh" content="0; url=${escaped(target)}">
${links.map(([rel, href]) => `<link rel="${rel}" href="${escaped(href!)}">`).join('\n')}
${others.map((other) => `<link rel="alternate" hreflang="${languageTags[other]}" href="${escaped(urlOf(sharePathOf(id, other), address))}">`).join('\n')}
${tags.map(([key, name, content]) => `<meta ${key}="${name}" content="${escaped(content)}">`).join('\n')}
</head>
<body>
<main>
<h1>${escaped(placeTitle(place))}</h1>
<blockquote cite="${escaped(url)}">${block.kind === 'code' ? `<pre>${quote}</pre>` : `<p>${quote}</p>`}</blockquote>
<p>— <a href="${escaped(target)}">${escaped(placeTitle(place))}</a>${report}</p>
<p><time datetime="${date}">${words.wordingOf(formatDate(date, language))}</time></p>
</main>
</body>
</html>
`;
}

/** Puts the tags of a page's picture behind the last tag the layout writes for previews. */
function addImage({ document, path }: BuiltPage, image: CardImage): void {
	const last = document.querySelector('meta[property="og:locale"]');
	if (!last) throw new Error(`${path} has no og:locale, after which its picture would stand`);
	for (const [key, name, content] of imageTags(image).reverse()) {
		const meta = document.createElement('meta');
		meta.setAttribute(key, name);
		meta.setAttribute('content', content);
		last.after(meta);
	}
}

/** Writes `/s/<id>/` for every block and every former id, and the cards they and the pages show. */
export const shareStage: Stage = {
	name: 'share pages',
	async run(site) {
		const editions = readChanges();
		const moved = releasedIds().ids.filter(({ to }) => to);
		const cards: Card[] = [];
		const files: [path: string, html: string][] = [];
		for (const page of site.pages) {
			const own = cardsOf(page);
			cards.push(...own);
			const images = new Map(
				own.map((card) => [card.block?.id ?? '', imageOf(card, site.address)]),
			);
			const pageImage = images.get('')!;
			addImage(page, pageImage);
			for (const block of page.blocks) {
				const image = images.get(block.id) ?? pageImage;
				const former = moved.filter(({ to }) => to === block.id).map(({ id }) => id);
				for (const id of [block.id, ...former]) {
					const html = sharePageHtml({ site, page, block, id, image, editions });
					files.push([sharePathOf(id, page.language), html]);
				}
			}
		}
		await writeCards(cards, site.root);
		for (const [path, html] of files) {
			const folder = join(site.root, path);
			await mkdir(folder, { recursive: true });
			await writeFile(join(folder, 'index.html'), html);
		}
	},
};
