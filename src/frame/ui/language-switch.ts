/** A block that shows less than this at the top of the window, below the bar, has been read. */
const sliverPx = 40;

/**
 * Takes readers to the same block in the other edition: both editions carry the same ids. The block
 * an address names comes first, else the one that is being read. Without script the link leads to
 * the top of the same page.
 */
class LanguageSwitch extends HTMLElement {
	connectedCallback() {
		const link = this.querySelector('a')!;
		const address = link.href;
		const own = document.documentElement.lang.slice(0, 2);
		const point = () => {
			const id = this.#idToKeep();
			// Both editions stay side by side, the other way round.
			const search = location.search.replace(/\bwith=\w+/, `with=${own}`);
			link.href = address + search + (id && `#${id}`);
		};
		for (const moment of ['pointerenter', 'pointerdown', 'focus', 'click']) {
			link.addEventListener(moment, point);
		}
	}

	#idToKeep(): string {
		const target = document.querySelector('main article :target');
		if (target) {
			// Going to the link by keyboard scrolls the page; the target was still what was read.
			const byKey = this.querySelector(':focus-visible') !== null;
			const { top, bottom } = target.getBoundingClientRect();
			if (byKey || (bottom > 0 && top < innerHeight)) return target.id;
		}
		return scrollY > 0 ? this.#idBeingRead() : '';
	}

	/** Id of the first block of which more than a sliver is still in the window. */
	#idBeingRead(): string {
		// Notes stand in the margin beside blocks that come later; they cannot say how far one is.
		const blocks = document.querySelectorAll(
			'article :is(h2, h3, h4, p, li, figure, tr, pre)[id]:not(.edition *)',
		);
		const bar = document.querySelector('.masthead');
		const top = Math.max(0, bar?.getBoundingClientRect().bottom ?? 0);
		for (const block of blocks) {
			// Rows of a closed table have a box too.
			const isRead = block.getBoundingClientRect().bottom <= top + sliverPx;
			if (!isRead && (block.checkVisibility?.() ?? true)) return block.id;
		}
		return '';
	}
}

customElements.define('language-switch', LanguageSwitch);
