/**
 * Moves through the options of a listbox from its combobox, after the WAI-ARIA APG pattern: the
 * focus stays in the box, `aria-activedescendant` tells which option is meant.
 */
export class Options {
	readonly #input: HTMLInputElement;
	readonly #list: HTMLElement;
	#active: HTMLAnchorElement | undefined;
	/** Whether the reader moved into the list, rather than typing. */
	isMoved = false;

	constructor(input: HTMLInputElement, list: HTMLElement) {
		this.#input = input;
		this.#list = list;
		input.addEventListener('keydown', (event) => this.#onKey(event));
	}

	/** Position of the option that is meant; -1 when there is none. */
	get at(): number {
		return this.#active ? this.#all().indexOf(this.#active) : -1;
	}

	/** Takes up a list that was filled anew; Enter follows its first option, or the one at `at`. */
	refresh(at = 0): void {
		for (const [place, option] of this.#all().entries()) option.id = `${this.#list.id}-${place}`;
		this.#input.ariaExpanded = String(this.#all().length > 0);
		this.isMoved = at > 0;
		this.#mean(this.#all()[Math.max(0, at)]);
	}

	#all(): HTMLAnchorElement[] {
		return [...this.#list.querySelectorAll<HTMLAnchorElement>('[role="option"]')];
	}

	#mean(option: HTMLAnchorElement | undefined): void {
		if (this.#active) this.#active.ariaSelected = 'false';
		if (option) option.ariaSelected = 'true';
		this.#active = option;
		this.#input.setAttribute('aria-activedescendant', option?.id ?? '');
		option?.scrollIntoView({ block: 'nearest' });
	}

	#onKey(event: KeyboardEvent): void {
		// While an input method is composing, keys belong to it: Enter ends the composition.
		if (event.isComposing || event.keyCode === 229) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const options = this.#all();
		if (step && options.length > 0) {
			event.preventDefault();
			this.isMoved = true;
			const to = this.at < 0 && step < 0 ? -1 : this.at + step;
			this.#mean(options.at(to % options.length));
		} else if (event.key === 'Enter') {
			event.preventDefault();
			// On a phone, Enter only puts the keyboard away: a hit is followed by touching it.
			if (matchMedia('(pointer: coarse)').matches) this.#input.blur();
			else if (event.ctrlKey || event.metaKey) {
				this.#active?.dispatchEvent(new MouseEvent('auxclick'));
				if (this.#active) window.open(this.#active.href, '_blank', 'noopener');
			} else this.#active?.click();
		}
	}
}
