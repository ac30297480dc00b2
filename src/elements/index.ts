/** Everything that wakes in the browser. The page reads without it. */
import './page-outline.ts';
import './theme-switch.ts';
