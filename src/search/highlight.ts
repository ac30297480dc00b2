import { articleSelector, blockElementsOf, textRunsOf } from '../lib/blocks.ts';
import { takeArrival } from './arrival.ts';
import { foldWithMap } from './normalise.ts';
import css from './highlight.css?inline';
import { adoptStyle } from './style.ts';

const name = 'search-match';

/** Stretches of a block that hold a folded phrase, as ranges of the page. */
function rangesIn(block: Element, phrases: readonly string[]): Range[] {
	const runs = textRunsOf(block);
	const folded = foldWithMap(runs.map(({ text }) => text).join(''));
	const placeOf = (position: number) => {
		let passed = 0;
		for (const { text, node } of runs) {
			if (position < passed + text.length) return node && { node, offset: position - passed };
			passed += text.length;
		}
		return null;
	};
	return phrases.flatMap((phrase) => {
		const ranges: Range[] = [];
		for (
			let at = folded.text.indexOf(phrase);
			phrase && at >= 0;
			at = folded.text.indexOf(phrase, at + phrase.length)
		) {
			const start = placeOf(folded.starts[at]!);
			const end = placeOf(folded.ends[at + phrase.length - 1]! - 1);
			if (!start || !end) continue;
			const range = new Range();
			range.setStart(start.node, start.offset);
			range.setEnd(end.node, end.offset + 1);
			ranges.push(range);
		}
		return ranges;
	});
}

/** Takes the marks off the page. */
export function unmark(): void {
	CSS.highlights?.delete(name);
	document.querySelector('.search-unmark')?.remove();
}

/**
 * Marks folded phrases wherever they stand in the article, without touching its elements. A
 * button and Escape take the marks off. Where the browser cannot (CSS Custom Highlight API),
 * nothing is marked.
 */
export function markPhrases(phrases: readonly string[], removal: string): void {
	const article = document.querySelector(articleSelector);
	if (!article || !CSS.highlights) return;
	unmark();
	const title = article.querySelector('h1');
	const blocks = [...(title ? [title] : []), ...blockElementsOf(article)];
	const ranges = blocks.flatMap((block) => rangesIn(block, phrases));
	if (ranges.length === 0) return;
	adoptStyle(css);
	CSS.highlights.set(name, new Highlight(...ranges));
	const button = document.body.appendChild(document.createElement('button'));
	button.type = 'button';
	button.className = 'search-unmark';
	button.textContent = removal;
	button.addEventListener('click', unmark);
	addEventListener('keydown', function onKey({ key }) {
		if (key !== 'Escape' || document.querySelector('dialog[open]')) return;
		unmark();
		removeEventListener('keydown', onKey);
	});
}

/** Marks what the reader followed a hit for, if this page is where it led. */
export function markArrival(removal: string): void {
	const arrival = takeArrival();
	if (arrival) markPhrases(arrival.phrases, removal);
}
