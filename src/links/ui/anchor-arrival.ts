/**
 * Brings readers to the block an address names when the browser alone cannot: the fragment was
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
	if (location.hash.length < 2) return;
	const target = targetOf(location.hash);
	if (target) reveal(target);
	// The 404 page has its own answer.
	else if (!document.querySelector('lost-link')) {
		const { followLostFragment } = await loadAgain(() => import('./follow-lost.ts'));
		await followLostFragment();
	}
}

const quietly = () => arrive().catch(() => {});
addEventListener('hashchange', quietly);
quietly();
