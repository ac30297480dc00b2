import { adoptStyle } from '../../base/adopt-style.ts';
import { fetchArticle } from '../../base/fetch-article.ts';
import css from './target-card.css?inline';

/** What opened the card. */
type Opening = 'pointer' | 'focus' | 'click';

/** Time to move the pointer from the link into the card (WCAG 2.2, SC 1.4.13: hoverable). */
const hideDelayMs = 300;

/** What a card leaves out of the block it shows. */
const leftOutOfCard =
	'.permalink, .mentions, .verdicts, .figure-foot, .figure-claims, .figure-data, table, link-menu, script, button';

const pages = new Map<string, Promise<Document>>();

/** A page of the site as a document, asked for once; what failed is asked for again. */
function pageAt(path: string): Promise<Document> {
	const known = pages.get(path);
	if (known) return known;
	const page = fetchArticle(path);
	page.catch(() => pages.delete(path));
	pages.set(path, page);
	return page;
}

/** A block as the card shows it: a copy without ids, its links leading where they led. */
function cardCopy(element: Element, path: string): HTMLElement {
	const copy = document.importNode(element, true) as HTMLElement;
	const drawing = copy.querySelector('svg');
	const file = copy.querySelector('a[download][href$=".svg"]')?.getAttribute('href');
	// Where this page has no figures, and so no styles for drawings: the picture to download.
	if (drawing && file && !document.querySelector('main .figure')) {
		drawing.replaceWith(Object.assign(new Image(), { src: file, alt: '' }));
	}
	for (const one of copy.querySelectorAll(leftOutOfCard)) one.remove();
	for (const one of copy.querySelectorAll('[id]')) one.removeAttribute('id');
	for (const link of copy.querySelectorAll('a[href^="#"]')) {
		link.setAttribute('href', path + link.getAttribute('href'));
	}
	// Its title, which names it, stands above.
	copy.querySelector('svg')?.setAttribute('aria-hidden', 'true');
	const box = document.createElement('div');
	box.className = `${element.className} card-${element.tagName.toLowerCase()}`;
	Object.assign(box.dataset, (element as HTMLElement).dataset);
	box.append(...copy.childNodes);
	return box;
}

/** A heading with the first words below it; other elements alone. */
function withWordsBelow(element: Element): Element[] {
	if (!/^H\d$/.test(element.tagName)) return [element];
	const scope = element.tagName === 'H1' ? element.closest('article') : element.parentElement;
	// A heading alone says no more than its link.
	const below = element.id ? `#${CSS.escape(element.id)} ~ p` : '.abstract > p, .deck';
	const words = scope?.querySelector(below);
	return words ? [element, words] : [];
}

/** The blocks a link leads to: those it names, else its target, else its page. */
async function targetsOf(link: HTMLAnchorElement): Promise<HTMLElement[]> {
	const { pathname, hash } = new URL(link.href);
	const page = pathname === location.pathname ? document : await pageAt(pathname);
	const ids = (link.dataset.entries ?? decodeURIComponent(hash.slice(1))).split(' ');
	return ids
		.flatMap((id) => (id ? page.getElementById(id) : page.querySelector('article h1')) ?? [])
		.flatMap(withWordsBelow)
		.map((element) => cardCopy(element, pathname));
}

/**
 * A card that shows what an internal link leads to, copied from the page it leads to. It stands
 * right after its link in the document. The browser closes it on Escape and on a click elsewhere
 * (`popover`). One that the pointer opened closes when the pointer leaves link and card, one that
 * the focus opened when the focus leaves; Tab leads only into one that a click opened.
 */
class TargetCard extends HTMLElement {
	#link: HTMLAnchorElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		this.addEventListener('toggle', (event) => {
			if ((event as ToggleEvent).newState === 'closed') this.#forget();
		});
		document.addEventListener('pointerover', (event) => this.#leave(event, 'pointer'));
		document.addEventListener('focusin', (event) => this.#leave(event, 'focus'));
	}

	/** Closes after a delay, unless the pointer or focus that opened it is on the link or the card. */
	#leave({ target }: Event, by: Opening) {
		if (this.#link?.dataset.card !== by) return;
		clearTimeout(this.#timer);
		if (target instanceof Node && (this.contains(target) || this.#link.contains(target))) return;
		this.#timer = setTimeout(() => this.isConnected && this.hidePopover(), hideDelayMs);
	}

	/**
	 * Shows the targets of a link. Rejects when its page cannot be fetched.
	 * @param by what opens it
	 * @param isWanted asked before and after the fetch: whether the reader still wants it
	 */
	async show(link: HTMLAnchorElement, by: Opening, isWanted: () => boolean) {
		const isOther = link !== this.#link;
		// What a click opened stays until it is closed.
		if (!isWanted() || (by !== 'click' && (!isOther || this.#link?.dataset.card === 'click')))
			return;
		if (isOther) {
			const targets = await targetsOf(link);
			if (targets.length === 0) throw new Error(`${link.href} leads to nothing`);
			if (!isWanted()) return;
			if (this.isConnected) this.hidePopover();
			this.#forget();
			this.replaceChildren(...targets);
		}
		this.#link = link;
		link.dataset.card = by;
		const tabIndex = by === 'focus' ? -1 : 0;
		// The card itself may scroll, which makes it a Tab stop.
		for (const stop of [this, ...this.querySelectorAll('a')]) stop.tabIndex = tabIndex;
		if (!isOther) return;
		this.popover = 'auto';
		this.dataset.searchIgnore = '';
		this.setAttribute('role', 'group');
		this.setAttribute('aria-label', link.getAttribute('aria-label') ?? link.textContent ?? '');
		link.after(this);
		link.ariaExpanded = 'true';
		this.showPopover();
		this.scrollTop = 0;
	}

	#forget() {
		clearTimeout(this.#timer);
		const link = this.#link;
		this.#link = undefined;
		if (!link) return;
		link.ariaExpanded = null;
		link.removeAttribute('data-card');
		if (this.contains(document.activeElement)) link.focus();
		this.remove();
	}
}

customElements.define('target-card', TargetCard);
const card = document.createElement('target-card') as TargetCard;
adoptStyle(css);

/** Opens the page's one card at a link; see `TargetCard.show`. */
export const showCard: TargetCard['show'] = (...given) => card.show(...given);
