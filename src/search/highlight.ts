import { articleSelector, blockElementsOf, textRunsOf } from '../base/blocks.ts';
import { takeArrival } from './arrival.ts';
import { foldWithMap } from './normalise.ts';
import { pagePlace } from './page-place.ts';
import css from './highlight.css?inline';
import { adoptStyle } from './style.ts';

const name = 'search-match';

/** The middle of a Latin word or of a number. */
const insideWord = /(?:(?!\p{Script=Han})\p{L}\|(?!\p{Script=Han})\p{L}|\p{N}[.,]?\|[.,]?\p{N})/u;

/** Whether a stretch of a text is words, and no part of one. */
function isWords(text: string, start: number, end: number): boolean {
	const borderAt = (at: number) =>
		`${text.slice(Math.max(0, at - 2), at)}|${text.slice(at, at + 2)}`;
	return !insideWord.test(borderAt(start)) && !insideWord.test(borderAt(end));
}

/**
 * Stretches of a block that hold a folded phrase, as ranges of the page. In English a phrase is
 * words: `ai` is not marked in `training`.
 */
function rangesIn(block: Element, phrases: readonly string[], wholeWords: boolean): Range[] {
	const runs = textRunsOf(block);
	const text = runs.map((run) => run.text).join('');
	const folded = foldWithMap(text);
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
			const last = folded.ends[at + phrase.length - 1]!;
			if (wholeWords && !isWords(text, folded.starts[at]!, last)) continue;
			const start = placeOf(folded.starts[at]!);
			const end = placeOf(last - 1);
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
	const wholeWords = pagePlace().language === 'en';
	const ranges = blocks.flatMap((block) => rangesIn(block, phrases, wholeWords));
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
