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

/**
 * Reading time in whole minutes, at least one: an adult reads 350 Han characters and 220 Latin words
 * of expository text in a minute.
 */
export const readingMinutes = (text: string): number =>
	Math.max(1, Math.round(hanCount(text) / 350 + wordCount(text) / 220));
