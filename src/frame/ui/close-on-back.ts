/**
 * On a phone, Back closes what is open (menu, search, card, link menu) before it leaves the page.
 * What opens puts an entry into the history; what closes otherwise takes it out again. The search
 * dialog keeps an entry of its own, on every device, since Back also brings its hits back.
 */
const isPhone = matchMedia('(pointer: coarse)');
const openedKey = 'opened';
const open = new Set<HTMLElement>();

const isOurs = () => Boolean((history.state as Record<string, unknown> | null)?.[openedKey]);

function close(element: HTMLElement) {
	if (element instanceof HTMLDialogElement && element.open) element.close();
	else if (element.matches('[popover]:popover-open')) element.hidePopover();
}

function noteOpened(element: HTMLElement) {
	if (!isPhone.matches || element.matches('.search-dialog')) return;
	open.add(element);
	if (!isOurs()) history.pushState({ ...history.state, [openedKey]: true }, '');
}

// This script comes with the first touch, which may already have opened something.
for (const element of document.querySelectorAll<HTMLElement>(':popover-open')) noteOpened(element);

document.addEventListener(
	'toggle',
	(event) => {
		const element = event.target;
		if (!(element instanceof HTMLElement) || element instanceof HTMLDetailsElement) return;
		if (event.newState === 'open') noteOpened(element);
		else if (event.newState === 'closed' && open.delete(element) && open.size === 0) {
			if (isOurs()) history.back();
		}
	},
	true,
);

addEventListener('popstate', () => {
	for (const element of open) close(element);
});

// A link followed from something open takes the place of its entry.
document.addEventListener('click', (event) => {
	const link =
		event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
	if (!link || event.defaultPrevented || event.button !== 0 || !isOurs()) return;
	if (link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
	event.preventDefault();
	const all = [...open];
	open.clear();
	for (const element of all) close(element);
	location.replace(link.href);
});
