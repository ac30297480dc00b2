/** Everything that wakes in the browser. The page reads without it. */
import './page-outline.ts';
import './site-search.ts';
import './theme-switch.ts';
