/** Everything that wakes in the browser. The page reads without it. */
import './anchor-arrival.ts';
import './language-switch.ts';
import './link-control.ts';
import './lost-link.ts';
import './page-outline.ts';
import './popovers.ts';
import './site-search.ts';
import './theme-switch.ts';
