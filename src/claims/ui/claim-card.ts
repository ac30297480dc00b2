import type { Popover, PopoverTexts } from '../popover-texts.ts';

/** Long enough to cross a mark without opening it, short enough to feel immediate. */
const showDelayMs = 120;
/** Time to move the pointer from the mark into the card (WCAG 2.2, SC 1.4.13: hoverable). */
const hideDelayMs = 300;
const gapPx = 6;
const edgePx = 8;
/** A card lower than this shows nothing; it may then leave the window, and the page scrolls. */
const leastHeightPx = 120;

let texts: Promise<PopoverTexts> | undefined;

/** Texts of this page's popovers, fetched once; a failed fetch is tried again next time. */
function textsOfPage(): Promise<PopoverTexts> {
	const { dataset, lang } = document.documentElement;
	const slug = document.querySelector<HTMLElement>('article[data-page]')?.dataset.page;
	const edition = lang === 'en' ? 'en' : 'zh';
	texts ??= fetch(`${dataset.base}popovers/${edition}/${slug}.json`)
		.then((response) => {
			if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
			return response.json() as Promise<PopoverTexts>;
		})
		.catch((error) => {
			texts = undefined;
			throw error;
		});
	return texts;
}

function element(tag: string, className: string, children: (Node | string)[]): HTMLElement {
	const made = document.createElement(tag);
	if (className) made.className = className;
	made.append(...children);
	return made;
}

function runs(words: Popover['heading']): (Node | string)[] {
	return words.map(({ text, lang }) => {
		if (!lang) return text;
		const span = element('span', '', [text]);
		span.lang = lang;
		return span;
	});
}

/**
 * The card of a claim or a term: what the report's editors found about it. It stands right after
 * its mark in the document, so that Tab leads into it, and in the top layer on the screen.
 * It stays until the pointer and the focus have left it, or until Escape or a click elsewhere.
 */
