import { headingRead } from './heading-read.ts';

/**
 * Marks in the outline the heading that is read, or the one that was chosen as long as the reader
 * has not scrolled on, and names it in the bar. Without script the outline is a list of links.
 */
class PageOutline extends HTMLElement {
	connectedCallback() {
		const links = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
		const headings = links.flatMap((link) => document.getElementById(link.hash.slice(1)) ?? []);
		if (headings.length === 0) return;

		const named = document.querySelector('.menu-current');
		let current: HTMLAnchorElement | undefined;
		const show = (heading: Element | undefined) => {
			const link = heading && links.find(({ hash }) => hash === `#${heading.id}`);
			if (link === current) return;
			current?.removeAttribute('aria-current');
			current = link;
			current?.setAttribute('aria-current', 'location');
			if (named) named.textContent = current?.textContent ?? '';
		};
		/** Scroll position when a heading was chosen: after another scroll the choice does not count. */
		let chosenAt: number | undefined;
		const mark = () => {
			const { scrollHeight } = document.documentElement;
			const shown = headings.filter((heading) => heading.checkVisibility?.() ?? true);
			const tops = shown.map((heading) => heading.getBoundingClientRect().top);
			const chosen = shown.findIndex((heading) => heading.matches(':target'));
			const isChosen =
				chosenAt === scrollY && tops[chosen] !== undefined && tops[chosen] < innerHeight;
			const at = isChosen ? chosen : headingRead(tops, { scrollY, innerHeight, scrollHeight });
			show(shown[at]);
		};
		let frame = 0;
		const markSoon = () => {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(mark);
		};
		const choose = () => {
			// The browser scrolls to the target within this frame or the next.
			requestAnimationFrame(() =>
				requestAnimationFrame(() => {
					chosenAt = scrollY;
					mark();
				}),
			);
		};
		addEventListener('scroll', markSoon, { passive: true });
		addEventListener('resize', markSoon);
		addEventListener('hashchange', choose);
		// Choosing the heading of the address once more changes no hash.
		this.addEventListener('click', choose);
		choose();
	}
}

customElements.define('page-outline', PageOutline);
