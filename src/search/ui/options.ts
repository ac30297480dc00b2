/**
 * Moves through the options of a listbox from its combobox, after the WAI-ARIA APG pattern: the
 * focus stays in the box, `aria-activedescendant` names the active option.
 */
export function movingThrough(input: HTMLInputElement, list: HTMLElement) {
	let active: HTMLAnchorElement | undefined;
	/** Whether the reader moved into the list, rather than typing. */
	let isMoved = false;
	const all = () => [...list.querySelectorAll<HTMLAnchorElement>('.hit')];
	const at = () => (active ? all().indexOf(active) : -1);

	function activate(option: HTMLAnchorElement | undefined): void {
		if (active) active.ariaSelected = 'false';
		if (option) option.ariaSelected = 'true';
		active = option;
		input.setAttribute('aria-activedescendant', option?.id ?? '');
		option?.scrollIntoView({ block: 'nearest' });
	}

	input.addEventListener('keydown', (event) => {
		// While an input method is composing, keys belong to it: Enter ends the composition.
		if (event.isComposing || event.keyCode === 229) return;
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const options = all();
		if (step && options.length > 0) {
			event.preventDefault();
			isMoved = true;
			activate(options.at((at() < 0 && step < 0 ? -1 : at() + step) % options.length));
		} else if (event.key === 'Enter') {
			event.preventDefault();
			// On a phone, Enter only puts the keyboard away: a hit is followed by touching it.
			if (matchMedia('(pointer: coarse)').matches) input.blur();
			else if (event.ctrlKey || event.metaKey) {
				active?.dispatchEvent(new MouseEvent('auxclick'));
				if (active) window.open(active.href, '_blank', 'noopener');
			} else active?.click();
		}
	});
	return {
		/** Position of the active option; -1 when there is none. */
		at,
		isMoved: () => isMoved,
		/** Takes a list that was filled anew and makes its first option active, or the one at `to`. */
		refresh(to: number): void {
			const options = all();
			for (const part of list.querySelectorAll('ul, li')) part.role = 'presentation';
			for (const [place, option] of options.entries()) {
				const id = `${list.id}-${place}`;
				Object.assign(option, { id, role: 'option', ariaSelected: 'false', tabIndex: -1 });
			}
			input.ariaExpanded = String(options.length > 0);
			isMoved = to > 0;
			activate(options[Math.max(0, to)]);
		},
	};
}
