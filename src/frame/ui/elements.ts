/** Everything that runs in the browser. The page reads without it. */
import '../../links/ui/anchor-arrival.ts';
import './both-editions.ts';
import './language-switch.ts';
import '../../links/ui/link-control.ts';
import '../../links/ui/lost-link.ts';
import './masthead-bar.ts';
import './menu-link.ts';
import './page-outline.ts';
import '../../claims/ui/popovers.ts';
import '../../search/ui/site-search.ts';
import './theme-switch.ts';
import './prefetch.ts';
import './print-links.ts';
// Last: it leaves alone what the others have answered.
import './close-on-back.ts';
