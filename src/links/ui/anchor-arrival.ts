/**
 * Brings readers to the block an address names when the browser alone cannot: the address was
 * damaged, the block has moved to another page, or it stands in something closed.
 */
import { loadAgain } from '../../base/load-again.ts';

/** Opens what the target stands in; browsers that do so themselves find it open. */
function reveal(target: Element) {
	let shut = target.closest<HTMLDetailsElement>('details:not([open])');
	if (!shut) return;
	for (; shut; shut = target.closest<HTMLDetailsElement>('details:not([open])')) shut.open = true;
	target.scrollIntoView();
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
	const is404 = document.querySelector('main [data-edition]') !== null;
	if (location.hash.length < 2 && !is404) return;
	const target = is404 ? null : targetOf(location.hash);
	if (target) reveal(target);
	else await (await loadAgain(() => import('./follow-lost.ts'))).followLost();
}

const quietly = () => arrive().catch(() => {});
addEventListener('hashchange', quietly);
quietly();
