/**
 * Brings readers to the block an address names when the browser alone cannot: the address was
 * damaged, the block has moved to another page, or it stands in something closed.
 */
import { loadAgain } from '../../base/load-again.ts';

/**
 * A `#` that was encoded with what stands before it, or written out for crawlers; a search may have
 * one among its words.
 */
const encodedHash = /^\?(?!q=).*(%(25)*23|_escaped_f)/;

/** Opens what the target stands in; browsers that do so themselves find it open. */
function reveal(target: Element) {
	const all = document.querySelectorAll<HTMLDetailsElement>('details:not([open])');
	const shut = [...all].filter((details) => details.contains(target));
	for (const details of shut) details.open = true;
	if (shut.length > 0) target.scrollIntoView();
}

function targetOf(hash: string): Element | null {
	try {
		return document.getElementById(decodeURIComponent(hash.slice(1)));
	} catch {
		return null;
	}
}

async function arrive() {
	document.querySelector('.lost')?.remove();
	const { hash, search } = location;
	const is404 = document.querySelector('main [data-edition]');
	// Every page has a top: https://html.spec.whatwg.org/#the-indicated-part-of-the-document
	const isWhole = !hash || /^#top$/i.test(hash);
	if (isWhole && !is404 && !encodedHash.test(search)) return;
	const target = !is404 && targetOf(hash);
	if (target) reveal(target);
	else await (await loadAgain(() => import('./follow-lost.ts'))).followLost();
}

const quietly = () => arrive().catch(() => {});
addEventListener('hashchange', quietly);
quietly();
