/**
 * Blocks' links. A click puts the block's address into the address bar and marks the block, without
 * a jump and without a step in the history; then the menu opens, which is loaded on first use. If
 * it cannot be loaded, the link has done what a link does.
 */
import { sayUnfetched } from '../../base/follow.ts';
import { loadAgain } from '../../base/load-again.ts';
import { loadWords } from '../../base/words/load.ts';

const loadMenu = () => Promise.all([loadAgain(() => import('./link-menu.ts')), loadWords('links')]);

/** Links of blocks that a reader can use. */
export const controls = 'article :is(.permalink > :first-child, a.entry-number)';
const controlOf = (event: Event) =>
	(event.target as Element | null)?.closest?.<HTMLAnchorElement>(controls);

const rangeNow = () => {
	const selection = getSelection();
	return selection?.isCollapsed ? undefined : selection?.getRangeAt(0).cloneRange();
};

/** What was selected when a link was pressed; the press itself ends the selection. */
let selected: Range | undefined;

addEventListener('pointerdown', (event) => {
	if (controlOf(event)) selected = rangeNow();
});

addEventListener('pointerover', (event) => {
	// A failure here is met again, and answered, at the click.
	if (controlOf(event)) loadMenu().catch(() => {});
});

addEventListener('click', async (event) => {
	const control = controlOf(event);
	if (!control || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
	event.preventDefault();
	const { scrollX, scrollY } = window;
	location.replace(control.hash);
	scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
	// Going to a fragment takes the focus away.
	control.focus({ preventScroll: true });
	// A click by key has no count: those readers want the focus in the menu.
	const byKey = event.detail === 0;
	const selection = byKey ? rangeNow() : selected;
	try {
		const [{ openLinkMenu }, words] = await loadMenu();
		await openLinkMenu(words, control, byKey, selection);
	} catch {
		// The address bar has the link.
		sayUnfetched();
	}
});
