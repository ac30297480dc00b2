import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import { pageSite } from '../bundle.ts';
import { kept } from '../query.ts';
import { Asking } from './asking.ts';
import { adoptStyle, element } from './element.ts';
import { mark, type Arrival } from './mark.ts';
import { Options } from './options.ts';
import { recentSearches, rememberQuery } from './recent.ts';
import css from './search.css?inline';

/** Query and position in the list, kept in the history so that Back and reload bring them back. */
export interface DialogPlace {
	query: string;
	at: number;
}

/** The place of the dialog in the current entry of the history, where it stands open. */
export function placeKept(): DialogPlace | undefined {
	return (history.state as { search?: DialogPlace } | null)?.search;
}

/** The search dialog of a page; made when it is first opened. */
export class SearchDialog {
	readonly #words: SearchWords;
	readonly #dialog: HTMLDialogElement;
	readonly #input: HTMLInputElement;
	readonly #options: Options;
	readonly #openPage: HTMLAnchorElement;
	readonly #recent = element('div', { className: 'search-recent' });
	readonly #asking: Asking;
	#wanted = 0;

	constructor(words: SearchWords) {
		adoptStyle(css);
		this.#words = words;
		const site = pageSite();
		const [className, id] = ['hits', 'search-options'];
		const list = element('div', { className, id, role: 'listbox', ariaLabel: words.results });
		this.#input = element('input', {
			...{ type: 'search', placeholder: words.placeholder, autocomplete: 'off', spellcheck: false },
			...{
				enterKeyHint: 'search',
				role: 'combobox',
				ariaLabel: words.title,
				ariaExpanded: 'false',
			},
			ariaAutoComplete: 'list',
		});
		this.#input.setAttribute('aria-controls', id);
		this.#input.addEventListener('keydown', (event) => this.#onEscape(event));
		const onclick = () => this.close();
		const close = element('button', { type: 'button', textContent: words.close, onclick });
		const summary = element('div', { className: 'search-summary' });
		const page = withBase(pathOf('search', site.language), site.base);
		this.#openPage = element('a', { href: page, textContent: words.openPage });
		const keys = element('span', { textContent: words.keys });
		this.#dialog = element('dialog', { className: 'search-dialog', ariaLabel: words.title }, [
			element('div', { className: 'search-head' }, [this.#input, close]),
			...[summary, this.#recent, list],
			element('div', { className: 'search-foot' }, [keys, this.#openPage]),
		]);
		document.body.append(this.#dialog);
		this.#options = new Options(this.#input, list);
		this.#asking = new Asking({
			...{ input: this.#input, list, summary, words, site, hasOptions: true },
			onFollow: (arrival, link) => this.#follow(arrival, link),
			onAnswer: () => this.#onAnswer(),
		});
		this.#dialog.addEventListener('click', ({ target }) => {
			if (target === this.#dialog) this.close();
		});
		this.#dialog.addEventListener('cancel', (event) => {
			event.preventDefault();
			this.close();
		});
		addEventListener('popstate', () => {
			if (placeKept()) this.open(placeKept());
			else this.#dialog.close();
		});
	}

	/** Begins to fetch what the first question needs. */
	warm(): void {
		this.#asking.warm();
	}

	/**
	 * Opens the dialog, empty or at a place of the history; the browser gives the focus back when it
	 * closes. Opening makes an entry in the history, so that Back closes the dialog.
	 */
	open(place?: DialogPlace): void {
		if (this.#dialog.open) return;
		this.warm();
		if (place) this.#input.value = place.query;
		else this.#keepPlace('pushState');
		this.#wanted = place?.at ?? 0;
		this.#dialog.showModal();
		this.#search(this.#input.value);
		this.#input.select();
	}

	/** Closes the dialog and takes its entry out of the history. */
	close(): void {
		this.#dialog.close();
		if (placeKept()) history.back();
	}

	#onAnswer(): void {
		this.#options.refresh(this.#wanted);
		this.#wanted = 0;
		this.#showRecent();
		if (this.#dialog.open) this.#keepPlace('replaceState');
	}

	/** Escape empties the field first; from the list, and from an empty field, it closes. */
	#onEscape(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		event.stopPropagation();
		if (!this.#input.value || this.#options.isMoved) this.close();
		else this.#search('');
	}

	/** A hit on the same page only moves there: nothing else would close the dialog or mark. */
	#follow(arrival: Arrival, link: HTMLAnchorElement): void {
		rememberQuery(this.#input.value.trim());
		this.#keepPlace('replaceState');
		if (link.pathname !== location.pathname) return;
		this.#dialog.close();
		mark(arrival, this.#words.unmark);
	}

	/** Keeps query and place in an entry of the history, and the query in the page's link. */
	#keepPlace(method: 'pushState' | 'replaceState'): void {
		const query = kept(this.#input.value);
		this.#openPage.search = query ? `?${new URLSearchParams({ q: query })}` : '';
		const search: DialogPlace = { query, at: this.#options.at };
		history[method]({ ...(history.state as object), search }, '');
	}

	#search(query: string): void {
		this.#input.value = query;
		this.#input.focus();
		this.#showRecent();
		void this.#asking.again();
	}

	#showRecent(): void {
		const isEmpty = this.#input.value.trim() === '';
		const recent = isEmpty ? recentSearches(this.#words, (query) => this.#search(query)) : [];
		this.#recent.replaceChildren(...recent);
	}
}
