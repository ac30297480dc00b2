/**
 * Opens the contents over the page, on windows too narrow to have them beside it. Without script,
 * and where the browser has no popovers, the link leads to the contents at the top of the page.
 */
class MenuLink extends HTMLElement {
	connectedCallback() {
		const link = this.querySelector('a');
		const contents = document.getElementById('contents');
		if (!link || !contents?.togglePopover || link.role) return;
		link.role = 'button';
		link.setAttribute('aria-expanded', 'false');
		const toggle = (event: Event) => {
			event.preventDefault();
			contents.togglePopover();
		};
		link.addEventListener('click', toggle);
		link.addEventListener('keydown', (event) => event.key === ' ' && toggle(event));
		contents.addEventListener('click', (event) => {
			if (event.target instanceof Element && event.target.closest('a')) contents.hidePopover();
		});
		contents.addEventListener('toggle', (event) => {
			const isOpen = event.newState === 'open';
			link.setAttribute('aria-expanded', String(isOpen));
			if (isOpen) contents.querySelector<HTMLElement>('[aria-current]')?.focus();
		});
	}
}

customElements.define('menu-link', MenuLink);
