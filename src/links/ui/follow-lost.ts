/** The browser's part of damaged addresses, loaded only when one is met. */
import { blocksOf } from '../../base/blocks.ts';
import { homeSlug, pathOf, withBase } from '../../base/urls.ts';
import { loadWords } from '../../base/words/load.ts';
import { languageTags, type Language } from '../../base/languages.ts';
import { pageNameOf } from '../quote.ts';
import { editionMeant, repairedAddress, type LinkMap, type NearPlace } from '../repair.ts';

const { base = '/' } = document.documentElement.dataset;

/** The edition that this page's address means. */
export const language: Language = editionMeant(
	location.pathname.startsWith(base) ? location.pathname.slice(base.length) : location.pathname,
);
const edition = withBase(pathOf(homeSlug, language), base);

/** This page alone, for when the map of all places does not arrive. */
function ownMap(): LinkMap {
	const article = document.querySelector<HTMLElement>('main article[data-page]');
	const blocks = article ? blocksOf(article) : [];
	return {
		pages: [
			[
				article?.dataset.page ?? '',
				pageNameOf(document),
				blocks.map(({ id, text }) => [id, text.slice(0, 26)]),
			],
		],
		moved: {},
	};
}

async function linkMap(): Promise<LinkMap> {
	try {
		const response = await fetch(`${edition}links.json`);
		return response.ok ? ((await response.json()) as LinkMap) : ownMap();
	} catch {
		return ownMap();
	}
}

/** Where this page's address was meant to lead, or what comes nearest. */
export async function findThisPage() {
	return repairedAddress(location, base, await linkMap());
}

/** A list entry that leads to a place. */
export function itemOf({ place, page, words }: NearPlace): HTMLLIElement {
	const item = document.createElement('li');
	const link = item.appendChild(document.createElement('a'));
	link.href = edition + place;
	link.textContent = words;
	if (words !== page) item.append(` — ${page}`);
	return item;
}

/** A live region speaks only of what changes after it is shown. */
const announceDelayMs = 100;

/** Says in one sentence what was not found, with the nearest places, at the top of the page. */
async function say(unknown: string, near: readonly NearPlace[]): Promise<void> {
	const words = await loadWords('links');
	const box = document.createElement('div');
	box.className = 'lost';
	box.lang = languageTags[language];
	box.setAttribute('role', 'status');
	document.querySelector('main')?.prepend(box);
	setTimeout(() => {
		const sentence = document.createElement('p');
		sentence.textContent = words.unknown(unknown.slice(0, 40));
		const list = document.createElement('ul');
		list.append(...near.map(itemOf));
		box.append(sentence, list);
	}, announceDelayMs);
}

/** Goes to the place a fragment meant, or says that it is unknown. */
export async function followLostFragment(): Promise<void> {
	const found = await findThisPage();
	// Replacing keeps the damaged address out of the history, so Back leads where the reader was.
	if ('address' in found) location.replace(found.address);
	else await say(found.unknown, found.near);
}
