/**
 * Fetches a page of this site when the reader rests on a link to it, so that it is there on the
 * click. Not for readers who save data.
 */
import { element } from '../../base/element.ts';

const restMs = 80;
const { saveData = false } =
	(navigator as { connection?: { saveData?: boolean } }).connection ?? {};
const asked = new Set([location.pathname]);
let rest: ReturnType<typeof setTimeout> | undefined;

function prefetch(link: HTMLAnchorElement) {
	asked.add(link.pathname);
	document.head.append(element('link', { rel: 'prefetch', href: link.pathname + link.search }));
}

function offer(event: Event) {
	clearTimeout(rest);
	const link =
		event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href]');
	if (!link || link.origin !== location.origin || asked.has(link.pathname)) return;
	if (link.download || !link.pathname.endsWith('/')) return;
	// The card of a link to a block fetches the page by itself.
	if (link.hash && link.closest('main')) return;
	rest = setTimeout(() => prefetch(link), restMs);
}

if (!saveData) {
	for (const moment of ['pointerover', 'focusin', 'touchstart']) {
		document.addEventListener(moment, offer, { passive: true });
	}
}
