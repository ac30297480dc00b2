/** The browser's part of damaged addresses, loaded only when one is met. */
import { adoptStyle } from '../../base/adopt-style.ts';
import { blocksOf } from '../../base/blocks.ts';
import { element } from '../../base/element.ts';
import { languageTags, otherLanguage, rootOf, type Language } from '../../base/languages.ts';
import { withBase, withoutBase } from '../../base/urls.ts';
import { loadWords } from '../../base/words/load.ts';
import { pageNameOf } from '../quote.ts';
import { editionMeant, repairedAddress, type LinkMap, type NearPlace } from '../repair.ts';
import { announceDelayMs } from './clipboard.ts';
import css from './lost.css?inline';

adoptStyle(css);

const { base = '/' } = document.documentElement.dataset;
const language = editionMeant(withoutBase(location.pathname, base));
const rootIn = (one: Language) => withBase(rootOf(one), base);

/** This page alone, for when the map of all places does not arrive. */
function ownMap(): LinkMap {
	const article = document.querySelector<HTMLElement>('main article[data-page]');
	const blocks = article ? blocksOf(article) : [];
	const places = blocks.map(({ id, text }): [string, string] => [id, text.slice(0, 26)]);
	return { pages: [[article?.dataset.page ?? '', pageNameOf(document), places]], moved: {} };
}

const linkMap = (one: Language): Promise<LinkMap> =>
	fetch(`${rootIn(one)}links.json`)
		.then((response) => (response.ok ? (response.json() as Promise<LinkMap>) : ownMap()))
		.catch(ownMap);

/** A list entry that leads to a place. */
const itemOf = ({ place, page, words }: NearPlace) =>
	element('li', {}, [
		element('a', { href: rootIn(language) + place, textContent: words }),
		words === page ? '' : ` — ${page}`,
	]);

/** Says in one sentence what was not found, with the nearest places. */
async function say(unknown: string, near: readonly NearPlace[]): Promise<void> {
	const words = await loadWords('links', language);
	const box = element('div', { className: 'lost', lang: languageTags[language] });
	box.setAttribute('role', 'status');
	// On the 404 page in the part of this language, below its title; else before all the page says.
	const part = document.querySelector(`main > [data-edition="${language}"]`);
	(part ?? document.querySelector('main'))?.prepend(box);
	setTimeout(() => {
		const sentence = element('p', { textContent: words.unknown(unknown.slice(0, 40)) });
		box.append(sentence, element('ul', { className: 'near' }, near.map(itemOf)));
		// A fragment may be followed from far down the page.
		if (scrollY > 0) box.scrollIntoView({ block: 'center' });
	}, announceDelayMs);
}

/**
 * Goes to the place this page's address meant, or says that it is unknown. On the 404 page, which
 * speaks all languages, only that of the address stays.
 */
export async function followLost(): Promise<void> {
	const others = `main [data-edition]:not([data-edition="${language}"])`;
	for (const part of document.querySelectorAll<HTMLElement>(others)) part.hidden = true;
	const repaired = async (one: Language) => repairedAddress(location, base, await linkMap(one));
	const own = await repaired(language);
	// Ids are the same in all editions, a heading's words are not.
	const found = 'address' in own ? own : await repaired(otherLanguage(language));
	// Replacing keeps the damaged address out of the history, so Back leads where the reader was.
	if ('address' in found) location.replace(found.address);
	else if ('near' in own) await say(own.unknown, own.near);
}
