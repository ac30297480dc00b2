/** Shows the other edition beside this one, block by block: both carry the same ids. */
import { adoptStyle } from '../../base/adopt-style.ts';
import { element } from '../../base/element.ts';
import { fetchArticle } from '../../base/fetch-article.ts';
import css from './beside.css?inline';

/** Controls of the other page, which do nothing here. */
const leftOut = '.permalink, claim-filter, both-editions';
const naming = ['id', 'aria-labelledby', 'aria-describedby', 'for'];

/** Takes the controls out of the other page, and gives it ids that are not those of this page. */
function setApart(other: Document, suffix: string) {
	for (const one of other.querySelectorAll(leftOut)) one.remove();
	for (const name of naming) {
		for (const one of other.querySelectorAll(`[${name}]`)) {
			one.setAttribute(
				name,
				one.getAttribute(name)!.replace(/\S+/g, (id) => id + suffix),
			);
		}
	}
}

/** The same element of the other page: by its id, else by its turn among those like it. */
function otherBlock(own: Element, other: Document, suffix: string): Element | null | undefined {
	if (own.id) return other.getElementById(own.id + suffix);
	const alike = `.prose > ${[own.localName, ...own.classList].join('.')}:not([id])`;
	const turn = [...document.querySelectorAll(alike)].indexOf(own);
	return other.querySelectorAll(alike)[turn];
}

function pairUp(own: Element, translation: Element | null | undefined, lang: string) {
	if (!translation) return;
	const beside = element('div', { className: 'edition', lang });
	// What is quoted or cited of a block is in the language of the page.
	beside.dataset.searchIgnore = '';
	const copy = document.importNode(translation, true);
	if (own.tagName !== 'LI') {
		beside.append(copy);
		own.after(beside);
		return;
	}
	const text = element('div', {}, [...own.childNodes]);
	beside.append(...copy.childNodes);
	own.append(element('div', { className: 'pair' }, [text, beside]));
}

/** Fetches the page that the link leads to and sets it beside this one. */
export async function showBeside(link: HTMLAnchorElement): Promise<void> {
	const other = await fetchArticle(link.pathname);
	const lang = link.hreflang;
	const suffix = `-${lang}`;
	setApart(other, suffix);
	const anchor = location.hash && document.getElementById(location.hash.slice(1));
	adoptStyle(css);
	const prose = document.querySelector('article .prose');
	for (const own of [...(prose?.children ?? [])]) {
		if (own.matches(leftOut)) continue;
		const translation = otherBlock(own, other, suffix);
		if (!/^(UL|OL)$/.test(own.tagName)) pairUp(own, translation, lang);
		else
			[...own.children].forEach((item, at) => {
				pairUp(item, item.id ? otherBlock(item, other, suffix) : translation?.children[at], lang);
			});
	}
	for (const selector of ['h1', '.deck']) {
		const own = document.querySelector(`.page-head ${selector}`);
		if (own) pairUp(own, other.querySelector(`.page-head ${selector}`), lang);
	}
	prose?.classList.add('is-paired');
	if (anchor) anchor.scrollIntoView();
}
