/** Arrow keys go from one block's link to the next: Tab stops at one of each section only. */
import { controls } from './link-control.ts';

addEventListener('keydown', (event) => {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
	const all = [...document.querySelectorAll<HTMLAnchorElement>(controls)].filter(
		(link) => link.checkVisibility?.() ?? true,
	);
	const at = all.indexOf(event.target as HTMLAnchorElement);
	const next = all[at + step];
	if (at < 0 || !next) return;
	event.preventDefault();
	// Screen readers skip it while they read a figure or table, but not when it has the focus.
	next.removeAttribute('aria-hidden');
	next.focus();
});
