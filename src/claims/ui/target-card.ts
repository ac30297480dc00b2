/** Time to move the pointer from the link into the card (WCAG 2.2, SC 1.4.13: hoverable). */
const hideDelayMs = 300;

/** What a card leaves out of the block it shows. */
const leftOut = '.permalink, .mentions, link-menu, script, button';

const pages = new Map<string, Promise<Document>>();

/** A page of the site as a document, asked for once; what failed is asked for again. */
function pageAt(path: string): Promise<Document> {
	const known = pages.get(path);
	if (known) return known;
	const page = new Promise<Document>((resolve, reject) => {
		// Unlike DOMParser this needs no Trusted Types policy.
		const request = new XMLHttpRequest();
		request.open('GET', path);
		request.responseType = 'document';
		request.onload = () =>
			request.status === 200 && request.responseXML
				? resolve(request.responseXML)
				: reject(new Error(`${path}: ${request.status}`));
		request.onerror = () => reject(new Error(`${path}: no answer`));
		request.send();
	});
	page.catch(() => pages.delete(path));
	pages.set(path, page);
	return page;
}

/** A block as the card shows it: a copy without ids, its links leading where they led. */
function copyOf(element: Element, path: string): HTMLElement {
	const copy = document.importNode(element, true) as HTMLElement;
	for (const one of copy.querySelectorAll(leftOut)) one.remove();
	for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
	for (const link of copy.querySelectorAll('a[href^="#"]')) {
		link.setAttribute('href', path + link.getAttribute('href'));
	}
	const box = document.createElement('div');
	box.className = `${element.className} card-${element.tagName.toLowerCase()}`;
	Object.assign(box.dataset, (element as HTMLElement).dataset);
	box.append(...copy.childNodes);
	return box;
}

/** The blocks a link leads to: those it names, else its target; with a heading what follows it. */
async function targetsOf(link: HTMLAnchorElement): Promise<HTMLElement[]> {
	const { pathname, hash } = new URL(link.href);
	const page = pathname === location.pathname ? document : await pageAt(pathname);
	const ids = (link.dataset.entries ?? decodeURIComponent(hash.slice(1))).split(' ');
	return ids
		.flatMap((id) => page.getElementById(id) ?? page.querySelector('main h1') ?? [])
		.flatMap((element) => {
			const isHeading = /^H\d$/.test(element.tagName);
			const next = isHeading ? element.parentElement?.querySelector(`#${element.id} ~ p`) : null;
			return next ? [element, next] : [element];
		})
		.map((element) => copyOf(element, pathname));
}

/**
 * A card that shows what an internal link leads to, copied from the page it leads to. It is
 * right after its link in the document, so that Tab leads into it. The browser closes it on Escape
 * and on a click elsewhere (`popover`); one that the pointer opened closes when the pointer leaves.
 */
class TargetCard extends HTMLElement {
	#link: HTMLAnchorElement | undefined;
	#isPinned = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.addEventListener('toggle', (event) => {
			if ((event as ToggleEvent).newState === 'closed') this.#forget();
		});
		document.addEventListener('pointerover', ({ target }) => {
			clearTimeout(this.#timer);
			const isInside =
				target instanceof Node && (this.contains(target) || this.#link?.contains(target));
			if (!this.#link || this.#isPinned || isInside) return;
			this.#timer = setTimeout(() => this.isConnected && this.hidePopover(), hideDelayMs);
		});
	}

	/**
	 * Shows the targets of a link. Rejects when its page cannot be fetched.
	 * @param isWanted asked after the fetch: whether the reader still wants it
	 */
	async show(link: HTMLAnchorElement, isPinned: boolean, isWanted: () => boolean) {
		if (link === this.#link) {
			this.#isPinned ||= isPinned;
			return;
		}
		const targets = await targetsOf(link);
		if (targets.length === 0) throw new Error(`${link.href} leads to nothing`);
		if (!isWanted()) return;
		if (this.isConnected) this.hidePopover();
		this.#forget();
		this.#link = link;
		this.#isPinned = isPinned;
		this.popover = 'auto';
		this.dataset.searchIgnore = '';
		this.setAttribute('role', 'group');
		this.setAttribute('aria-label', link.getAttribute('aria-label') ?? link.textContent ?? '');
		this.replaceChildren(...targets);
		link.after(this);
		link.setAttribute('aria-expanded', 'true');
		this.showPopover();
		this.scrollTop = 0;
	}

	#forget() {
		clearTimeout(this.#timer);
		const link = this.#link;
		this.#link = undefined;
		if (!link) return;
		link.removeAttribute('aria-expanded');
		if (this.contains(document.activeElement)) link.focus();
		this.remove();
	}
}

customElements.define('target-card', TargetCard);
const card = document.createElement('target-card') as TargetCard;

/** Opens the page's one card at a link; see `TargetCard.show`. */
export const showCard: TargetCard['show'] = (...given) => card.show(...given);
