import type { SearchDialog } from '../dialog.ts';

/** Key under which `arrival.ts` leaves what a followed hit was for; told here to load it late. */
const arrivalKey = 'search-arrival';

const isEnglish = document.documentElement.lang === 'en';

const wordsOf = () =>
	isEnglish ? import('../../base/words/search-en.ts') : import('../../base/words/search-zh.ts');

function isTyping(target: EventTarget | null): boolean {
	const field = (target as Element | null)?.closest?.('input, textarea, select');
	return Boolean(field) || (target as HTMLElement | null)?.isContentEditable === true;
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
		link.addEventListener('pointerenter', () => void this.#load().catch(() => {}), { once: true });
		link.addEventListener('click', (event) => {
			if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
			event.preventDefault();
			void this.#open(link);
		});
		document.addEventListener('keydown', (event) => {
			const isShortcut = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
			const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
			if (!isShortcut && !(isSlash && !isTyping(event.target))) return;
			event.preventDefault();
			void this.#open(link);
		});
		void this.#markArrival();
	}

	#load(): Promise<SearchDialog> {
		this.#dialog ??= Promise.all([
			import('../dialog.ts'),
			wordsOf(),
			// The dialog asks for these itself; without them it would open and could not answer.
			isEnglish && import('../english-rules.ts'),
		]).then(([{ SearchDialog }, { words }]) => new SearchDialog(words));
		this.#dialog.catch(() => (this.#dialog = undefined));
		return this.#dialog;
	}

	async #open(link: HTMLAnchorElement) {
		const field = document.querySelector<HTMLInputElement>('search-page input');
		if (field) return field.focus();
		try {
			(await this.#load()).open();
		} catch {
			// Offline, or a tab older than the newest build: the page of the link has it all.
			location.assign(link.href);
		}
	}

	/** Marks what a hit was followed for, if this page was opened from one. */
	async #markArrival() {
		try {
			if (!sessionStorage.getItem(arrivalKey)) return;
		} catch {
			return;
		}
		const [{ markArrival }, { words }] = await Promise.all([import('../highlight.ts'), wordsOf()]);
		markArrival(words.unmark);
	}
}

customElements.define('site-search', SiteSearch);
