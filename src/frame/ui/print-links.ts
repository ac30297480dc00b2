/**
 * For print: numbers the links that leave the site and lists their addresses at the end, each once.
 * Without script the style sheet prints the addresses of notes and sources beside their links.
 */
const leaving = 'main article a[rel~="external"]';

function numberLinks() {
	const links = [...document.querySelectorAll<HTMLAnchorElement>(leaving)];
	const article = document.querySelector('main article');
	if (!article || links.length === 0 || document.querySelector('.print-links')) return;
	const list = article.appendChild(document.createElement('ol'));
	list.className = 'print-links';
	const numbers = new Map<string, number>();
	for (const link of links) {
		if (!numbers.has(link.href)) {
			numbers.set(link.href, numbers.size + 1);
			list.appendChild(document.createElement('li')).textContent = decodeURI(link.href);
		}
		link.dataset.number = String(numbers.get(link.href));
	}
}

addEventListener('beforeprint', numberLinks);
addEventListener('afterprint', () => {
	document.querySelector('.print-links')?.remove();
	for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-number]')) {
		delete link.dataset.number;
	}
});
