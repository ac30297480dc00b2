/**
 * Marks the heading being read in the outline, and closes the menu on a phone once a place in the
 * page was chosen. Without script the outline is a plain list of links.
 */
class PageOutline extends HTMLElement {
	#observer: IntersectionObserver | undefined;

	connectedCallback() {
		const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
		const linkById = new Map(links.map((link) => [link.hash.slice(1), link]));
		const headings = [...linkById.keys()].flatMap((id) => document.getElementById(id) ?? []);

		const markCurrent = () => {
			// The last heading above the upper third of the window is the one being read.
			const reached = headings.filter(
				(h) => h.checkVisibility() && h.getBoundingClientRect().top < innerHeight / 3,
			);
			const current = reached.at(-1)?.id;
			for (const [id, link] of linkById) {
				if (id === current) link.setAttribute('aria-current', 'location');
				else link.removeAttribute('aria-current');
			}
		};
		this.#observer = new IntersectionObserver(markCurrent, { rootMargin: '0px 0px -66% 0px' });
		for (const heading of headings) this.#observer.observe(heading);

		this.addEventListener('click', (event) => {
			const nav = this.closest<HTMLElement>('[popover]');
			if ((event.target as Element).closest('a') && nav?.matches(':popover-open')) {
				nav.hidePopover();
			}
		});
	}

	disconnectedCallback() {
		this.#observer?.disconnect();
	}
}

customElements.define('page-outline', PageOutline);
