/** Everything that runs in the browser. The page reads without it. */
import '../../links/ui/anchor-arrival.ts';
import './both-editions.ts';
import './language-switch.ts';
import '../../links/ui/link-control.ts';
import './masthead-bar.ts';
import './menu-link.ts';
import './page-outline.ts';
import '../../claims/ui/popovers.ts';
import '../../search/ui/site-search.ts';
import './theme-switch.ts';

const loadLate = () => void import('./late.ts');
for (const moment of ['pointerover', 'pointerdown', 'keydown', 'scroll', 'focusin']) {
	addEventListener(moment, loadLate, { once: true, passive: true });
}
