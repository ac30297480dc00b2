/**
 * For print: numbers the links that leave the site and lists their addresses at the end, each once.
 * Without script the style sheet prints the addresses of notes and sources beside their links.
 */
import { element } from '../../base/element.ts';

const leaving = 'main article a[rel~="external"]';

function numberLinks() {
	const links = [...document.querySelectorAll<HTMLAnchorElement>(leaving)];
	const article = document.querySelector('main article');
	if (!article || links.length === 0 || document.querySelector('.print-links')) return;
	const addresses = [...new Set(links.map(({ href }) => href))];
	for (const link of links) link.dataset.number = String(addresses.indexOf(link.href) + 1);
	const items = addresses.map((address) => element('li', { textContent: decodeURI(address) }));
	article.append(element('ol', { className: 'print-links' }, items));
}

addEventListener('beforeprint', numberLinks);
addEventListener('afterprint', () => {
	document.querySelector('.print-links')?.remove();
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-number]')) {
		delete link.dataset.number;
	}
});
