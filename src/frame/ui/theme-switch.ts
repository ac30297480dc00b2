const root = document.documentElement;
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

/**
 * Switches between the light and the dark theme and remembers the choice. Choosing what the
 * system shows anyway forgets it, so that the site follows the system again.
 * Without script there is no switch and the system decides.
 */
class ThemeSwitch extends HTMLElement {
	#button: HTMLButtonElement | undefined;

	connectedCallback() {
		if (this.#button) return;
		this.#button = this.appendChild(document.createElement('button'));
		this.#button.type = 'button';
		this.#button.innerHTML =
			'<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7"/><path d="M10 3v14a7 7 0 0 0 0-14z" fill="currentcolor"/></svg>';
		this.#button.addEventListener('click', () => this.#toggle());
		systemIsDark.addEventListener('change', () => this.#describe());
		this.#describe();
	}

	#isDark(): boolean {
		return root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches;
	}

	#toggle() {
		const theme = this.#isDark() ? 'light' : 'dark';
		const followsSystem = (theme === 'dark') === systemIsDark.matches;
		if (followsSystem) delete root.dataset.theme;
		else root.dataset.theme = theme;
		try {
			if (followsSystem) localStorage.removeItem('theme');
			else localStorage.setItem('theme', theme);
		} catch {
			// Storage may be blocked; the choice then lasts as long as the page.
		}
		this.#describe();
	}

	#describe() {
		const label = this.#isDark() ? this.dataset.toLight : this.dataset.toDark;
		this.#button?.setAttribute('aria-label', label ?? '');
		this.#button?.setAttribute('title', label ?? '');
	}
}

customElements.define('theme-switch', ThemeSwitch);
