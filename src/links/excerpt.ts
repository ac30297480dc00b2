/** Cuts texts to a length that fits a title or a preview, at a sentence, a clause or a word. */
import { languageTags, type Language } from '../base/languages.ts';

const isWide = (character: string) =>
	/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/u.test(character);

/** Length as previews count it: a Han character or its punctuation 1, anything else `narrow`. */
export function widthOf(text: string, narrow = 0.5): number {
	return [...text].reduce((width, character) => width + (isWide(character) ? 1 : narrow), 0);
}

/** The longest beginning of a text that is at most so wide. */
function beginningOf(text: string, width: number): string {
	let used = 0;
	let end = 0;
	for (const character of text) {
		used += isWide(character) ? 1 : 0.5;
		if (used > width) break;
		end += character.length;
	}
	return text.slice(0, end);
}

/** One segmenter a language: making one costs more than using it. */
const segmenters = new Map<Language, Intl.Segmenter>();
function segmenterFor(language: Language): Intl.Segmenter {
	const known = segmenters.get(language);
	if (known) return known;
	const made = new Intl.Segmenter(languageTags[language], { granularity: 'word' });
	segmenters.set(language, made);
	return made;
}

/** A point or comma between digits ends nothing: 415.2, 4,355. */
const sentenceEnd = /[。！？][”’）]*|[.!?]["”’)]*(?=\s|$)/gu;
const clauseEnd = /[，、；：]|——|[,;:](?=\s)|\s[–—](?=\s)/gu;

/** Marks that a cut text must not end with, before the ellipsis. */
const danglingEnd = /[\s，、：；,:;（(“‘《「—–-]+$/u;

const closers: Record<string, string> = {
	'（': '）',
	'(': ')',
	'“': '”',
	'‘': '’',
	'《': '》',
	'「': '」',
	'[': ']',
};

/** What closes the brackets and quotation marks that are open at a text's end. */
function openEndOf(text: string): string {
	const open: string[] = [];
	for (const character of text) {
		if (closers[character]) open.push(closers[character]);
		else if (character === open.at(-1)) open.pop();
	}
	return open.reverse().join('');
}

/** Shares of the room that a sentence, a clause must fill for a cut there to be worth it. */
const worthwhile = { sentence: 0.6, clause: 0.4 } as const;

/**
 * A text cut to at most `most` wide: after a sentence, else after a clause or a whole word with an
 * ellipsis. Brackets and quotation marks are closed. A text that fits comes back as it is.
 */
export function clipped(text: string, language: Language, most: number): string {
	if (widthOf(text) <= most) return text;
	const room = beginningOf(text, most);
	const ends = (pattern: RegExp) =>
		[...text.matchAll(pattern)]
			.map(({ 0: mark, index }) => text.slice(0, index + mark.length))
			.filter((part) => part.length <= room.length);
	const sentence = ends(sentenceEnd).findLast((part) => openEndOf(part) === '');
	if (sentence && widthOf(sentence) >= most * worthwhile.sentence) return sentence;

	// Room for the ellipsis and two closing marks.
	const words: string[] = [];
	const longest = beginningOf(text, most - 3).length;
	for (const { index, segment } of segmenterFor(language).segment(text)) {
		if (index + segment.length > longest) break;
		words.push(text.slice(0, index + segment.length));
	}
	// Not between a number and its unit or decimals.
	const word = words.findLast((part) => !/\d[.,]?$/u.test(part)) ?? words.at(-1);
	const clause = [...ends(clauseEnd), ...ends(sentenceEnd)]
		.toSorted((a, b) => a.length - b.length)
		.findLast((part) => part.length <= longest);
	const cut =
		clause && widthOf(clause) >= most * worthwhile.clause
			? clause
			: (word ?? text.slice(0, longest));
	const whole = cut.replace(danglingEnd, '');
	if (cut === sentence) return sentence;
	return `${whole}…${openEndOf(whole)}`;
}
