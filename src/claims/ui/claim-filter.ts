const facets = ['check', 'kind', 'section'] as const;
type Facet = (typeof facets)[number];
type FacetChoice = Partial<Record<Facet, string>>;

const facetOf = (link: Element | null) =>
	link?.closest<HTMLElement>('[data-facet]')?.dataset.facet as Facet | undefined;

const fits = (entry: HTMLElement, choice: FacetChoice) =>
	facets.every((facet) => !choice[facet] || entry.closest(`[data-${facet}='${choice[facet]}']`));

/**
 * Filters the list of claims by check, kind and section together, keeps the choice in the address
 * (`?check=conflict&kind=fact`) and says how many are left. Without script the same links filter by
 * `:target`, one at a time.
 */
class ClaimFilter extends HTMLElement {
	#choice: FacetChoice = {};
	#entries: HTMLElement[] = [];
	#links: HTMLAnchorElement[] = [];

	connectedCallback() {
		if (this.#links.length > 0) return;
		const list = this.parentElement!;
		this.#entries = [...list.querySelectorAll<HTMLElement>('.entry')];
		this.#links = [...list.querySelectorAll<HTMLAnchorElement>('a[data-value]')];
		const asked = new URLSearchParams(location.search);
		for (const link of this.#links) {
			const [facet, { value }] = [facetOf(link), link.dataset];
			if (facet && asked.get(facet) === value) this.#choice[facet] = value!;
			link.addEventListener('click', (event) => this.#choose(event, link));
		}
		this.#followHash();
		this.#apply();
		document.addEventListener('focusin', () => this.#leadTab());
		addEventListener('hashchange', () => this.#followHash() && this.#apply());
	}

	/** Links made without script (`#only-conflict`) choose; a link to a hidden entry shows all. */
	#followHash(): boolean {
		const id = location.hash.slice(1);
		const target = id ? document.getElementById(id) : null;
		const facet = facetOf(target);
		if (facet && target?.dataset.value) this.#choice = { [facet]: target.dataset.value };
		else if (target?.matches('.entry') && !fits(target, this.#choice)) {
			this.#choice = {};
			requestAnimationFrame(() => target.scrollIntoView());
		} else return false;
		return true;
	}

	#choose(event: MouseEvent, link: HTMLAnchorElement) {
		if (event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		const [facet, value] = [facetOf(link), link.dataset.value!];
		if (!facet) this.#choice = {};
		else if (this.#choice[facet] === value) delete this.#choice[facet];
		else this.#choice[facet] = value;
		const query = new URLSearchParams(this.#choice).toString();
		history.replaceState(history.state, '', location.pathname + (query && `?${query}`));
		this.#apply();
	}

	#apply() {
		for (const entry of this.#entries) entry.hidden = !fits(entry, this.#choice);
		const shown = this.#entries.filter(({ hidden }) => !hidden);
		for (const list of document.querySelectorAll<HTMLElement>('.entries')) {
			const isEmpty = !list.querySelector('.entry:not([hidden])');
			list.hidden = isEmpty;
			// Between the heading and its list is the link to the heading.
			for (let above = list.previousElementSibling; above; above = above.previousElementSibling) {
				(above as HTMLElement).hidden = isEmpty;
				if (above.tagName === 'H2') break;
			}
		}
		for (const link of this.#links) this.#describe(link);
		this.#leadTab();
		const status = this.querySelector('[role="status"]')!;
		const words = this.dataset.shown!.replace('{shown}', String(shown.length));
		if (status.textContent?.trim() !== words) status.textContent = words;
	}

	/**
	 * Tab reaches the first entry of each section, and all links of the entry that has the focus;
	 * arrow keys go from entry to entry. With a stop for each link there would be hundreds.
	 */
	#leadTab() {
		const current = document.activeElement?.closest('.entry');
		const firsts = [...document.querySelectorAll('.entries')].map((list) =>
			list.querySelector('.entry:not([hidden])'),
		);
		for (const entry of this.#entries) {
			for (const link of entry.querySelectorAll('a')) {
				const isFirst = firsts.includes(entry) && link.matches('.entry-number');
				link.tabIndex = entry === current || isFirst ? 0 : -1;
			}
		}
	}

	/** Marks what is chosen, and counts what a choice would show beside the other facets. */
	#describe(link: HTMLAnchorElement) {
		const [facet, value] = [facetOf(link), link.dataset.value!];
		const isCurrent = facet ? this.#choice[facet] === value : !Object.keys(this.#choice).length;
		if (isCurrent) link.setAttribute('aria-current', 'true');
		else link.removeAttribute('aria-current');
		if (!facet) return;
		const choice = { ...this.#choice, [facet]: value };
		const count = this.#entries.filter((entry) => fits(entry, choice)).length;
		link.querySelector('small')!.textContent = String(count);
	}
}

customElements.define('claim-filter', ClaimFilter);
