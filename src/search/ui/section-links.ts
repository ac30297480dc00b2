import { pathOf, withBase } from '../../base/urls.ts';
import type { SearchWords } from '../../base/words/index.ts';
import type { Site } from '../bundle.ts';
import { element } from './element.ts';

/** Pages of the navigation, as a list of links, and the report on one page: they need no index. */
export function sectionLinks({ base, language }: Site, words: SearchWords): HTMLElement {
	const links = document.querySelectorAll<HTMLAnchorElement>('nav.contents > * > ol > li > a');
	const pages = [...links].map(({ href, textContent }) => element('a', { href, textContent }));
	const whole = withBase(pathOf('report', language), base);
	const report = element('a', { href: whole, textContent: words.wholeReport });
	const items = [...pages, report].map((link) => element('li', {}, [link]));
	return element('ul', { className: 'search-sections' }, items);
}
