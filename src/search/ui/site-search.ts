import { followPlainly } from '../../base/follow.ts';
import { isPlainKey } from '../../base/keys.ts';
import { loadAgain } from '../../base/load-again.ts';
import { loadWords } from '../../base/words/load.ts';
import type { DialogPlace, SearchDialog } from './dialog.ts';

/** Key under which `mark.ts` leaves what a followed hit was for; known here to load it late. */
const arrivalKey = 'search-arrival';
/** How long the dialog's script may take before the link says that it is being fetched. */
const loadingDelayMs = 150;

/** The key left of the right Shift: with a Chinese layout or input method it types `、` or `／`. */
function isSlash({ key, code, shiftKey }: KeyboardEvent): boolean {
	return ['/', '、', '／'].includes(key) || (code === 'Slash' && key === 'Process' && !shiftKey);
}

/**
 * Opens the search from its link, with `/` or with Ctrl/⌘+K. Everything else is loaded when it is
 * first wanted; without script the link leads to the search page.
 */
class SiteSearch extends HTMLElement {
	#dialog: Promise<SearchDialog> | undefined;

	connectedCallback() {
		const link = this.querySelector('a');
		if (!link || link.ariaHasPopup) return;
		link.ariaHasPopup = 'dialog';
		link.setAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
		// The index is on its way before the reader types.
		const warm = () =>
			void this.#load()
				.then((dialog) => dialog.warm())
				.catch(() => {});
		for (const moment of ['pointerenter', 'focus']) {
			link.addEventListener(moment, warm, { once: true });
		}
		link.addEventListener('click', (event) => {
			if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			void this.#open(link);
		});
		document.addEventListener('keydown', (event) => void this.#onKey(event, link));
		const place = (history.state as { search?: DialogPlace } | null)?.search;
		if (place) void this.#open(link, place);
		void this.#markArrival();
	}

	async #onKey(event: KeyboardEvent, link: HTMLAnchorElement) {
		const isToggle = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
		if (!isToggle && !(isPlainKey(event) && isSlash(event))) return;
		event.preventDefault();
		if (!document.querySelector('.search-dialog[open]')) return this.#open(link);
		if (isToggle) (await this.#dialog)?.close();
	}

	#load(): Promise<SearchDialog> {
		const parts = () => Promise.all([loadAgain(() => import('./dialog.ts')), loadWords('search')]);
		this.#dialog ??= parts().then(([{ searchDialog }, words]) => searchDialog(words));
		this.#dialog.catch(() => (this.#dialog = undefined));
		return this.#dialog;
	}

	async #open(link: HTMLAnchorElement, place?: DialogPlace) {
		const field = document.querySelector<HTMLInputElement>('search-page input');
		if (field) return field.focus();
		const waiting = setTimeout(() => (link.ariaBusy = 'true'), loadingDelayMs);
		try {
			await (await this.#load()).open(place);
		} catch {
			// The page may be older than the newest build: the link leads to a search that works.
			if (!place) followPlainly(link);
		}
		clearTimeout(waiting);
		link.ariaBusy = null;
	}

	/** Marks what a hit was followed for, if this page was opened from one. */
	async #markArrival() {
		try {
			if (!localStorage.getItem(arrivalKey)) return;
			const { markArrival } = await loadAgain(() => import('./mark.ts'));
			markArrival((await loadWords('search')).unmark);
		} catch {
			// Storage may be blocked; nothing was handed over then.
		}
	}
}

customElements.define('site-search', SiteSearch);
