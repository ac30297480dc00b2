/**
 * Opens a card with what a link leads to, at verdicts, at terms and at every link with `data-card`.
 * Only this listener comes with the page; the card and the target's page are fetched on first use.
 * Focus alone opens nothing. Without script the links are links.
 */
const cardLinks = 'a:is(.verdicts, .term-link, [data-card])';

/** Long enough to cross a link without opening its card, short enough to feel immediate. */
const showDelayMs = 120;

function linkAt(event: Event): HTMLAnchorElement | null {
	const link = event.target instanceof Element ? event.target.closest(cardLinks) : null;
	return link as HTMLAnchorElement | null;
}

async function show(link: HTMLAnchorElement, isPinned: boolean, isWanted: () => boolean) {
	const { showCard } = await import('./target-card.ts');
	await showCard(link, isPinned, isWanted);
}

document.addEventListener('pointerover', (event) => {
	const link = linkAt(event);
	if (!link || event.pointerType === 'touch') return;
	const isWanted = () => link.matches(':hover') && !document.querySelector(':modal');
	setTimeout(() => {
		// The link itself is still there when nothing can be fetched.
		if (isWanted()) show(link, false, isWanted).catch(() => {});
	}, showDelayMs);
});
document.addEventListener('click', (event) => {
	const link = linkAt(event);
	const asks = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
	// The first tap opens the card; a tap at an open one follows the link.
	if (!link || !asks || link.getAttribute('aria-expanded') || !('popover' in link)) return;
	event.preventDefault();
	show(link, true, () => true).catch(() => location.assign(link.href));
});
