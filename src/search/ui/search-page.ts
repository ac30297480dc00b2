import { sayUnfetched } from '../../base/follow.ts';
import { loadWords } from '../../base/words/load.ts';
import { pageSite } from '../bundle.ts';
import { kept } from '../query.ts';
import { answering } from './asking.ts';
import { narrowed } from './filters.ts';
import { rememberQuery } from './recent.ts';

/** Answers `?q=` and what is typed; keeps query, filters and place in address and history. */
class SearchPage extends HTMLElement {
	async connectedCallback() {
		const words = await loadWords('search').catch(sayUnfetched);
		if (!words) return;
		const input = this.querySelector('input')!;
		const list = this.querySelector<HTMLElement>('[data-search-state]')!;
		const summary = this.querySelector<HTMLElement>('.search-summary')!;
		let isFirst = true;
		const asking = answering({
			...{ input, list, summary, words, site: pageSite(), narrow: narrowed },
			onFollow: () => rememberQuery(input.value.trim()),
			onAnswer: () => {
				keepInAddress(kept(input.value));
				if (isFirst) returnToPlace();
				isFirst = false;
			},
		});
		this.querySelector('form')!.addEventListener('submit', (event) => {
			event.preventDefault();
			void asking.ask();
			if (matchMedia('(pointer: coarse)').matches) input.blur();
		});
		addEventListener('pagehide', () => {
			history.replaceState({ ...(history.state as object), searchScrollPx: scrollY }, '');
		});
		asking.warm();
		input.value ||= new URLSearchParams(location.search).get('q') ?? '';
		if (input.value) await asking.ask();
		else input.focus();
	}
}

function keepInAddress(query: string) {
	const url = new URL(location.href);
	url.searchParams.set('q', query);
	if (!query) url.search = '';
	if (url.href !== location.href) history.replaceState(history.state, '', url);
}

/** Scrolls to where the reader left this page, once. */
function returnToPlace() {
	const { searchScrollPx, ...state } = (history.state ?? {}) as { searchScrollPx?: number };
	if (searchScrollPx === undefined) return;
	history.replaceState(state, '');
	scrollTo({ top: searchScrollPx, behavior: 'instant' });
}

customElements.define('search-page', SearchPage);
