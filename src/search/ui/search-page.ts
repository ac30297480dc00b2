import { loadAgain } from '../../base/load-again.ts';
import { loadWords } from '../../base/words/load.ts';
import { Opener } from '../ask.ts';
import { pageSite } from '../bundle.ts';
import { queryMaximumLength } from '../query.ts';
import { Asking } from './asking.ts';
import { element } from './element.ts';
import { Filters } from './filters.ts';
import { HitList } from './hit-list.ts';
import { rememberQuery } from './recent.ts';

/**
 * The search page: answers `?q=` and what is typed, and keeps query, filters and place in the
 * address and the history. Without script its form shows the page anew, with all sections listed.
 */
class SearchPage extends HTMLElement {
	async connectedCallback() {
		const input = this.querySelector('input');
		const hits = this.querySelector<HTMLElement>('[data-search-state]');
		if (!input || !hits || hits.childElementCount > 0) return;
		const site = pageSite();
		const words = await loadAgain(() => loadWords('search'));
		const summary = element('div', { className: 'search-summary' });
		const filters = new Filters(words, () => void asking.again());
		hits.before(summary, filters.element);
		const onFollow = () => rememberQuery(input.value.trim());
		const list = new HitList(hits, { words, form: 'links', site, onFollow });
		const opener = new Opener(site);
		const asking = new Asking({
			input,
			list,
			opener,
			words,
			summary,
			narrow: (answer, search) => filters.narrow(answer, search),
			onAnswer: (answer) => {
				if (!answer) filters.element.replaceChildren();
				this.#keepInAddress(input.value, filters);
				this.#returnToPlace();
			},
		});
		this.querySelector('form')?.addEventListener('submit', (event) => {
			event.preventDefault();
			void asking.ask();
			if (matchMedia('(pointer: coarse)').matches) input.blur();
		});
		addEventListener('pagehide', () => {
			history.replaceState({ ...(history.state as object), searchScrollPx: scrollY }, '');
		});
		opener.open().catch(() => {});
		input.value ||= new URLSearchParams(location.search).get('q') ?? '';
		if (input.value) await asking.ask();
		else input.focus();
	}

	#keepInAddress(query: string, filters: Filters) {
		const url = new URL(location.href);
		const kept = [...query.trim()].slice(0, queryMaximumLength).join('');
		url.searchParams.set('q', kept);
		if (!kept) url.searchParams.delete('q');
		filters.writeTo(url);
		if (url.href !== location.href) history.replaceState(history.state, '', url);
	}

	/** Scrolls to where the reader left this page, once. */
	#returnToPlace() {
		const { searchScrollPx, ...state } = (history.state ?? {}) as { searchScrollPx?: number };
		if (searchScrollPx === undefined) return;
		history.replaceState(state, '');
		scrollTo({ top: searchScrollPx, behavior: 'instant' });
	}
}

customElements.define('search-page', SearchPage);
