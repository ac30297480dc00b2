const facets = ['check', 'kind', 'section'] as const;
type Facet = (typeof facets)[number];
type Choice = Partial<Record<Facet, string>>;

/**
 * Filters the list of claims by check, kind and section together, keeps the choice in the address
 * (`?check=conflict&kind=fact`) and says how many are left. Without script the links in it filter
 * by `:target`, one at a time.
 */
class ClaimFilter extends HTMLElement {
	#choice: Choice = {};
	#entries: HTMLElement[] = [];
	#isReady = false;

	connectedCallback() {
		if (this.#isReady) return;
		this.#isReady = true;
		this.#entries = [...document.querySelectorAll<HTMLElement>('.entry[data-check]')];
		const asked = new URLSearchParams(location.search);
		for (const facet of facets) {
			const value = asked.get(facet);
			if (value && this.#link(facet, value)) this.#choice[facet] = value;
		}
		this.#followHash();
		this.#apply();
		document.addEventListener('focusin', () => this.#leadTab());
		this.addEventListener('click', (event) => this.#choose(event));
		addEventListener('hashchange', () => this.#followHash() && this.#apply());
	}

	#link(facet: Facet, value: string): HTMLAnchorElement | undefined {
		const links = this.querySelectorAll<HTMLAnchorElement>(`[data-facet="${facet}"] a`);
		return [...links].find((link) => link.dataset.value === value);
	}

	/** Links made without script (`#only-conflict`) choose; a link to a hidden entry shows all. */
	#followHash(): boolean {
		const id = location.hash.slice(1);
		const target = id ? document.getElementById(id) : null;
		const facet = target?.closest<HTMLElement>('[data-facet]')?.dataset.facet as Facet | undefined;
		if (facet && target?.dataset.value) this.#choice = { [facet]: target.dataset.value };
		else if (target?.matches('.entry') && !this.#fits(target, this.#choice)) {
			this.#choice = {};
			requestAnimationFrame(() => target.scrollIntoView());
		} else return false;
		return true;
	}

	#choose(event: MouseEvent) {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-value]');
		const facet = link?.closest<HTMLElement>('[data-facet]')?.dataset.facet as Facet | undefined;
		if (!link || !facet || event.ctrlKey || event.metaKey || event.shiftKey) return;
		event.preventDefault();
		const value = link.dataset.value ?? '';
		if (value && this.#choice[facet] !== value) this.#choice[facet] = value;
		else delete this.#choice[facet];
		const query = new URLSearchParams(this.#choice).toString();
		history.replaceState(history.state, '', location.pathname + (query && `?${query}`));
		this.#apply();
	}

	#fits(entry: HTMLElement, choice: Choice): boolean {
		return facets.every(
			(facet) => !choice[facet] || entry.closest(`[data-${facet}='${choice[facet]}']`),
		);
	}

	#apply() {
		const shown = this.#entries.filter((entry) => this.#fits(entry, this.#choice));
		const isShown = new Set(shown.map(({ id }) => id));
		for (const entry of this.#entries) entry.hidden = !isShown.has(entry.id);
		for (const list of document.querySelectorAll<HTMLElement>('.entries')) {
			const isEmpty = !list.querySelector('.entry:not([hidden])');
			list.hidden = isEmpty;
			// Between the heading and its list is the link to the heading.
			for (let above = list.previousElementSibling; above; above = above.previousElementSibling) {
				(above as HTMLElement).hidden = isEmpty;
				if (above.tagName === 'H2') break;
			}
		}
		for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-value]')) {
			this.#describe(link);
		}
		this.#leadTab();
		const status = this.querySelector('[role="status"]');
		const told = (this.dataset.shown ?? '').replace('{shown}', String(shown.length));
		if (status && status.textContent?.trim() !== told) status.textContent = told;
	}

	/**
	 * Tab reaches the first entry of each section, and all links of the entry that has the focus;
	 * arrow keys go from entry to entry. A stop a link would be hundreds.
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
		const facet = link.closest<HTMLElement>('[data-facet]')!.dataset.facet as Facet;
		const value = link.dataset.value ?? '';
		if ((this.#choice[facet] ?? '') === value) link.setAttribute('aria-current', 'true');
		else link.removeAttribute('aria-current');
		const count = link.querySelector('small');
		if (!count) return;
		const choice = { ...this.#choice, [facet]: value };
		count.textContent = String(this.#entries.filter((entry) => this.#fits(entry, choice)).length);
	}
}

customElements.define('claim-filter', ClaimFilter);
