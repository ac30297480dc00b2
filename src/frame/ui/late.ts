/** What no reader needs before the first touch, key or scroll: loaded then. */
import './close-on-back.ts';
import '../../links/ui/copy-page.ts';
import '../../links/ui/link-arrows.ts';
import './prefetch.ts';
import './print-links.ts';
