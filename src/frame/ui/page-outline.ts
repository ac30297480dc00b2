/**
 * Marks the heading being read in the outline, and closes the menu on a phone once a place in the
 * page was chosen. Without script the outline is a plain list of links.
 */
class PageOutline extends HTMLElement {
	#observer: IntersectionObserver | undefined;
	#listening = new AbortController();

	connectedCallback() {
		const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
		const linkById = new Map(links.map((link) => [link.hash.slice(1), link]));
		const headings = [...linkById.keys()].flatMap((id) => document.getElementById(id) ?? []);

		const markCurrent = () => {
			// The last heading above the upper third of the window is the one being read.
			const shown = headings.filter((heading) => heading.checkVisibility());
			const reached = shown.filter((h) => h.getBoundingClientRect().top < innerHeight / 3);
			const current = (isAtEnd() ? endOf(shown) : reached.at(-1))?.id;
			for (const [id, link] of linkById) {
				if (id === current) link.setAttribute('aria-current', 'location');
				else link.removeAttribute('aria-current');
			}
		};
		this.#observer = new IntersectionObserver(markCurrent, { rootMargin: '0px 0px -66% 0px' });
		for (const heading of headings) this.#observer.observe(heading);
		document.addEventListener('scrollend', markCurrent, { signal: this.#listening.signal });

		this.addEventListener('click', (event) => {
			const nav = this.closest<HTMLElement>('[popover]');
			if ((event.target as Element).closest('a') && nav?.matches(':popover-open')) {
				nav.hidePopover();
			}
		});
	}

	disconnectedCallback() {
		this.#observer?.disconnect();
		this.#listening.abort();
		this.#listening = new AbortController();
	}
}

/** Whether the page was scrolled as far as it goes; a page that fits the window never is. */
function isAtEnd(): boolean {
	const { scrollTop, scrollHeight } = document.documentElement;
	return scrollTop > 0 && Math.ceil(scrollTop + innerHeight) >= scrollHeight;
}

/** At the end the last headings cannot come up any further: the one asked for, else the last. */
function endOf(headings: readonly HTMLElement[]): HTMLElement | undefined {
	return headings.find((heading) => heading.matches(':target')) ?? headings.at(-1);
}

customElements.define('page-outline', PageOutline);
