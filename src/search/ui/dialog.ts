import { pathOf, withBase } from '../../base/urls.ts';
import { adoptStyle } from '../../base/adopt-style.ts';
import type { SearchWords } from '../../base/words/index.ts';
import { pageSite } from '../bundle.ts';
import { kept } from '../query.ts';
import { answering } from './asking.ts';
import { element } from '../../base/element.ts';
import { markArrival } from './mark.ts';
import { movingThrough } from './options.ts';
import { recentSearches, rememberQuery } from './recent.ts';
import css from './search.css?inline';

/** Query and position in the list, kept in the history so that Back and reload bring them back. */
export interface DialogPlace {
	query: string;
	at: number;
}

export type SearchDialog = ReturnType<typeof searchDialog>;

/** The place of the dialog in the current entry of the history, where it stands open. */
const placeKept = () => (history.state as { search?: DialogPlace } | null)?.search;

/**
 * Makes the search dialog of a page.
 * @returns `warm` begins to fetch what the first question needs. `open` opens it, empty or at a
 * place of the history, and makes an entry in the history, so that Back closes it; `close` takes
 * that entry out. The browser gives the focus back.
 */
export function searchDialog(words: SearchWords) {
	adoptStyle(css);
	const site = pageSite();
	const [className, id] = ['hits', 'search-options'];
	const list = element('div', { className, id, role: 'listbox', ariaLabel: words.results });
	const input = element('input', {
		...{ type: 'search', placeholder: words.placeholder, autocomplete: 'off', spellcheck: false },
		...{ enterKeyHint: 'search', role: 'combobox', ariaLabel: words.title, ariaExpanded: 'false' },
		ariaAutoComplete: 'list',
	});
	input.setAttribute('aria-controls', id);
	const button = element('button', { type: 'button', textContent: words.close, onclick: close });
	const summary = element('div', { className: 'search-summary' });
	const recent = element('div', { className: 'search-recent' });
	const href = withBase(pathOf('search', site.language), site.base);
	const openPage = element('a', { href, textContent: words.openPage });
	const hasKeys = !matchMedia('(pointer: coarse)').matches;
	const keys = element('span', { textContent: hasKeys ? words.keys : '' });
	const dialog = element('dialog', { className: 'search-dialog', ariaLabel: words.title }, [
		element('div', { className: 'search-head' }, [input, button]),
		...[summary, recent, list],
		element('div', { className: 'search-foot' }, [keys, openPage]),
	]);
	document.body.append(dialog);
	let wanted = 0;
	/** Settles once the browser has left the entry of a dialog that was closed. */
	let left: Promise<unknown> | undefined;

	const options = movingThrough(input, list);
	const { ask, warm } = answering({
		...{ input, list, summary, words, site, hint: words.hint },
		onFollow(link) {
			rememberQuery(input.value.trim());
			keepPlace('replaceState');
			// A hit on the same page only moves there: nothing else would close the dialog or mark.
			if (link.pathname !== location.pathname) return;
			dialog.close();
			markArrival(words.unmark);
		},
		onAnswer() {
			options.refresh(wanted);
			wanted = 0;
			showRecent();
			if (dialog.open) keepPlace('replaceState');
		},
	});

	/** Keeps query and place in an entry of the history, and the query in the page's link. */
	function keepPlace(method: 'pushState' | 'replaceState'): void {
		const query = kept(input.value);
		openPage.search = query ? `?${new URLSearchParams({ q: query })}` : '';
		const search: DialogPlace = { query, at: options.at() };
		history[method]({ ...(history.state as object), search }, '');
	}

	function showRecent(): void {
		recent.replaceChildren(...(input.value.trim() ? [] : recentSearches(words, search)));
	}

	function search(query: string): void {
		input.value = query;
		input.focus();
		showRecent();
		void ask(true);
	}

	async function open(place?: DialogPlace): Promise<void> {
		// `history.back()` is still under way: it would leave an entry that is made before it ends.
		await left;
		if (dialog.open) return;
		warm();
		if (place) input.value = place.query;
		else keepPlace('pushState');
		wanted = place?.at ?? 0;
		dialog.showModal();
		search(input.value);
		input.select();
	}

	function close(): void {
		dialog.close();
		if (!placeKept()) return;
		left = new Promise((settle) => addEventListener('popstate', settle, { once: true }));
		history.back();
	}

	// Escape empties the field first; from the list, and from an empty field, it closes.
	input.addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || event.isComposing) return;
		event.preventDefault();
		event.stopPropagation();
		if (!input.value || options.isMoved()) close();
		else search('');
	});
	dialog.addEventListener('click', ({ target }) => {
		if (target === dialog) close();
	});
	dialog.addEventListener('cancel', (event) => {
		event.preventDefault();
		close();
	});
	addEventListener('popstate', () => {
		if (placeKept()) void open(placeKept());
		else dialog.close();
	});
	return { warm, open, close };
}
