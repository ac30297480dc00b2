/**
 * Opens a popover at the marks of claims and at terms. Only this listener comes with the page; the
 * card and its texts are fetched on first use. Without script the marks are links to the entries.
 */
const markSelector = '.claim-mark, .term-link';

function markAt(event: Event): HTMLAnchorElement | null {
	return event.target instanceof Element ? event.target.closest(markSelector) : null;
}

async function show(mark: HTMLAnchorElement, by: 'hover' | 'focus' | 'click') {
	const { showCard } = await import('./claim-card.ts');
	await showCard(mark, by);
}

/** Hover and focus are offers: when nothing can be fetched, the link itself is still there. */
const offer = (mark: HTMLAnchorElement, by: 'hover' | 'focus') => show(mark, by).catch(() => {});

document.addEventListener('pointerover', (event) => {
	const mark = markAt(event);
	if (mark && event.pointerType !== 'touch') offer(mark, 'hover');
});
document.addEventListener('focusin', (event) => {
	const mark = markAt(event);
	if (mark?.matches(':focus-visible')) offer(mark, 'focus');
});
document.addEventListener('click', (event) => {
	const mark = markAt(event);
	const asks = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey);
	// The first tap opens the card; a tap on an open one follows the link.
	if (!mark || !asks || mark.ariaExpanded === 'true') return;
	event.preventDefault();
	show(mark, 'click').catch(() => location.assign(mark.href));
});
