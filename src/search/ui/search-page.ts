import { Asking } from '../asking.ts';
import { element } from '../element.ts';
import { HitList } from '../hit-list.ts';
import { engineChoice, pagePlace } from '../page-place.ts';
import { rememberQuery } from '../recent.ts';
import css from '../search.css?inline';
import { SearchSession } from '../session.ts';
import { adoptStyle } from '../style.ts';
import type { SearchWords } from '../../base/words/search-zh.ts';

/**
 * The search page: answers `?q=` and what is typed, and keeps the query in the address so that a
 * search can be linked. Without script its form shows the page anew, with all sections listed.
 */
class SearchPage extends HTMLElement {
	async connectedCallback() {
		const input = this.querySelector('input');
		const hits = this.querySelector<HTMLElement>('[data-search-state]');
		if (!input || !hits || hits.childElementCount > 0) return;
		adoptStyle(css);
		const place = pagePlace();
		const { words }: { words: SearchWords } =
			place.language === 'en'
				? await import('../../base/words/search-en.ts')
				: await import('../../base/words/search-zh.ts');
		const count = element('p', { className: 'search-count', ariaHidden: 'true' });
		const status = element('p', { className: 'visually-hidden', role: 'status' });
		const other = element('p', { className: 'search-other' });
		const notice = element('p', { className: 'search-notice' });
		const more = element('button', {
			type: 'button',
			className: 'more',
			textContent: words.more,
			hidden: true,
		});
		hits.before(notice, element('div', { className: 'search-summary' }, [count, other]), status);
		hits.after(more);

		const list = new HitList(hits, {
			words,
			form: 'links',
			base: place.base,
			onFollow: () => rememberQuery(input.value.trim()),
		});
		const session = new SearchSession(place, engineChoice());
		const asking = new Asking(
			{ input, list, count, status, notice, other, session, words, base: place.base },
			(reply) => {
				more.hidden = !reply || reply.unread === 0;
				this.#keepInAddress(input.value.trim());
			},
		);
		more.addEventListener('click', () => void asking.more());
		this.querySelector('form')?.addEventListener('submit', (event) => {
			event.preventDefault();
			void asking.ask();
		});
		session.warm();
		input.value ||= new URLSearchParams(location.search).get('q') ?? '';
		if (input.value) await asking.ask();
		else input.focus();
	}

	#keepInAddress(query: string) {
		const url = new URL(location.href);
		if (query) url.searchParams.set('q', query);
		else url.searchParams.delete('q');
		if (url.href !== location.href) history.replaceState(history.state, '', url);
	}
}

customElements.define('search-page', SearchPage);
