import { articleSelector, blockElementsOf, textRunsOf } from '../../base/blocks.ts';
import { pageSite } from '../bundle.ts';
import { stretchesOf } from '../excerpt.ts';
import { grammars } from '../grammars.ts';
import { adoptStyle } from '../../base/adopt-style.ts';
import { element } from '../../base/element.ts';
import css from './mark.css?inline';

/**
 * What a reader looked for, handed from the page with the hit to the page it leads to. It goes
 * through the browser's storage and not through the address, which people copy.
 */
interface Arrival {
	/** Path of the page the hit leads to, as the browser sees it. */
	path: string;
	/** Texts to mark there. */
	needles: readonly string[];
	/** The block to mark as a whole instead, where the hit was not exact; else empty. */
	id: string;
	/** When the hit was followed, in milliseconds; an old one is not meant for this page. */
	at: number;
}

const arrivalKey = 'search-arrival';
const freshMs = 60_000;
const highlight = 'search-match';

/** Leaves what the next page is to mark, in this tab or a new one; without storage, nothing. */
export function announceArrival(arrival: Omit<Arrival, 'at'>): void {
	try {
		localStorage.setItem(arrivalKey, JSON.stringify({ ...arrival, at: Date.now() }));
	} catch {
		// Storage may be blocked; the reader still arrives.
	}
}

/** Stretches of a block that hold one of some texts, as ranges of the page. */
function rangesIn(block: Element, needles: readonly string[]): Range[] {
	const runs = textRunsOf(block);
	const places = runs.flatMap(({ text, node }) => text.split('').map((_, at) => ({ node, at })));
	const text = runs.map((run) => run.text).join('');
	return stretchesOf(text, needles, grammars[pageSite().language]).flatMap(({ start, end }) => {
		const [first, last] = [places[start], places[end - 1]];
		if (!first?.node || !last?.node) return [];
		const range = new Range();
		range.setStart(first.node, first.at);
		range.setEnd(last.node, last.at + 1);
		return [range];
	});
}

function rangesFor(article: Element, { id, needles }: Arrival): Range[] {
	if (!id) {
		const heads = article.querySelectorAll('h1, .deck');
		return [...heads, ...blockElementsOf(article)].flatMap((one) => rangesIn(one, needles));
	}
	const range = new Range();
	const block = article.querySelector(`#${CSS.escape(id)}`);
	if (block) range.selectNodeContents(block);
	return block ? [range] : [];
}

/**
 * Marks what a hit was followed for, once: wherever it stands in the article, or the block of a hit
 * that is not exact, without touching its elements. A button and Escape take the marks off. Where
 * the browser lacks the CSS Custom Highlight API, nothing is marked.
 */
export function markArrival(removal: string): void {
	const arrival = JSON.parse(localStorage.getItem(arrivalKey) ?? 'null') as Arrival | null;
	if (arrival?.path !== location.pathname) return;
	localStorage.removeItem(arrivalKey);
	const article = document.querySelector(articleSelector);
	const isFresh = Date.now() - arrival.at < freshMs;
	const ranges = article && isFresh && CSS.highlights ? rangesFor(article, arrival) : [];
	if (ranges.length === 0) return;
	document.querySelector<HTMLElement>('.search-unmark')?.click();
	adoptStyle(css);
	CSS.highlights.set(highlight, new Highlight(...ranges));
	const unmark = () => {
		CSS.highlights.delete(highlight);
		button.remove();
		removeEventListener('keydown', onKey);
	};
	const button = element('button', { type: 'button', textContent: removal, onclick: unmark });
	button.className = 'search-unmark';
	document.body.append(button);
	const onKey = ({ key }: KeyboardEvent) => {
		if (key === 'Escape' && !document.querySelector('dialog[open]')) unmark();
	};
	addEventListener('keydown', onKey);
}
