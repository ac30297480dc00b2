/** Everything that wakes in the browser. The page reads without it. */
import './language-switch.ts';
import './page-outline.ts';
import './popovers.ts';
import './theme-switch.ts';
