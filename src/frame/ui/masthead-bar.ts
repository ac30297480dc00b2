/** A scroll of fewer CSS px may be an unsteady finger and shows no direction. */
const leastPx = 4;

/**
 * Hides the bar while the reader scrolls down and shows it on the first scroll up. It stays while
 * something in it has the focus. Without script the bar stays.
 */
class MastheadBar extends HTMLElement {
	connectedCallback() {
		const header = this.parentElement!;
		let last = 0;
		// Asked for at once, it would have the whole page laid out within this task.
		requestAnimationFrame(() => (last = scrollY));
		const follow = () => {
			const by = scrollY - last;
			if (Math.abs(by) < leastPx) return;
			last = scrollY;
			header.classList.toggle('is-away', by > 0 && scrollY > header.offsetHeight);
		};
		addEventListener('scroll', follow, { passive: true });
	}
}

customElements.define('masthead-bar', MastheadBar);
