/** Everything that runs in the browser. The page reads without it. */
import { sayUnfetched } from '../../base/follow.ts';
import { isPlainKey } from '../../base/keys.ts';
import { loadAgain } from '../../base/load-again.ts';
import { loadWords } from '../../base/words/load.ts';
import '../../links/ui/anchor-arrival.ts';
import './both-editions.ts';
import './language-switch.ts';
import '../../links/ui/link-control.ts';
import './masthead-bar.ts';
import './menu-link.ts';
import './open-details.ts';
import './page-outline.ts';
import '../../claims/ui/popovers.ts';
import '../../search/ui/site-search.ts';
import './theme-switch.ts';

/** What stands on single pages is loaded there; all that pages share is one file. */
const ofSinglePages = {
	'claim-filter': () => import('../../claims/ui/claim-filter.ts'),
	'search-page': () => import('../../search/ui/search-page.ts'),
};
for (const [name, load] of Object.entries(ofSinglePages)) {
	if (document.querySelector(name)) loadAgain<unknown>(load).catch(sayUnfetched);
}

/** `?`, in half or full width and not where one types, or Ctrl with `/` lists the keys. */
addEventListener('keydown', (event) => {
	const { key, ctrlKey } = event;
	if (!(/[?？]/.test(key) && isPlainKey(event)) && !(ctrlKey && key === '/')) return;
	Promise.all([loadAgain(() => import('./keys-dialog.ts')), loadWords('links')]).then(
		([{ showKeys }, words]) => showKeys(words.keys),
		sayUnfetched,
	);
});

const loadLate = () => void loadAgain(() => import('./late.ts')).catch(() => {});
for (const moment of ['pointerdown', 'keydown', 'scroll', 'focusin']) {
	addEventListener(moment, loadLate, { once: true, passive: true });
}
// A resting pointer causes this event on each new page too: only controls count.
addEventListener('pointerover', ({ target }) => {
	if ((target as Element).closest('a, button')) loadLate();
});
