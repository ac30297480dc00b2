const themeRoot = document.documentElement;
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
const themeKey = 'theme';
const isDark = () =>
	themeRoot.dataset.theme ? themeRoot.dataset.theme === 'dark' : systemIsDark.matches;

/**
 * Switches between the light and the dark theme and remembers the choice, for all tabs. Choosing
 * what the system shows anyway forgets it, so that the site follows the system again.
 * Without script there is no switch and the system decides.
 */
class ThemeSwitch extends HTMLElement {
	connectedCallback() {
		const button = this.appendChild(document.createElement('button'));
		button.type = 'button';
		const describe = () => {
			button.title = (isDark() ? this.dataset.toLight : this.dataset.toDark)!;
		};
		/** Says what a click does, and colours the window's own bar as the page. */
		const show = () => {
			describe();
			for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
				meta.content = getComputedStyle(document.body).backgroundColor;
			}
		};
		button.addEventListener('click', () => {
			const theme = isDark() ? 'light' : 'dark';
			const choice = (theme === 'dark') === systemIsDark.matches ? '' : theme;
			themeRoot.dataset.theme = choice;
			show();
			try {
				if (choice) localStorage.setItem(themeKey, choice);
				else localStorage.removeItem(themeKey);
			} catch {
				// The choice then lasts as long as the page.
			}
		});
		const showStored = () => {
			try {
				themeRoot.dataset.theme = localStorage.getItem(themeKey) ?? '';
			} catch {
				// Storage may be blocked.
			}
			show();
		};
		systemIsDark.addEventListener('change', show);
		// Another tab chose, or this page comes back as it was left.
		addEventListener('storage', showStored);
		addEventListener('pageshow', ({ persisted }) => persisted && showStored());
		if (themeRoot.dataset.theme) show();
		else describe();
	}
}

customElements.define('theme-switch', ThemeSwitch);
