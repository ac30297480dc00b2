import { sayUnfetched } from '../../base/follow.ts';
import { loadAgain } from '../../base/load-again.ts';

/** The link to both editions side by side; what shows them is loaded only where it is asked for. */
class BothEditions extends HTMLElement {
	connectedCallback() {
		const link = this.querySelector('a')!;
		const other = document.querySelector<HTMLAnchorElement>('language-switch a')!;
		const language = other.hreflang.slice(0, 2);
		link.href = `?with=${language}`;
		if (new URLSearchParams(location.search).get('with') !== language) return;
		link.textContent = this.dataset.alone ?? '';
		link.href = location.pathname;
		loadAgain(() => import('./beside.ts'))
			.then(({ showBeside }) => showBeside(other))
			.catch(sayUnfetched);
	}
}

customElements.define('both-editions', BothEditions);
