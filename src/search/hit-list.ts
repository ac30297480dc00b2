import { homeSlug, pathOf, withBase } from '../base/urls.ts';
import type { SearchWords } from '../base/words/search-zh.ts';
import { announceArrival } from './arrival.ts';
import type { Hit, HitSection } from './engine.ts';
import { excerptOf } from './excerpt.ts';
import type { Reply } from './session.ts';

/** How hits are shown: options of a combobox's list, or plain links under headings. */
export type HitListForm = 'options' | 'links';

/** What following a hit means to whoever shows the list. */
export type OnFollow = (hit: Hit, event: MouseEvent) => void;

/** Hits made between two chances for the browser to do something else. */
const sliceHits = 40;

/** One heading with its hits, how they match, and why they are not exact if it is the first so. */
interface Part {
	section: HitSection;
	match: string;
	label?: string | undefined;
}

function partsOf(sections: readonly HitSection[], match: string, label?: string): Part[] {
	return sections.map((section, at) => ({ section, match, label: at === 0 ? label : undefined }));
}

/** The list of hits, with its state open to tools: `data-search-state`, `data-search-exact`. */
export class HitList {
	readonly element: HTMLElement;
	readonly #words: SearchWords;
	readonly #form: HitListForm;
	readonly #base: string;
	readonly #onFollow: OnFollow;

	constructor(
		element: HTMLElement,
		{
			words,
			form,
			base,
			onFollow,
		}: {
			words: SearchWords;
			form: HitListForm;
			base: string;
			onFollow: OnFollow;
		},
	) {
		this.element = element;
		this.#words = words;
		this.#form = form;
		this.#base = base;
		this.#onFollow = onFollow;
		this.element.dataset.searchState = 'idle';
		this.element.dataset.searchExact = '0';
	}

	/** Says that an answer is on its way; the last one stays to be read. */
	wait(): void {
		this.element.dataset.searchState = 'loading';
	}

	/** Empties the list. */
	clear(): void {
		this.element.replaceChildren();
		this.element.dataset.searchState = 'idle';
		this.element.dataset.searchExact = '0';
	}

	/**
	 * Shows a reply. Everything from the pages or the query is set as text. Long lists are made in
	 * slices, so that typing goes on meanwhile.
	 */
	async show({ answer, related, state }: Reply): Promise<void> {
		const words = this.#words;
		const parts: Part[] = [
			...partsOf(answer.exact, 'exact'),
			...partsOf(answer.apart, 'apart', words.apart),
			...related.flatMap(({ relation: { via, text }, sections }) =>
				partsOf(sections, via, words.related[via](text)),
			),
			...partsOf(answer.closest, 'closest', words.closest),
		];
		this.element.replaceChildren();
		let sinceYield = 0;
		for (const part of parts) {
			if (sinceYield >= sliceHits) {
				sinceYield = 0;
				await new Promise((resolve) => setTimeout(resolve));
			}
			this.element.append(this.#section(part));
			sinceYield += part.section.hits.length;
		}
		this.element.dataset.searchExact = String(answer.exactCount);
		this.element.dataset.searchState = state;
	}

	/** One heading and the hits under it. A label says above it why these are not exact. */
	#section({ section: { trail, path, hits }, match, label }: Part): HTMLElement {
		const isHome = path === pathOf(homeSlug, hits[0]?.page.language);
		const steps = (isHome ? [this.#words.home, ...trail.slice(1)] : trail).join(' › ');
		const group = document.createElement('div');
		group.className = 'hit-section';
		group.dataset.searchMatch = match;
		if (label) {
			const line = group.appendChild(document.createElement('div'));
			line.className = 'hit-label';
			line.textContent = label;
			if (this.#form === 'options') line.role = 'presentation';
		}
		const heading = group.appendChild(
			document.createElement(this.#form === 'options' ? 'div' : 'h2'),
		);
		heading.className = 'hit-trail';
		heading.textContent = steps;
		if (this.#form === 'options') {
			group.role = 'group';
			group.ariaLabel = label ? this.#words.labelled(label, steps) : steps;
			heading.role = 'presentation';
		}
		group.append(...hits.map((hit) => this.#hit(hit)));
		return group;
	}

	#hit(hit: Hit): HTMLElement {
		const link = document.createElement('a');
		link.className = 'hit';
		const { path } = hit.page;
		link.href = withBase(path, this.#base) + (hit.block.id && `#${hit.block.id}`);
		if (this.#form === 'options') {
			link.role = 'option';
			link.ariaSelected = 'false';
			link.tabIndex = -1;
		}
		const kind = this.#words.kinds[hit.block.kind];
		if (kind) {
			const tag = link.appendChild(document.createElement('span'));
			tag.className = 'hit-kind';
			tag.textContent = kind;
		}
		for (const { text, marked } of excerptOf(hit.block.text, hit.ranges, hit.page.language)) {
			if (marked) link.appendChild(document.createElement('mark')).textContent = text;
			else link.append(text);
		}
		link.addEventListener('click', (event) => {
			const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
			if (opensElsewhere) return;
			announceArrival(link.pathname, hit.marks);
			this.#onFollow(hit, event);
		});
		return link;
	}
}
