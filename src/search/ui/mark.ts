import { articleSelector, blockElementsOf, textRunsOf } from '../../base/blocks.ts';
import { pageSite } from '../bundle.ts';
import { stretchesOf } from '../excerpt.ts';
import { takeArrival, type Arrival } from './arrival.ts';
import css from './mark.css?inline';
import { element } from './element.ts';
import { adoptStyle } from './style.ts';

const name = 'search-match';

/** Stretches of a block that hold one of some texts, as ranges of the page. */
function rangesIn(block: Element, needles: readonly string[]): Range[] {
	const runs = textRunsOf(block);
	const text = runs.map((run) => run.text).join('');
	const placeOf = (position: number) => {
		let passed = 0;
		for (const { text, node } of runs) {
			if (position < passed + text.length) return node && { node, offset: position - passed };
			passed += text.length;
		}
		return null;
	};
	return stretchesOf(text, needles, pageSite().language).flatMap(({ start, end }) => {
		const first = placeOf(start);
		const last = placeOf(end - 1);
		if (!first || !last) return [];
		const range = new Range();
		range.setStart(first.node, first.offset);
		range.setEnd(last.node, last.offset + 1);
		return [range];
	});
}

/** Takes the marks off the page. */
export function unmark(): void {
	CSS.highlights?.delete(name);
	document.querySelector('.search-unmark')?.remove();
}

function rangesFor(article: Element, { id, needles }: Arrival): Range[] {
	const block = id && document.getElementById(id);
	if (block && article.contains(block) && block !== article) {
		const range = new Range();
		range.selectNodeContents(block);
		return [range];
	}
	const title = article.querySelector('h1');
	const blocks = [...(title ? [title] : []), ...blockElementsOf(article)];
	return id ? [] : blocks.flatMap((block) => rangesIn(block, needles));
}

/**
 * Marks what a hit was followed for, wherever it stands in the article, or the block of a hit that
 * is not exact, without touching its elements. A button and Escape take the marks off. Where the
 * browser lacks the CSS Custom Highlight API, nothing is marked.
 */
export function mark(arrival: Arrival, removal: string): void {
	const article = document.querySelector(articleSelector);
	if (!article || !CSS.highlights) return;
	unmark();
	const ranges = rangesFor(article, arrival);
	if (ranges.length === 0) return;
	adoptStyle(css);
	CSS.highlights.set(name, new Highlight(...ranges));
	const button = element('button', { type: 'button', textContent: removal });
	button.className = 'search-unmark';
	button.addEventListener('click', unmark);
	document.body.append(button);
	addEventListener('keydown', function onKey({ key }) {
		if (key !== 'Escape' || document.querySelector('dialog[open]')) return;
		unmark();
		removeEventListener('keydown', onKey);
	});
}

/** Marks what the reader followed a hit for, if this page is where it led. */
export function markArrival(removal: string): void {
	const arrival = takeArrival();
	if (arrival) mark(arrival, removal);
}
