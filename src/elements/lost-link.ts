/**
 * On the 404 page: goes to the block a damaged address meant, or offers the nearest ones. Without
 * script the page lists all sections instead.
 */
class LostLink extends HTMLElement {
	async connectedCallback() {
		const { addressOf, findThisPage } = await import('../permalinks/follow-lost.ts');
		const found = await findThisPage();
		if ('place' in found) {
			location.replace(addressOf(found.place));
			return;
		}
		const list = this.querySelector('ol');
		if (!list || found.near.length === 0) return;
		list.replaceChildren(
			...found.near.map(({ place, words }) => {
				const item = document.createElement('li');
				const link = item.appendChild(document.createElement('a'));
				link.href = addressOf(place);
				link.textContent = words;
				return item;
			}),
		);
		this.hidden = false;
	}
}

customElements.define('lost-link', LostLink);
