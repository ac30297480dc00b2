/**
 * Moves through the options of a listbox from its combobox, after the WAI-ARIA APG pattern: the
 * focus stays in the box, `aria-activedescendant` tells which option is meant.
 */
export class Options {
	readonly #input: HTMLInputElement;
	readonly #list: HTMLElement;
	#active: HTMLElement | undefined;

	constructor(input: HTMLInputElement, list: HTMLElement) {
		this.#input = input;
		this.#list = list;
		input.addEventListener('keydown', (event) => this.#onKey(event));
	}

	/** Takes up a list that was filled anew; its first option is meant, so Enter follows it. */
	refresh(): void {
		for (const [at, option] of this.#all().entries()) option.id = `${this.#list.id}-${at}`;
		this.#input.ariaExpanded = String(this.#all().length > 0);
		this.#mean(this.#all()[0]);
	}

	#all(): HTMLElement[] {
		return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
	}

	#mean(option: HTMLElement | undefined): void {
		if (this.#active) this.#active.ariaSelected = 'false';
		this.#active = option;
		if (!option) {
			this.#input.removeAttribute('aria-activedescendant');
			return;
		}
		option.ariaSelected = 'true';
		this.#input.setAttribute('aria-activedescendant', option.id);
		option.scrollIntoView({ block: 'nearest' });
	}

	#onKey(event: KeyboardEvent): void {
		// While an input method is composing, keys belong to it: Enter ends the composition.
		if (event.isComposing || event.keyCode === 229) return;
		const options = this.#all();
		if (options.length === 0) return;
		const at = this.#active ? options.indexOf(this.#active) : -1;
		const steps: Record<string, number> = {
			ArrowDown: at + 1,
			ArrowUp: at < 0 ? -1 : at - 1,
		};
		const step = steps[event.key];
		if (step !== undefined) {
			event.preventDefault();
			this.#mean(options.at(step % options.length));
		} else if (event.key === 'Enter' && this.#active) {
			event.preventDefault();
			this.#active.click();
		}
	}
}
