/**
 * Blocks' links. A click puts the block's address into the address bar and marks the block, without
 * a jump and without a step in the history; then the menu opens, which is loaded on first use. If
 * it cannot be loaded, the link has done what a link does. Arrow keys go from link to link.
 */
import { sayUnfetched } from '../../base/follow.ts';
import { loadAgain } from '../../base/load-again.ts';

const loadMenu = () => loadAgain(() => import('./link-menu.ts'));

const controls = 'article :is(.permalink > a, a.entry-number)';
const controlOf = (event: Event) =>
	(event.target as Element | null)?.closest?.<HTMLAnchorElement>(controls);

const isPlainClick = (event: MouseEvent) =>
	event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** What was selected when a link was pressed; the press itself ends the selection. */
let selected: Range | undefined;

addEventListener('pointerdown', (event) => {
	if (!controlOf(event)) return;
	const selection = getSelection();
	selected = selection && !selection.isCollapsed ? selection.getRangeAt(0).cloneRange() : undefined;
});

addEventListener('pointerover', (event) => {
	// A failure here is met again, and answered, at the click.
	if (controlOf(event)) loadMenu().catch(() => {});
});

addEventListener('click', async (event) => {
	const control = controlOf(event);
	if (!control || !isPlainClick(event)) return;
	event.preventDefault();
	const { scrollX, scrollY } = window;
	location.replace(control.hash);
	scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
	// Going to a fragment takes the focus away.
	control.focus({ preventScroll: true });
	// A click by key has no count: those readers want the focus in the menu.
	const byKey = event.detail === 0;
	const selection =
		byKey && !getSelection()?.isCollapsed ? getSelection()?.getRangeAt(0) : selected;
	try {
		await (await loadMenu()).openLinkMenu(control, byKey, selection);
	} catch {
		// The address bar has the link.
		sayUnfetched();
	}
});

addEventListener('keydown', (event) => {
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	const control = controlOf(event);
	if (!step || !control || event.altKey || event.ctrlKey || event.metaKey) return;
	const all = [...document.querySelectorAll<HTMLAnchorElement>(controls)].filter(
		(link) => link.checkVisibility?.() ?? true,
	);
	const next = all[all.indexOf(control) + step];
	if (!next) return;
	event.preventDefault();
	// Hidden from readings of figures and tables, but not from who goes to it.
	next.parentElement?.removeAttribute('aria-hidden');
	next.focus();
});
