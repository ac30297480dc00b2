/**
 * `npm run cards`: draws the cards of the last build's pages as they look now, without a build, and
 * puts them on one page to look at. Only cards that changed are drawn.
 */
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readBuiltSite } from '../base/built-site.ts';
import { addressFrom } from '../base/urls.ts';
import { cardNameOf, writeCards } from './card-files.ts';
import { cardsOf } from './cards.ts';
import { escaped } from '../base/html.ts';

const builtRoot = resolve('dist');
if (!existsSync(builtRoot)) {
	console.error('npm run cards draws the pages of the last build. Run: npm run build');
	process.exit(1);
}
const cardsFolder = resolve('node_modules/.cache/cards-seen');
const { pages } = await readBuiltSite(builtRoot, addressFrom(process.env));
const ofPages = pages.flatMap((page) => [...cardsOf(page).values()]);
const cards = new Map(ofPages.map((card) => [cardNameOf(card), card]));
const { all, drawn } = await writeCards(cards, cardsFolder);
const images = [...cards].map(
	([name, card]) =>
		`<img src="cards/${name}" alt="${escaped(card.title)}" title="${escaped(card.owner)}" width="520">`,
);
const file = join(cardsFolder, 'index.html');
const head = '<!doctype html><meta charset="utf-8"><title>Cards</title>';
await writeFile(file, head + images.join('\n'));
console.log(`${drawn} of ${all} cards drawn: ${pathToFileURL(file)}`);
