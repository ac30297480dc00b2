/**
 * Wakes the link menu: on a click on a block's link, and when words are selected. The menu itself
 * is loaded on first use; until then, and without script, the links are plain links.
 */
const loadMenu = () => import('./link-menu.ts');

const isPlainClick = (event: MouseEvent) =>
	event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

addEventListener('click', async (event) => {
	const control = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a.permalink');
	if (!control || !isPlainClick(event)) return;
	event.preventDefault();
	// A click by key has no count: those readers want the focus in the menu.
	(await loadMenu()).openLinkMenu(control, event.detail === 0);
});

/** A selection is offered once it has rested; reading with the mouse selects all the time. */
const restMs = 400;
let rest: ReturnType<typeof setTimeout> | undefined;

document.addEventListener('selectionchange', () => {
	clearTimeout(rest);
	const selection = getSelection();
	if (!selection || selection.isCollapsed) return;
	rest = setTimeout(async () => {
		const inArticle = (selection.anchorNode?.parentElement ?? null)?.closest('main article');
		if (inArticle && String(selection).trim().length > 1) (await loadMenu()).offerPassage();
	}, restMs);
});
