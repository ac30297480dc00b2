import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import { Opener } from '../ask.ts';
import { pageSite } from '../bundle.ts';
import { queryMaximumLength } from '../query.ts';
import type { Arrival } from './arrival.ts';
import { Asking } from './asking.ts';
import { element } from './element.ts';
import { HitList } from './hit-list.ts';
import { mark } from './mark.ts';
import { Options } from './options.ts';
import { recentSearches, rememberQuery } from './recent.ts';
import css from './search.css?inline';
import { adoptStyle } from './style.ts';

/** Query and position in the list, kept in the history so that Back and reload bring them back. */
export interface DialogPlace {
	query: string;
	at: number;
}

/** Where the dialog stands in the current entry of the history. */
function placeKept(): DialogPlace | undefined {
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
	readonly #opener = new Opener(pageSite());
	#wanted = 0;

	constructor(words: SearchWords) {
		adoptStyle(css);
		const { site } = this.#opener;
		this.#words = words;
		const listbox = element('div', {
			className: 'hits',
			id: 'search-options',
			role: 'listbox',
			ariaLabel: words.results,
		});
		const input = element('input', {
			type: 'search',
			placeholder: words.placeholder,
			autocomplete: 'off',
			spellcheck: false,
			enterKeyHint: 'search',
			role: 'combobox',
			ariaLabel: words.title,
			ariaAutoComplete: 'list',
			ariaExpanded: 'false',
		});
		input.setAttribute('aria-controls', listbox.id);
		input.addEventListener('keydown', (event) => this.#onEscape(event));
		this.#input = input;
		const close = element('button', { type: 'button', textContent: words.close });
		close.addEventListener('click', () => this.close());
		const summary = element('div', { className: 'search-summary' });
		const page = withBase(pathOf('search', site.language), site.base);
		this.#openPage = element('a', { href: page, textContent: words.openPage });
		this.#dialog = element('dialog', { className: 'search-dialog', ariaLabel: words.title }, [
			element('div', { className: 'search-head' }, [input, close]),
			summary,
			this.#recent,
			listbox,
			element('div', { className: 'search-foot' }, [
				element('span', { className: 'search-keys', textContent: words.keys }),
				this.#openPage,
			]),
		]);
		document.body.append(this.#dialog);
		this.#options = new Options(input, listbox);
		const onFollow = (arrival: Arrival, link: HTMLAnchorElement) => this.#follow(arrival, link);
		const list = new HitList(listbox, { words, form: 'options', site, onFollow });
		const onAnswer = () => this.#onAnswer();
		this.#asking = new Asking({ input, list, opener: this.#opener, words, summary, onAnswer });
		this.#dialog.addEventListener('click', ({ target }) => {
			if (target === this.#dialog) this.close();
		});
		this.#dialog.addEventListener('cancel', (event) => {
			event.preventDefault();
			this.close();
		});
		addEventListener('popstate', () => {
			const place = placeKept();
			if (place) this.open(place);
			else this.#dialog.close();
		});
	}

	/** Begins to fetch what the first question needs. */
	warm(): void {
		this.#opener.open().catch(() => {});
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
		this.#showRecent();
		this.#dialog.showModal();
		this.#input.focus();
		this.#input.select();
		void this.#asking.again();
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
		const all = [...this.#input.value.trim()];
		const query = all.slice(0, queryMaximumLength).join('');
		this.#openPage.search = query ? `?${new URLSearchParams({ q: query })}` : '';
		const search: DialogPlace = { query, at: this.#options.at };
		history[method]({ ...(history.state as object), search }, '');
	}

	#search(query: string): void {
		this.#input.value = query;
		this.#input.focus();
		this.#showRecent();
		void this.#asking.ask();
	}

	#showRecent(): void {
		const isEmpty = this.#input.value.trim() === '';
		const onPick = (query: string) => this.#search(query);
		this.#recent.replaceChildren(...(isEmpty ? recentSearches(this.#words, onPick) : []));
	}
}
