import { loadAgain } from '../../base/load-again.ts';

/**
 * On the 404 page: goes to the place a damaged address meant, or offers the nearest ones, in the
 * language of the address. Without script the page lists all sections instead, in both.
 */
class LostLink extends HTMLElement {
	async connectedCallback() {
		const { findThisPage, itemOf, language } = await loadAgain(() => import('./follow-lost.ts'));
		for (const part of document.querySelectorAll<HTMLElement>('main [data-edition]')) {
			part.hidden = part.dataset.edition !== language;
		}
		const found = await findThisPage();
		if ('address' in found) {
			location.replace(found.address);
			return;
		}
		this.querySelector('ol')?.replaceChildren(...found.near.map(itemOf));
		this.hidden = found.near.length === 0;
	}
}

customElements.define('lost-link', LostLink);
