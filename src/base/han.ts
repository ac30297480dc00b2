import { isHan, type Language } from './languages.ts';

/** Han characters of a text, the unit in which Chinese reading is measured. */
export function hanCount(text: string): number {
	return text.match(/\p{Script=Han}/gu)?.length ?? 0;
}

/** Words of a text in a Latin script. */
export function wordCount(text: string): number {
	return text.match(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}'’.,-]*/gu)?.length ?? 0;
}

/** Length of a text in the unit of its language: Han characters or words. */
export const lengthOf = (text: string, language: Language): number =>
	isHan(language) ? hanCount(text) : wordCount(text);

/** Han characters and Latin words an adult reads in a minute (silent reading of expository text). */
const readingPace = { hanPerMinute: 350, wordsPerMinute: 220 } as const;

/** Reading time in whole minutes, at least one. Han characters and Latin words are added up. */
export function readingMinutes(text: string): number {
	const minutes =
		hanCount(text) / readingPace.hanPerMinute + wordCount(text) / readingPace.wordsPerMinute;
	return Math.max(1, Math.round(minutes));
}
