/** Share pages: everything a crawler reads of one block, its quote, and an immediate redirect to it. */
import { join } from 'node:path';
import type { Block } from '../base/blocks.ts';
import type { BuiltPage, Stage } from '../base/built-site.ts';
import { languageTags, openGraphLocale, otherLanguage, punctuation } from '../base/languages.ts';
import { formatDate } from '../base/numbers.ts';
import {
	homeSlug,
	pathOf,
	sharePathOf,
	toolSlugs,
	urlOf,
	withBase,
	type Address,
} from '../base/urls.ts';
import { wordsIn } from '../base/words/index.ts';
import { readReport } from '../content/readers.ts';
import { cardNameOf, writeCards } from './card-files.ts';
import { cardsOf, cardSize, type Card } from './cards.ts';
import { correctionsIn } from './changes.ts';
import { escaped } from '../base/html.ts';
import { movedIds } from './id-list.ts';
import { placeInReport, previewOf, updatedOf } from './quote.ts';

/** `<meta>` elements by the property or name they give. */
type Metas = Record<string, string>;

const tagsOf = (metas: Metas) =>
	Object.entries(metas).map(([name, content]) => {
		const key = /^(?:og|article):/.test(name) ? 'property' : 'name';
		return `<meta ${key}="${name}" content="${escaped(content)}">`;
	});

/** What previews need to know of a picture. */
function imageMetas(name: string, card: Card, address: Address): Metas {
	const { stop, gap } = punctuation[card.language];
	return {
		'og:image': urlOf(`/cards/${name}`, address),
		'og:image:type': 'image/png',
		'og:image:width': String(cardSize.width),
		'og:image:height': String(cardSize.height),
		'og:image:alt': card.title + stop + gap + card.text,
		'twitter:card': 'summary_large_image',
	};
}

/**
 * Leads to the block, with the words that a link to a passage names, which browsers take out of
 * `location` but keep in this entry. The same text in all pages, since the policy has its hash.
 */
export const redirectScript =
	"location.replace(document.querySelector('main a').href+(/:~:.*/.exec((performance.getEntriesByType('navigation')[0]||{}).name)||''))";

/**
 * The HTML of a share page, a few kB, without style. `og:url` is the share page itself, because a
 * crawler that follows it to the whole page would show the page's preview. `cite-as` is the address
 * to cite the block by (RFC 8574).
 *
 * @param id The block's, or a former one.
 * @param date Day of the present wording.
 */
function sharePageHtml(
	page: BuiltPage,
	block: Block,
	{ id, image, date, address }: { id: string; image: Metas; date: string; address: Address },
): string {
	const { language } = page;
	const words = wordsIn(language).links;
	const siteName = readReport().site[language];
	const { place, quote, title, description } = previewOf(block, page);
	const url = urlOf(sharePathOf(id, language), address);
	const target = `${withBase(page.path, address.base)}#${block.id}`;
	const other = otherLanguage(language);
	const metas: Metas = {
		viewport: 'width=device-width, initial-scale=1',
		'color-scheme': 'light dark',
		description,
		author: siteName,
		'og:type': 'article',
		'og:site_name': siteName,
		'og:locale': openGraphLocale(language),
		'og:locale:alternate': openGraphLocale(other),
		'og:url': url,
		// Discourse would fetch the page and show that page's preview.
		'og:ignore_canonical': 'true',
		'og:title': title,
		'og:description': description,
		...image,
		'article:modified_time': date,
		'article:author': siteName,
	};
	const tag = block.kind === 'code' ? 'pre' : 'p';
	const report = words.inReport(placeInReport(place, language));
	const name = escaped(place.title);
	return `<!doctype html>
<html lang="${languageTags[language]}">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<noscript><meta http-equiv="refresh" content="0; url=${escaped(target)}"></noscript>
<link rel="canonical" href="${escaped(urlOf(page.path, address))}">
<link rel="cite-as" href="${escaped(url)}">
<link rel="icon" href="${escaped(withBase('/favicon.ico', address.base))}">
<link rel="apple-touch-icon" href="${escaped(withBase('/apple-touch-icon.png', address.base))}">
<link rel="alternate" hreflang="${languageTags[other]}" href="${escaped(urlOf(sharePathOf(id, other), address))}">
${tagsOf(metas).join('\n')}
</head>
<body>
<main>
<h1>${name}</h1>
<blockquote cite="${escaped(url)}"><${tag}>${escaped(quote)}</${tag}></blockquote>
<p>— <a href="${escaped(target)}">${name}</a>${report}</p>
<p><time datetime="${date}">${words.wordingOf(formatDate(date, language))}</time></p>
</main>
<script>${redirectScript}</script>
</body>
</html>
`;
}

/** Writes `/s/<id>/` for every block and every former id, and the cards they and the pages show. */
export const shareStage: Stage = {
	name: 'share pages',
	async run({ root, address, pages, others }) {
		const moved = movedIds();
		const cards = new Map<string, Card>();
		for (const page of pages) {
			const images = new Map<string, Metas>();
			for (const [id, card] of cardsOf(page)) {
				const name = cardNameOf(card);
				cards.set(name, card);
				images.set(id, imageMetas(name, card, address));
			}
			const corrections = correctionsIn(page.language);
			const updated = updatedOf(page.document);
			// Behind the last tag that the layout writes for previews.
			const last = page.document.querySelector('meta[property="og:locale"]')!;
			const tags = tagsOf(images.get('')!).join('');
			last.insertAdjacentHTML('afterend', tags);
			for (const slug of page.slug === homeSlug ? toolSlugs : []) {
				const file = join(root, pathOf(slug, page.language), 'index.html');
				const html = others.get(file)!;
				others.set(
					file,
					html.replace('<meta property="og:locale"', (found) => tags + found),
				);
			}
			for (const block of page.blocks) {
				const image = images.get(block.id) ?? images.get('')!;
				const date = corrections.find(({ id }) => id === block.id)?.date ?? updated;
				const former = moved.filter(({ to }) => to === block.id);
				for (const { id } of [block, ...former]) {
					const file = join(root, sharePathOf(id, page.language), 'index.html');
					others.set(file, sharePageHtml(page, block, { id, image, date, address }));
				}
			}
		}
		await writeCards(cards, root);
	},
};
