import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/search-zh.ts';
import { queryMaximumLength } from '../query.ts';
import { Opener, pageSite } from '../site.ts';
import type { Arrival } from './arrival.ts';
import { Asking } from './asking.ts';
import { element } from './element.ts';
import { HitList } from './hit-list.ts';
import { mark } from './mark.ts';
import { Options } from './options.ts';
import { forgetQueries, recentQueries, rememberQuery } from './recent.ts';
import css from './search.css?inline';
import { adoptStyle } from './style.ts';

/** Query and position in the list, kept in the history so that Back and reload bring them back. */
export interface DialogPlace {
	query: string;
	at: number;
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
		const listbox = element('div', { className: 'hits', id: 'search-options', role: 'listbox' });
		listbox.ariaLabel = words.results;
		this.#input = this.#makeInput(listbox.id);
		const close = element('button', { type: 'button', textContent: words.close });
		close.addEventListener('click', () => this.close());
		const summary = element('div', { className: 'search-summary' });
		const page = withBase(pathOf('search', site.language), site.base);
		this.#openPage = element('a', { href: page, textContent: words.openPage });
		this.#dialog = element('dialog', { className: 'search-dialog', ariaLabel: words.title }, [
			element('div', { className: 'search-head' }, [this.#input, close]),
			summary,
			this.#recent,
			listbox,
			element('div', { className: 'search-foot' }, [
				element('span', { className: 'search-keys', textContent: words.keys }),
				this.#openPage,
			]),
		]);
		document.body.append(this.#dialog);

		const list = new HitList(listbox, {
			words,
			form: 'options',
			site,
			onFollow: (arrival, link) => this.#follow(arrival, link),
		});
		this.#options = new Options(this.#input, listbox);
		const parts = { input: this.#input, list, opener: this.#opener, words, summary };
		this.#asking = new Asking(parts, () => {
			this.#options.refresh(this.#wanted);
			this.#wanted = 0;
			this.#showRecent();
			this.#keepPlace();
		});
		this.#dialog.addEventListener('click', ({ target }) => {
			if (target === this.#dialog) this.close();
		});
		this.#dialog.addEventListener('cancel', (event) => {
			event.preventDefault();
			this.close();
		});
		this.#input.addEventListener('keydown', (event) => this.#onEscape(event));
		addEventListener('popstate', ({ state }) => {
			const place = (state as { search?: DialogPlace } | null)?.search;
			if (place) this.open(place);
			else this.#dialog.close();
		});
	}

	#makeInput(controls: string): HTMLInputElement {
		const input = element('input', {
			type: 'search',
			className: 'search-input',
			placeholder: this.#words.placeholder,
			autocomplete: 'off',
			spellcheck: false,
			enterKeyHint: 'search',
			role: 'combobox',
			ariaLabel: this.#words.title,
			ariaAutoComplete: 'list',
			ariaExpanded: 'false',
		});
		input.setAttribute('aria-controls', controls);
		return input;
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
		if (place) {
			this.#input.value = place.query;
			this.#wanted = place.at;
		} else {
			const search: DialogPlace = { query: this.#input.value.trim(), at: 0 };
			history.pushState({ ...(history.state as object), search }, '');
		}
		this.#showRecent();
		this.#dialog.showModal();
		this.#input.focus();
		this.#input.select();
		void this.#asking.again();
	}

	/** Closes the dialog and takes its entry out of the history. */
	close(): void {
		this.#dialog.close();
		if ((history.state as { search?: DialogPlace } | null)?.search) history.back();
	}

	/** Escape empties the field first; from the list, and from an empty field, it closes. */
	#onEscape(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		event.stopPropagation();
		if (!this.#input.value || this.#options.isMoved) this.close();
		else {
			this.#input.value = '';
			void this.#asking.ask();
		}
	}

	/** A hit on the same page only moves there: nothing else would close the dialog or mark. */
	#follow(arrival: Arrival, link: HTMLAnchorElement): void {
		rememberQuery(this.#input.value.trim());
		this.#keepPlace();
		if (link.pathname !== location.pathname) return;
		this.#dialog.close();
		mark(arrival, this.#words.unmark);
	}

	/** Keeps query and place in this entry of the history, and the query in the page's link. */
	#keepPlace(): void {
		const all = [...this.#input.value.trim()];
		const query = all.slice(0, queryMaximumLength).join('');
		this.#openPage.search = query ? `?${new URLSearchParams({ q: query })}` : '';
		if (!this.#dialog.open) return;
		const search: DialogPlace = { query, at: this.#options.at };
		history.replaceState({ ...(history.state as object), search }, '');
	}

	#showRecent(): void {
		const queries = this.#input.value.trim() ? [] : recentQueries();
		this.#recent.replaceChildren();
		if (queries.length === 0) return;
		const forget = element('button', { type: 'button', textContent: this.#words.forget });
		forget.addEventListener('click', () => {
			forgetQueries();
			this.#showRecent();
			this.#input.focus();
		});
		const buttons = queries.map((query) => {
			const button = element('button', { type: 'button', textContent: query });
			button.addEventListener('click', () => {
				this.#input.value = query;
				this.#input.focus();
				void this.#asking.ask();
			});
			return element('li', {}, [button]);
		});
		this.#recent.append(
			element('h2', { textContent: this.#words.recent }),
			element('ul', {}, buttons),
			forget,
		);
	}
}
