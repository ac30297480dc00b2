const root = document.documentElement;
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

const key = 'theme';

/** The theme the reader chose; `null` when the system decides. Storage may be blocked. */
function storedTheme(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return root.dataset[key] ?? null;
	}
}

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemIsDark.matches);

/** Shows a theme, in the window's own bar too; with `null` what the system asks for. */
function show(theme: string | null) {
	if (theme) root.dataset.theme = theme;
	else delete root.dataset.theme;
	for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const { light = '', dark = '' } = meta.dataset;
		const own = meta.media.includes('dark') ? dark : light;
		meta.content = theme ? (theme === 'dark' ? dark : light) : own;
	}
	for (const element of document.querySelectorAll<ThemeSwitch>('theme-switch')) element.describe();
}

/**
 * Switches between the light and the dark theme and remembers the choice, for all tabs. Choosing
 * what the system shows anyway forgets it, so that the site follows the system again.
 * Without script there is no switch and the system decides.
 */
class ThemeSwitch extends HTMLElement {
	#button: HTMLButtonElement | undefined;

	connectedCallback() {
		if (this.#button) return;
		this.#button = this.appendChild(document.createElement('button'));
		this.#button.type = 'button';
		this.#button.addEventListener('click', () => this.#toggle());
		this.describe();
	}

	/** Says what a click does. */
	describe() {
		const label = isDark() ? this.dataset.toLight : this.dataset.toDark;
		this.#button?.setAttribute('aria-label', label ?? '');
		this.#button?.setAttribute('title', label ?? '');
	}

	#toggle() {
		const theme = isDark() ? 'light' : 'dark';
		const followsSystem = (theme === 'dark') === systemIsDark.matches;
		show(followsSystem ? null : theme);
		try {
			if (followsSystem) localStorage.removeItem(key);
			else localStorage.setItem(key, theme);
		} catch {
			// The choice then lasts as long as the page.
		}
	}
}

customElements.define('theme-switch', ThemeSwitch);

const showStored = () => show(storedTheme());
systemIsDark.addEventListener('change', showStored);
// Another tab chose, or this page comes back as it was left.
addEventListener('storage', showStored);
addEventListener('pageshow', showStored);
showStored();
