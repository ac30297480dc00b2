/**
 * Takes readers to the block they are reading in the other edition: both editions carry the same
 * ids. Without script the link leads to the top of the same page.
 */
class LanguageSwitch extends HTMLElement {
	connectedCallback() {
		const link = this.querySelector('a');
		if (!link) return;
		const address = link.href;
		const point = () => {
			const id = scrollY > 0 ? this.#idBeingRead() : '';
			link.href = address + location.search + (id && `#${id}`);
		};
		for (const moment of ['pointerenter', 'pointerdown', 'focus', 'click']) {
			link.addEventListener(moment, point);
		}
	}

	/** Id of the block at the top of the window, or of the last one above it. */
	#idBeingRead(): string {
		const blocks = document.querySelectorAll(
			'article :is(h2, h3, h4, p, li, figure, tr, pre, aside)[id]',
		);
		const topPx = Math.min(innerHeight / 4, 160);
		let last = '';
		for (const block of blocks) {
			const { top, bottom, height } = block.getBoundingClientRect();
			if (height === 0) continue;
			if (top > topPx) return last || block.id;
			last = block.id;
			if (bottom > topPx) return last;
		}
		return last;
	}
}

customElements.define('language-switch', LanguageSwitch);
