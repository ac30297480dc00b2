/** Says in one sentence that a file of the page could not be fetched, and that the text stays. */
export function sayUnfetched(): void {
	const notice = document.createElement('p');
	notice.role = 'alert';
	notice.popover = 'auto';
	notice.textContent = document.documentElement.dataset.unfetched!;
	document.body.append(notice);
	notice.showPopover?.();
}

/**
 * Does what a link does, for a script that could not be fetched. Offline this would lead to the
 * browser's error page: the page then says so and stays.
 */
export function followPlainly({ href }: HTMLAnchorElement): void {
	if (navigator.onLine) location.assign(href);
	else sayUnfetched();
}
