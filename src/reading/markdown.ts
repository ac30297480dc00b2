import { blockIds } from './block-ids.ts';
import { siteLinks } from './links.ts';
import { locators } from './locators.ts';
import { spans } from './spans.ts';

/**
 * What turns a page's Markdown into prose, in order: `spans` comes last because it cuts the text
 * nodes that the others read.
 * @param base the site's base path
 */
export const markdownPlugins = (base: string) => [siteLinks(base), blockIds, locators(base), spans];
