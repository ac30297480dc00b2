/** How long a notice stays in view. */
const noticeMs = 8000;

/** Says in one sentence that a file of the page could not be fetched, and that the text stays. */
export function sayUnfetched(): void {
	document.querySelector('.notice')?.remove();
	const notice = document.createElement('p');
	notice.className = 'notice';
	notice.setAttribute('role', 'status');
	document.body.append(notice);
	// A live region is read out when its text changes after it is there.
	requestAnimationFrame(() => (notice.textContent = document.documentElement.dataset.unfetched!));
	setTimeout(() => notice.remove(), noticeMs);
}

/**
 * Does what a link does, for a script that could not be fetched. Offline this would lead to the
 * browser's error page: the page then says so and stays.
 */
export function followPlainly({ href }: HTMLAnchorElement): void {
	if (navigator.onLine) location.assign(href);
	else sayUnfetched();
}
