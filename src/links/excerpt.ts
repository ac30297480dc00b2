/** Cuts texts to a length that fits a title or a preview, at a sentence, a clause or a word. */
import { languageTags, type Language } from '../base/languages.ts';

/** Length as previews count it: a Han character or its punctuation 1, anything else `narrow`. */
export function widthOf(text: string, narrow = 0.5): number {
	const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’—…]/gu)?.length ?? 0;
	return wide + ([...text].length - wide) * narrow;
}

/** Words of a text and the marks and spaces between them; where no browser cuts words, characters. */
export function wordsOf(text: string, language: Language): string[] {
	if (!Intl.Segmenter) return text.match(/\p{Script=Latin}+|./gsu) ?? [];
	const segmenter = new Intl.Segmenter(languageTags[language], { granularity: 'word' });
	return [...segmenter.segment(text)].map(({ segment }) => segment);
}

/** A point or comma between digits ends nothing: 415.2, 4,355. */
const sentenceEnd = /[。！？][”’）]*|[.!?]["”’)]*(?=\s|$)/gu;
const clauseEnd = /[，、；：。！？][”’）]*|——|[,;:.!?](?=\s)|\s[–—](?=\s)/gu;

/** A text is not cut behind an abbreviation or an initial, nor behind a year in doubt: 2030? */
const goesOn = /(?:\b(?:(?:Figs?|pp?|nos?|al|vs|cf|etc|e\.g|i\.e)\.?|[a-z]\.)|\d\?)["”’)\s]*$/iu;

/** Marks, and English words that lead to others, which a cut text must not end with. */
const danglingEnd =
	/(?:[\s，、：；。,:;.（(“‘《「—–-]|(?<=\s)(?:an?|and|are|as|at|by|for|from|in|into|is|its|of|on|or|than|that|the|to|which|with))+$/iu;

const openers = '（(“‘《「[';
const closers = '）)”’》」]';

/** What closes the brackets and quotation marks that are open at a text's end. */
function openEndOf(text: string): string {
	const open: string[] = [];
	for (const character of text) {
		const opened = closers[openers.indexOf(character)];
		if (opened) open.unshift(opened);
		else if (character === open[0]) open.shift();
	}
	return open.join('');
}

/** Shares of the room that a sentence, a clause must fill for a cut there to be worth it. */
const worthwhile = { sentence: 0.6, clause: 0.4 } as const;

/**
 * A text cut to at most `most` wide: after a sentence, else after a clause or a whole word with an
 * ellipsis. Brackets and quotation marks are closed. A text that fits comes back as it is.
 */
export function clipped(text: string, language: Language, most: number): string {
	if (widthOf(text) <= most) return text;
	const head = text.slice(0, Math.ceil(most * 2) + 2);
	const ends = (pattern: RegExp) =>
		[...head.matchAll(pattern)]
			.map(({ 0: mark, index }) => index + mark.length)
			.filter((at) => !goesOn.test(head.slice(0, at)));
	const cutAt = (offsets: number[], width: number, fits = (_part: string) => true) =>
		offsets.map((at) => head.slice(0, at)).findLast((part) => widthOf(part) <= width && fits(part));
	const sentence = cutAt(ends(sentenceEnd), most, (part) => openEndOf(part) === '') ?? '';
	if (widthOf(sentence) >= most * worthwhile.sentence) return sentence;

	// Room for the ellipsis and two closing marks.
	const room = most - 3;
	let cut = cutAt(ends(clauseEnd), room) ?? '';
	if (widthOf(cut) < most * worthwhile.clause) {
		let at = 0;
		const wordEnds = wordsOf(head, language)
			.map((word) => (at += word.length))
			.filter((end) => !head.slice(end - 1, end + 1).includes('-'));
		// Not between a number and its unit or decimals, nor within a word.
		cut = cutAt(wordEnds, room, (part) => !/\d[.,]?\s*$/u.test(part) && !goesOn.test(part)) ?? cut;
	}
	if (cut && cut === sentence) return sentence;
	const whole = cut.replace(danglingEnd, '');
	return `${whole}…${openEndOf(whole)}`;
}