class ClaimCard extends HTMLElement {
	#mark: HTMLAnchorElement | undefined;
	/** Opened by a click: the pointer may leave. */
	#pinned = false;
	/** Mark whose card Escape closed: it stays closed until one comes back to it. */
	#dismissed: HTMLAnchorElement | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor() {
		super();
		document.addEventListener('pointerover', (event) => this.#pointerIsAt(event));
		document.addEventListener('pointerdown', (event) => this.#leave(event.target));
		document.addEventListener('focusin', (event) => this.#leave(event.target));
		document.addEventListener('keydown', (event) => {
			if (event.key === 'Escape') this.#dismiss(event);
		});
		addEventListener('resize', () => this.#hide());
	}

	/** Opens the card at a mark; a hover only counts if the pointer stays. */
	async show(mark: HTMLAnchorElement, by: 'hover' | 'focus' | 'click') {
		if (by === 'focus' && mark === this.#dismissed) return;
		clearTimeout(this.#timer);
		if (mark === this.#mark) {
			this.#pinned ||= by === 'click';
			return;
		}
		const { popovers, sources } = await textsOfPage();
		const popover = popovers[mark.hash.slice(1)];
		if (!popover) throw new Error(`no popover for ${mark.hash}`);
		if (by === 'focus' && document.activeElement !== mark) return;
		const open = () => this.#open(mark, popover, sources, by === 'click');
		if (by !== 'hover') open();
		else {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => mark.matches(':hover') && open(), showDelayMs);
		}
	}

	#open(mark: HTMLAnchorElement, popover: Popover, sources: string, pinned: boolean) {
		this.#hide();
		this.#mark = mark;
		this.#pinned = pinned;
		this.#dismissed = undefined;
		this.id = 'claim-card';
		this.popover = 'manual';
		this.dataset.searchIgnore = '';
		this.setAttribute('role', 'group');
		this.setAttribute('aria-label', mark.ariaLabel ?? mark.textContent ?? '');
		this.#fill(mark, popover, sources);
		mark.after(this);
		mark.ariaExpanded = 'true';
		mark.setAttribute('aria-describedby', this.id);
		this.showPopover();
		this.#place(mark);
	}

	#fill(mark: HTMLAnchorElement, popover: Popover, sourcesLabel: string) {
		const heading = element('strong', 'card-heading', runs(popover.heading));
		if (popover.check) heading.dataset.check = popover.check;
		const facts = popover.facts.map((fact) => element('span', '', runs([fact])));
		const more = element('a', 'card-more', [popover.more]) as HTMLAnchorElement;
		more.href = mark.href;
		const parts = [element('span', 'card-head', [heading, ...facts])];
		if (popover.text.length > 0) parts.push(element('span', 'card-text', runs(popover.text)));
		if (popover.sources) {
			const list = popover.sources.map(({ url, title, read }) => {
				const link = element('a', '', runs(title)) as HTMLAnchorElement;
				link.href = url;
				link.rel = 'external';
				const item = element('span', 'card-source', [link, ' ', element('small', '', [read])]);
				item.setAttribute('role', 'listitem');
				return item;
			});
			const group = element('span', 'card-sources', list);
			group.setAttribute('role', 'list');
			group.setAttribute('aria-label', sourcesLabel);
			parts.push(group);
		}
		this.replaceChildren(...parts, more);
	}

	/**
	 * Below the mark, above it where there is more room there, no taller than that room, and inside
	 * the column where it fits: the notes in the margin are what one compares it with.
	 */
	#place(mark: HTMLAnchorElement) {
		this.style.maxHeight = '';
		const at = [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect();
		const { width, height: wanted } = this.getBoundingClientRect();
		const page = document.documentElement;
		const column = mark.closest('p, li, table, figure')?.getBoundingClientRect();
		const end = column && column.width >= width ? column.right : page.clientWidth - edgePx;
		const left = Math.min(at.left - 2 * edgePx, end - width, page.clientWidth - width - edgePx);
		const roomBelow = page.clientHeight - at.bottom - gapPx - edgePx;
		const roomAbove = at.top - gapPx - edgePx;
		const isAbove = wanted > roomBelow && roomAbove > roomBelow;
		const height = Math.min(wanted, Math.max(isAbove ? roomAbove : roomBelow, leastHeightPx));
		if (height < wanted) this.style.maxHeight = `${height}px`;
		const top = isAbove ? at.top - gapPx - height : at.bottom + gapPx;
		this.style.left = `${Math.max(edgePx, left) + scrollX}px`;
		this.style.top = `${top + scrollY}px`;
	}

	#holds(target: EventTarget | null): boolean {
		if (!(target instanceof Node)) return false;
		return this.contains(target) || this.#mark?.contains(target) === true;
	}

	#pointerIsAt({ target }: PointerEvent) {
		if (!this.#mark) return;
		if (this.#holds(target)) clearTimeout(this.#timer);
		else if (!this.#pinned && !this.#holds(document.activeElement)) {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => this.#hide(), hideDelayMs);
		}
	}

	#leave(target: EventTarget | null) {
		if (target !== this.#dismissed) this.#dismissed = undefined;
		if (this.#mark && !this.#holds(target)) this.#hide();
	}

	#dismiss(event: KeyboardEvent) {
		const mark = this.#mark;
		if (!mark) return;
		event.preventDefault();
		this.#dismissed = mark;
		const hadFocus = this.contains(document.activeElement);
		this.#hide();
		if (hadFocus) mark.focus();
	}

	#hide() {
		clearTimeout(this.#timer);
		const mark = this.#mark;
		this.#mark = undefined;
		if (mark) {
			mark.ariaExpanded = null;
			mark.removeAttribute('aria-describedby');
		}
		this.remove();
	}
}

customElements.define('claim-card', ClaimCard);
const card = document.createElement('claim-card') as ClaimCard;

/** Opens the page's one card at a mark. Rejects when the texts cannot be fetched. */
export const showCard: ClaimCard['show'] = (mark, by) => card.show(mark, by);
