import { languageOfPath, languageTags } from '../../base/languages.ts';

/**
 * On the 404 page: goes to the block a damaged address meant, or offers the nearest ones, in the
 * language of the address. Without script the page lists all sections instead, in both.
 */
class LostLink extends HTMLElement {
	async connectedCallback() {
		const language = languageOfPath(location.pathname, document.documentElement.dataset.base);
		for (const part of document.querySelectorAll<HTMLElement>('main [data-edition]')) {
			part.hidden = part.dataset.edition !== language;
		}
		this.lang = languageTags[language];
		const { addressOf, findThisPage } = await import('../follow-lost.ts');
		const found = await findThisPage();
		if ('place' in found) {
			location.replace(addressOf(found.place));
			return;
		}
		const list = this.querySelector('ol');
		if (!list || found.near.length === 0) return;
		// A page is known by its address only; the list of all sections has its title.
		const links = document.querySelectorAll<HTMLAnchorElement>('.all-sections a');
		const titles = new Map([...links].map(({ href, textContent }) => [href, textContent]));
		list.replaceChildren(
			...found.near.map(({ place, words }) => {
				const item = document.createElement('li');
				const link = item.appendChild(document.createElement('a'));
				link.href = addressOf(place);
				link.textContent = titles.get(link.href) ?? words;
				return item;
			}),
		);
		this.hidden = false;
	}
}

customElements.define('lost-link', LostLink);
