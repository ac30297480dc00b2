/**
 * Brings readers to the block a link names when the browser alone cannot: the fragment was damaged
 * on its way, the block has moved to another page, or it stands in something closed. Where the id
 * is on the page, the browser has done the work and nothing happens here.
 */
import { repairedId } from '../repair.ts';

const isHere = (id: string) => document.getElementById(id) !== null;

/** Opens what the target stands in; browsers that do so themselves find it open. */
function reveal(target: Element) {
	let shut = target.closest<HTMLDetailsElement>('details:not([open])');
	if (!shut) return;
	for (; shut; shut = target.closest<HTMLDetailsElement>('details:not([open])')) shut.open = true;
	target.scrollIntoView();
}

async function arrive() {
	const fragment = location.hash.slice(1);
	if (!fragment) return;
	const target = document.getElementById(fragment);
	if (target) {
		reveal(target);
		return;
	}
	const id = repairedId(fragment, isHere);
	// Replacing keeps the damaged address out of the history, so Back leads where the reader was.
	if (id) location.replace(`#${id}`);
	else (await import('../follow-lost.ts')).followLostFragment(fragment);
}

addEventListener('hashchange', arrive);
arrive();
