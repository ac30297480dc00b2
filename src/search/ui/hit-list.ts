import { withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import type { Answer, Group } from '../ask.ts';
import { IncompleteIndexError, type Site } from '../bundle.ts';
import { excerptOf, stretchesOf } from '../excerpt.ts';
import type { Hit } from '../hit.ts';
import { announceArrival, type Arrival } from './arrival.ts';
import { element } from './element.ts';

/** How hits are shown: options of a combobox's list, or plain links. */
export type HitListForm = 'options' | 'links';

/** What following a hit means to whoever shows the list. */
export type OnFollow = (arrival: Arrival, link: HTMLAnchorElement) => void;

/** Hits fetched and shown at a time: a screen of them, then the browser may do something else. */
const sliceHits = 24;

/** How an answer is shown. */
export interface Showing {
	/** Fetches what to show of a record. */
	fetch: (id: string) => Promise<Hit>;
	/** Whether the answer is still the one wanted. */
	isCurrent: () => boolean;
	/** Whether hits that fail are left out; else the first of them ends the showing. */
	isLenient: boolean;
}

/** The list of hits, with its state open to tools: `data-search-state`, `data-search-exact`. */
export class HitList {
	readonly element: HTMLElement;
	readonly #words: SearchWords;
	readonly #form: HitListForm;
	readonly #site: Site;
	readonly #onFollow: OnFollow;

	constructor(
		list: HTMLElement,
		options: { words: SearchWords; form: HitListForm; site: Site; onFollow: OnFollow },
	) {
		this.element = list;
		this.#words = options.words;
		this.#form = options.form;
		this.#site = options.site;
		this.#onFollow = options.onFollow;
		this.clear();
	}

	set state(state: 'idle' | 'loading' | 'done' | 'failed') {
		this.element.dataset.searchState = state;
	}

	/** Empties the list. */
	clear(): void {
		this.element.replaceChildren();
		this.element.dataset.searchExact = '0';
		this.state = 'idle';
	}

	/**
	 * Shows an answer, slice by slice. Everything from the index or the query is set as text.
	 * Returns how many hits could not be fetched. Throws an `IncompleteIndexError` unless lenient.
	 */
	async show({ groups, exactCount }: Answer, showing: Showing): Promise<number> {
		let failed = 0;
		let isFirst = true;
		for (const group of groups) {
			const list = element('ul', { role: this.#form === 'options' ? 'presentation' : null });
			const shown = new Map<number, HTMLElement>();
			const section = this.#section(group, list);
			for (let from = 0; from < group.ids.length; from += sliceHits) {
				const ids = group.ids.slice(from, from + sliceHits);
				const hits = await Promise.allSettled(ids.map((id) => showing.fetch(id)));
				if (!showing.isCurrent()) return failed;
				const lost = hits.filter(({ status }) => status === 'rejected').length;
				if (lost > 0 && !showing.isLenient) throw new IncompleteIndexError(`${lost} hits failed`);
				failed += lost;
				for (const hit of hits) {
					if (hit.status === 'fulfilled') this.#add(hit.value, group, list, shown);
				}
				if (isFirst) this.element.replaceChildren();
				isFirst = false;
				if (!section.isConnected) this.element.append(section);
			}
		}
		if (isFirst) this.element.replaceChildren();
		this.element.dataset.searchExact = String(exactCount);
		return failed;
	}

	#section({ match, reason, meant = '' }: Group, list: HTMLElement): HTMLElement {
		const section = element('div', { className: 'hit-group' });
		section.dataset.searchGroup = match;
		if (this.#form === 'options') section.role = 'group';
		const label = reason ? this.#words.reasons[reason](meant) : this.#words.results;
		section.ariaLabel = label;
		if (reason) {
			const line = element('p', { className: 'hit-label', textContent: label, ariaHidden: 'true' });
			section.append(line);
		}
		section.append(list);
		return section;
	}

	/** Adds a hit, under an earlier one that tells the same claim if there is one. */
	#add(hit: Hit, group: Group, list: HTMLElement, shown: Map<number, HTMLElement>): void {
		const isFact = hit.part === 'check' || hit.part === 'note';
		const above = isFact && hit.claims.map((claim) => shown.get(claim)).find(Boolean);
		if (above) {
			let nested = above.querySelector('ul');
			if (!nested) {
				nested = element('ul', { className: 'hit-also' });
				nested.dataset.label = this.#words.seeAlso;
				if (this.#form === 'options') nested.role = 'presentation';
				above.append(nested);
			}
			const name = hit.kind === 'claim' ? this.#words.claim(hit.claims[0]!) : '';
			// Its text is for readers who hear the list; others see the fact above.
			const text = this.#excerptOf(hit, group);
			text.className = 'visually-hidden';
			const link = this.#link(hit, group, [name || this.#words.kinds[hit.kind], ' ', text]);
			nested.append(this.#item([link]));
			return;
		}
		const item = this.#item([this.#link(hit, group, this.#contentOf(hit, group))]);
		for (const claim of hit.claims) if (!shown.has(claim)) shown.set(claim, item);
		list.append(item);
	}

	#item(children: Node[]): HTMLElement {
		const item = element('li', {}, children);
		if (this.#form === 'options') item.role = 'presentation';
		return item;
	}

	#excerptOf(hit: Hit, { needles }: Group): HTMLElement {
		const { language } = this.#site;
		const excerpt = element('span', { className: 'hit-text' });
		const marks = stretchesOf(hit.text, needles, language);
		for (const { text, marked } of excerptOf(hit.text, marks, language)) {
			if (marked) excerpt.append(element('mark', { textContent: text }));
			else excerpt.append(text);
		}
		return excerpt;
	}

	#contentOf(hit: Hit, group: Group): (Node | string)[] {
		const kind = this.#words.kinds[hit.kind];
		const trail = hit.trail.filter((step, at) => step !== hit.text || at === 0).join(' › ');
		const place = element('span', { className: 'hit-trail', textContent: trail });
		if (kind) place.prepend(element('span', { className: 'hit-kind', textContent: kind }));
		return [place, ' ', this.#excerptOf(hit, group)];
	}

	#link(hit: Hit, { match, needles }: Group, content: (Node | string)[]): HTMLAnchorElement {
		const link = element('a', { className: 'hit' }, content);
		link.href = withBase(hit.path, this.#site.base);
		if (this.#form === 'options') {
			link.role = 'option';
			link.ariaSelected = 'false';
			link.tabIndex = -1;
		}
		const arrive = () => {
			const id = match === 'exact' ? '' : decodeURIComponent(link.hash.slice(1));
			const arrival: Arrival = { path: link.pathname, needles, id, at: Date.now() };
			announceArrival(arrival, false);
			return arrival;
		};
		link.addEventListener('click', (event) => {
			const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
			const arrival = arrive();
			if (isElsewhere) announceArrival(arrival, true);
			else this.#onFollow(arrival, link);
		});
		link.addEventListener('auxclick', () => announceArrival(arrive(), true));
		return link;
	}
}
