/** Cuts texts to a length that fits a title or a preview, at a sentence or a word. */
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

const sentenceEnd = /[。！？!?；;]["”’）)]*|[.](?=\s|$)/gu;

/** Marks that a cut text must not end with, before the ellipsis. */
const danglingEnd = /[\s，、：；,:;（(“‘《「—–-]+$/u;

/**
 * A text cut to at most `most` wide: after the last sentence that leaves at least `least`, else
 * after the last whole word and with an ellipsis. A text that fits comes back as it is.
 */
export function clipped(text: string, language: Language, most: number, least = most): string {
	if (widthOf(text) <= most) return text;
	const room = beginningOf(text, most);
	const sentence = [...room.matchAll(sentenceEnd)].at(-1);
	if (sentence) {
		const whole = room.slice(0, sentence.index + sentence[0].length);
		if (widthOf(whole) >= least) return whole.replace(/[；;]$/u, language === 'zh' ? '。' : '.');
	}
	const cut = beginningOf(text, most - 1).length;
	let end = 0;
	for (const { index, segment } of segmenterFor(language).segment(text)) {
		if (index + segment.length > cut) break;
		end = index + segment.length;
	}
	return `${text.slice(0, end || cut).replace(danglingEnd, '')}…`;
}
