import { pathOf, withBase } from '../base/urls.ts';
import type { SearchWords } from '../base/words/search-zh.ts';
import { Asking } from './asking.ts';
import { element } from './element.ts';
import { markPhrases } from './highlight.ts';
import { HitList } from './hit-list.ts';
import { Options } from './options.ts';
import { engineChoice, pagePlace } from './page-place.ts';
import { forgetQueries, recentQueries, rememberQuery } from './recent.ts';
import css from './search.css?inline';
import { SearchSession } from './session.ts';
import { adoptStyle } from './style.ts';

/** The search dialog of a page; made when it is first opened. */
export class SearchDialog {
	readonly #words: SearchWords;
	readonly #dialog: HTMLDialogElement;
	readonly #input: HTMLInputElement;
	readonly #list: HitList;
	readonly #options: Options;
	readonly #openPage: HTMLAnchorElement;
	readonly #recent: HTMLElement;
	readonly #asking: Asking;
	readonly #session: SearchSession;
	readonly #more: HTMLButtonElement;

	constructor(words: SearchWords) {
		adoptStyle(css);
		const { base, language } = pagePlace();
		this.#words = words;
		this.#session = new SearchSession({ base, language }, engineChoice());

		this.#input = element('input', {
			type: 'search',
			className: 'search-input',
			placeholder: words.placeholder,
			autocomplete: 'off',
			spellcheck: false,
			enterKeyHint: 'go',
		});
		const listbox = element('div', { className: 'hits', id: 'search-options', role: 'listbox' });
		listbox.ariaLabel = words.results;
		this.#input.role = 'combobox';
		this.#input.ariaLabel = words.title;
		this.#input.ariaAutoComplete = 'list';
		this.#input.ariaExpanded = 'false';
		this.#input.setAttribute('aria-controls', listbox.id);
		const close = element('button', { type: 'button', textContent: words.close });
		close.addEventListener('click', () => this.#dialog.close());

		const notice = element('p', { className: 'search-notice' });
		const count = element('p', { className: 'search-count', ariaHidden: 'true' });
		const other = element('p', { className: 'search-other' });
		const status = element('p', { className: 'visually-hidden', role: 'status' });
		this.#recent = element('div', { className: 'search-recent' });
		this.#more = element('button', { type: 'button', textContent: words.more, hidden: true });
		this.#openPage = element('a', {
			href: withBase(pathOf('search', language), base),
			textContent: words.openPage,
		});
		const head = element('div', { className: 'search-head' }, [this.#input, close]);
		const foot = element('div', { className: 'search-foot' }, [
			element('span', { textContent: words.hint }),
			this.#more,
			this.#openPage,
		]);
		this.#dialog = element('dialog', { className: 'search-dialog', ariaLabel: words.title }, [
			head,
			notice,
			element('div', { className: 'search-summary' }, [count, other]),
			status,
			this.#recent,
			listbox,
			foot,
		]);
		document.body.append(this.#dialog);

		this.#list = new HitList(listbox, {
			words,
			form: 'options',
			base,
			onFollow: (hit, { currentTarget }) =>
				this.#follow(hit.marks, currentTarget as HTMLAnchorElement),
		});
		this.#options = new Options(this.#input, listbox);
		this.#asking = new Asking(
			{
				input: this.#input,
				list: this.#list,
				session: this.#session,
				count,
				status,
				notice,
				other,
				base,
				words,
			},
			(reply) => {
				this.#more.hidden = !reply || reply.unread === 0;
				this.#options.refresh();
				this.#showRecent();
				this.#linkPage();
			},
		);
		this.#more.addEventListener('click', () => void this.#asking.more());
		this.#dialog.addEventListener('click', ({ target }) => {
			if (target === this.#dialog) this.#dialog.close();
		});
	}

	/** Opens the dialog; the browser gives the focus back when it closes. */
	open(): void {
		if (this.#dialog.open) return;
		this.#session.warm();
		this.#showRecent();
		this.#linkPage();
		this.#dialog.showModal();
		this.#input.focus();
		this.#input.select();
	}

	/** A hit on the same page only moves there: nothing else would close the dialog or mark. */
	#follow(phrases: readonly string[], link: HTMLAnchorElement): void {
		rememberQuery(this.#input.value.trim());
		if (link.pathname !== location.pathname) return;
		this.#dialog.close();
		markPhrases(phrases, this.#words.unmark);
	}

	#linkPage(): void {
		const query = this.#input.value.trim();
		this.#openPage.search = query ? `?${new URLSearchParams({ q: query })}` : '';
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
